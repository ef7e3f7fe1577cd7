"""Sums of products between groups of articles, by way of an index from terms to articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.group.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Row = tuple["NDArray[np.int64]", "NDArray[np.float64]"]
BLOCK, TOGETHER = 64, 2_000_000
"""So many rows are worked on at once, or fewer that make so many products: memory stays small."""
WORK, AT_LEAST = 6_000, 10_000_000
"""Products for each article, and in all. What goes beyond is spared on the terms that weigh least."""


class Index:
    """From each term to the articles that have it."""

    def __init__(self, vectors: Vectors, asking: Vectors | None = None, work: int = WORK) -> None:
        """Take the articles' vectors, and those that will be multiplied with them where it is not they.

        `work` is how many products are made for each article at the most.
        """
        import numpy as np

        articles = len(vectors.starts) - 1
        owners = np.repeat(np.arange(articles), np.diff(vectors.starts))
        self.frequencies = np.bincount(vectors.terms, minlength=len(vectors.rarity))
        asked = np.bincount((asking or vectors).terms, minlength=len(vectors.rarity))
        products = asked * self.frequencies
        self.frequencies[_spared(products, vectors.rarity, max(AT_LEAST, work * articles))] = 0
        kept = self.frequencies[vectors.terms] > 0
        order = np.argsort(vectors.terms[kept], kind="stable")
        self.articles = owners[kept][order]
        self.weights = vectors.weights[kept][order]
        self.starts = np.concatenate([[0], np.cumsum(self.frequencies)])

    def rows(self, vectors: Vectors) -> list[Row]:
        """Return the rows of the articles, without the terms that are spared."""
        found = (vectors.row(number) for number in range(len(vectors.starts) - 1))
        return [
            (terms[keep], weights[keep]) for terms, weights in found for keep in [self.frequencies[terms] > 0]
        ]

    def blocks(self, rows: Sequence[Row], chosen: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
        """Yield the chosen rows' numbers in blocks that can be worked on at once."""
        work = [int(self.frequencies[rows[number][0]].sum()) for number in chosen]
        start = total = 0
        for place, more in enumerate(work):
            if place > start and (place - start == BLOCK or total + more > TOGETHER):
                yield chosen[start:place]
                start, total = place, 0
            total += more
        if len(chosen):
            yield chosen[start:]

    def products(self, rows: Sequence[Row], groups: NDArray[np.int64], size: int) -> NDArray[np.float64]:
        """Return the products of each row with the sum of each group of articles, of shape (rows, size).

        `groups` has each article's group, below `size`.
        """
        import numpy as np

        terms = np.concatenate([terms for terms, _ in rows])
        weights = np.concatenate([weights for _, weights in rows])
        owners = np.repeat(np.arange(len(rows)), [len(terms) for terms, _ in rows])
        lengths = self.frequencies[terms]
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        places = np.arange(total) + np.repeat(self.starts[terms] - (ends - lengths), lengths)
        keys = np.repeat(owners * size, lengths) + groups[self.articles[places]]
        products = np.repeat(weights, lengths) * self.weights[places]
        sums = np.bincount(keys, products, len(rows) * size)
        return np.asarray(sums, np.float64).reshape(len(rows), size)


def _spared(products: NDArray[np.int64], rarity: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Return the terms whose products, from the rarest term on, would be more than are to be made."""
    import numpy as np

    order = np.argsort(-rarity, kind="stable")
    return np.asarray(order[np.cumsum(products[order]) > most])


def summed(rows: Sequence[Row], groups: Sequence[NDArray[np.int64]]) -> list[Row]:
    """Return the sum of the rows of each group, given by their numbers."""
    return [_sum([rows[i] for i in group]) for group in groups]


def _sum(rows: list[Row]) -> Row:
    import numpy as np

    if len(rows) == 1:
        return rows[0]
    terms, places = np.unique(np.concatenate([terms for terms, _ in rows]), return_inverse=True)
    weights = np.bincount(places, np.concatenate([weights for _, weights in rows]))
    return np.asarray(terms, np.int64), np.asarray(weights, np.float64)
