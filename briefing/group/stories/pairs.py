"""Sums of products between pairs of groups that are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.group.stories.similarity import WORK, Index, summed
from briefing.group.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]


class Products:
    """What groups of articles ask for, times what others offer: at first each article is a group."""

    def __init__(self, asked: Vectors, offered: Vectors, work: int = WORK) -> None:
        """Take what each article asks for and offers; `work` is as for an index."""
        self._index = Index(offered, asked, work)
        self._rows = self._index.rows(asked)
        self._any = len(self._index.articles) > 0

    def unite(self, groups: Sequence[Numbers]) -> None:
        """Join the groups whose numbers are given together, and number them anew in this order."""
        if self._any:
            self._rows = summed(self._rows, groups)

    def between(self, own: Numbers, others: Numbers, numbers: Numbers) -> Floats:
        """Return the sum of the products of all articles of one group with all of the other, pair by pair.

        `numbers` has the group of each article.
        """
        import numpy as np

        found = np.zeros(len(own))
        if not self._any:
            return found
        for these in self._index.blocks(self._rows, np.unique(own)):
            sums = self._index.products([self._rows[i] for i in these], numbers, len(self._rows))
            among = np.isin(own, these)
            found[among] = sums[np.searchsorted(these, own[among]), others[among]]
        return found
