"""Whether headlines agree: how much of what one says is said where the other article begins.

Reports of one event name it in their headlines and open with it. Articles of one topic have words in common
too, but rarely those that stand in a headline. And a paper seldom reports one event twice: two articles of
one have to agree by more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.group.stories.pairs import Products
from briefing.group.stories.terms import Terms
from briefing.group.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Entries = tuple[Numbers, Numbers, Floats]  # of which article, which term, with what weight

UNTITLED = 2.5
"""What words that stand in for a headline count beside one: fewer of them are found elsewhere."""
SAME_SOURCE = 0.15
"""By so much less two articles agree that one source gave headlines to."""
WORK = 2_000
"""Products for each article: on a day of many thousands, a headline's common words are passed over."""


class Agreement:
    """The agreement between groups of articles: at first each article is one."""

    def __init__(self, articles: Sequence[Terms], vectors: Vectors) -> None:
        """Take the articles' terms, and their vectors for how rare these are."""
        headlines = _entries([article.headline for article in articles], vectors)
        openings = _entries([article.opening for article in articles], vectors)
        shares = _shares(headlines, [article.titled for article in articles], vectors)
        # The vocabulary is there twice, for headlines that look for openings and for openings that meet
        # headlines, so that a product of what one asks for with what another offers has both directions.
        offered = _rows(openings, shares, len(articles), vectors)
        self._said = Products(_rows(shares, openings, len(articles), vectors), offered, WORK)
        sources = _sources(articles)
        self._sources = Products(sources, sources, len(articles))

    def unite(self, groups: Sequence[Numbers]) -> None:
        """Join the groups whose numbers are given together, and number them anew in this order."""
        self._said.unite(groups)
        self._sources.unite(groups)

    def between(self, own: Numbers, others: Numbers, numbers: Numbers, sizes: Floats) -> Floats:
        """Return the mean agreement of pairs of groups: 0 or less for nothing in common, 1 for all.

        `numbers` has the group of each article, `sizes` how many articles a group has.
        """
        said = self._said.between(own, others, numbers) / 2
        same = self._sources.between(own, others, numbers)
        return (said - SAME_SOURCE * same) / sizes[own] / sizes[others]


def _entries(terms: Iterable[Iterable[str]], vectors: Vectors) -> Entries:
    """Return the numbers of articles and of their terms, in order, each of the weight 1."""
    import numpy as np

    found = [sorted(map(vectors.numbers.__getitem__, each)) for each in terms]
    owners = np.repeat(np.arange(len(found)), [len(each) for each in found])
    numbers = np.array([number for each in found for number in each], np.int64)
    return owners, numbers, np.ones(len(numbers))


def _shares(headlines: Entries, titled: Sequence[bool], vectors: Vectors) -> Entries:
    """Return each term with its share in how rare the whole headline is."""
    import numpy as np

    owners, terms, _ = headlines
    rarity = vectors.rarity[terms]
    worth = np.where(titled, 1.0, UNTITLED)
    return owners, terms, rarity / np.bincount(owners, rarity, len(titled))[owners] * worth[owners]


def _rows(first: Entries, second: Entries, articles: int, vectors: Vectors) -> Vectors:
    """Return rows of both, with a vocabulary for each."""
    import numpy as np

    owners = np.concatenate([first[0], second[0]])
    order = np.argsort(owners, kind="stable")
    terms = np.concatenate([first[1], second[1] + len(vectors.rarity)])[order]
    weights = np.concatenate([first[2], second[2]])[order]
    starts = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=articles))])
    return Vectors(starts, terms, weights, np.tile(vectors.rarity, 2), {})


def _sources(articles: Sequence[Terms]) -> Vectors:
    """Return a row for each article, with its source as the only term where that gave several headlines."""
    import numpy as np

    named = [article.source if article.titled else "" for article in articles]
    several = sorted(source for source, count in Counter(named).items() if source and count > 1)
    numbers = {source: number for number, source in enumerate(several)}
    terms = np.array([numbers[source] for source in named if source in numbers], np.int64)
    starts = np.concatenate([[0], np.cumsum([source in numbers for source in named])]).astype(np.int64)
    return Vectors(starts, terms, np.ones(len(terms)), np.ones(len(numbers)), numbers)
