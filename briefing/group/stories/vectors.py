"""Articles as sparse vectors: TF-IDF, with frequencies of the day and of a background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from briefing.group.stories.background import Background
from briefing.group.stories.terms import Terms, emphasis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST, UNKNOWN = 1_000, 400
"""A day's rarity is reckoned as of this many articles at the least, or of this many in a language without a
background: among few, the words of an event that fills the day would seem common."""
TRUST = 0.5
"""What an article of the background counts beside one of the day."""
MANY = 25
"""From this many articles on a term is hardly less rare for being in more: an event may fill the day."""
POWER = 1.5
"""A rare term weighs by this power of its inverse document frequency."""
KEPT = 150
"""Terms of an article that are kept: those that weigh most."""
PAIRS = 0.1
"""How much of a pair goes into the length: pairs seldom agree, and would make all articles less alike."""
SCANT = 5
"""With fewer terms an article says too little to be compared."""
SHORT = 1
"""So many of the heaviest terms are added to every length, lest two articles of a few words look alike."""


class Vectors(NamedTuple):
    """Rows of terms and weights; row i has the entries from `starts[i]` to `starts[i + 1]`."""

    starts: NDArray[np.int64]
    terms: NDArray[np.int64]
    weights: NDArray[np.float64]
    rarity: NDArray[np.float64]
    """What each term of the vocabulary weighs where it is said once."""
    numbers: Mapping[str, int]
    """Of the vocabulary."""

    def row(self, number: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the terms of a row and their weights."""
        span = slice(self.starts[number], self.starts[number + 1])
        return self.terms[span], self.weights[span]


def vectors(articles: Sequence[Terms], background: Background) -> Vectors:
    """Return the vectors of articles that are given by their terms."""
    import numpy as np

    rows = [article.counts for article in articles]
    terms = list(dict.fromkeys(chain.from_iterable(rows)))
    numbers = {term: number for number, term in enumerate(terms)}
    lengths = np.array([len(row) for row in rows], np.int64)
    owners = np.repeat(np.arange(len(rows)), lengths)
    ids = np.fromiter(map(numbers.__getitem__, chain.from_iterable(rows)), np.int64, len(owners))
    counts = np.fromiter(chain.from_iterable(row.values() for row in rows), np.float64, len(owners))
    rarity = _rarity(terms, ids, len(rows), background)
    weights = np.log1p(counts) * rarity[ids] * (lengths >= SCANT)[owners]
    kept = _heaviest(lengths, weights)
    owners, ids, weights = owners[kept], ids[kept], weights[kept]
    heaviest = rarity.max(initial=0.0) * np.log1p(2.0)
    worth = np.array([PAIRS if " " in term else 1.0 for term in terms])
    squares = np.bincount(owners, weights**2 * worth[ids], len(rows)) + SHORT * heaviest**2
    starts = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=len(rows)))])
    return Vectors(starts, ids, weights / np.sqrt(squares)[owners], rarity, numbers)


def _rarity(
    terms: Sequence[str], ids: NDArray[np.int64], articles: int, background: Background
) -> NDArray[np.float64]:
    """Return what each term weighs: by how few articles have it, and by its kind."""
    import numpy as np

    known = np.array([background.counts.get(term, 0) for term in terms], np.float64)
    found = np.bincount(ids, minlength=len(terms)).astype(np.float64)
    found = np.minimum(found, MANY * (1 + np.log(np.maximum(found / MANY, 1.0)))) + TRUST * known
    fewest = FEWEST if background.articles else UNKNOWN
    of = max(fewest, articles + TRUST * background.articles)
    kinds = np.array([emphasis(term) for term in terms], np.float64)
    return np.asarray(np.log(np.maximum((1 + of) / (1 + found), 1.01)) ** POWER * kinds)


def _heaviest(lengths: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the places of each row's heaviest entries; of those alike, the first."""
    import numpy as np

    starts = np.concatenate([[0], np.cumsum(lengths)])
    kept = np.ones(len(weights), bool)
    for row in np.flatnonzero(lengths > KEPT):
        span = slice(starts[row], starts[row + 1])
        kept[span][np.argsort(-weights[span], kind="stable")[KEPT:]] = False
    return np.flatnonzero(kept)
