"""Average linkage that asks more of close groups: to be one, two are about as alike as each is in itself.

A fixed threshold can't serve both a day's events, whose reports are close, and a topic of weeks, whose
reports are not. So the mean similarity between two groups is measured by the mean similarity within each,
which for a single article is what is usual. Groups that are each other's nearest are joined, round by round:
with plain average linkage that gives what joining the nearest pair each time does (Bruynooghe 1977; Murtagh
1983, "A survey of recent advances in hierarchical clustering algorithms").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.group.stories.agreement import Agreement
from briefing.group.stories.similarity import Index, Row, summed
from briefing.group.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]

USUAL = 0.3
"""The mean similarity within a group, before anything is known of it."""
DOUBT = 3.0
"""For how many pairs of articles the usual similarity stands."""
POWER = 0.8
"""How much the closeness of two groups counts."""
AGREED = 0.45
"""From this agreement on, headlines leave all of a score."""
NEAR = 0.95
"""What joins two groups in their round is nearly as close; or else a hub would grow by one a round."""
_DIGITS = 9  # of a score: in which order its products were added must not matter


class Level(NamedTuple):
    """How near groups have to be to be joined."""

    threshold: float
    """The least score: of two single articles it is their similarity, from 0 to 1."""
    floor: float
    """The least mean similarity, however loose the groups are."""
    patience: float
    """The days between two groups that take half of their score."""
    unlike: float = 1.0
    """What headlines that have nothing to do with each other leave of it."""


def linked(
    vectors: Vectors, agreement: Agreement, spans: tuple[Floats, Floats], levels: Sequence[Level]
) -> list[Numbers]:
    """Return the number of each article's group, level by level; later levels join groups of earlier ones.

    `spans` has the first and the last day of each article, as `proximity.spans` gives them.
    """
    index = Index(vectors)
    groups = Groups(index, index.rows(vectors), *spans, agreement)
    found = []
    for level in levels:
        groups.join(level)
        found.append(groups.numbers)
    return found


class Groups:
    """Groups of articles: at first each article is one."""

    def __init__(
        self,
        index: Index,
        rows: list[Row],
        first: Floats,
        last: Floats,
        agreement: Agreement | None = None,
    ) -> None:
        import numpy as np

        self.numbers = np.arange(len(rows))
        """The number of each article's group."""
        self._index, self._rows, self._first, self._last = index, rows, first, last
        self._agreement = agreement
        self._sizes = np.ones(len(rows))
        self._own = np.array([float(weights @ weights) for _, weights in rows])  # by each article itself
        self._best = np.zeros(len(rows), np.int64)
        self._scores = np.zeros(len(rows))

    def join(self, level: Level) -> None:
        """Join groups until no two are near enough."""
        import numpy as np

        look_at = np.arange(len(self._rows))
        self._scores[:] = 0.0
        while True:
            self._look(look_at, level)
            into = self._pairs()
            if into is None:
                return
            look_at = self.unite(into)

    def near(self, look_at: Numbers, level: Level) -> Iterator[tuple[Numbers, Numbers, Numbers, Floats]]:
        """Yield those that are named in blocks, with the pairs that are near enough: own, other and score."""
        import numpy as np

        closeness = self._closeness() ** POWER
        for these in self._index.blocks(self._rows, look_at):
            sums = self._index.products([self._rows[i] for i in these], self.numbers, len(self._rows))
            sums /= self._sizes
            own, others = np.nonzero(sums >= level.floor * self._sizes[these, None])
            sums, own = sums[own, others], these[own]
            means = sums / self._sizes[own] * self._timeliness(own, others, level.patience)
            least = np.maximum(level.threshold * closeness[own] * closeness[others], level.floor)
            near = np.flatnonzero((own != others) & (means >= least))
            means[near] *= self._likeness(own[near], others[near], level.unlike)
            near = near[means[near] >= least[near]]
            yield these, own[near], others[near], means[near].round(_DIGITS)

    def _look(self, look_at: Numbers, level: Level) -> None:
        """Find the nearest group of each of those that are named, and let the others know of them."""
        for these, own, others, scores in self.near(look_at, level):
            self._scores[these] = 0.0
            self._prefer(own, others, scores)
            self._prefer(others, own, scores)

    def _prefer(self, groups: Numbers, others: Numbers, scores: Floats) -> None:
        """Take note of nearer groups; of two as near, the one that comes first."""
        import numpy as np

        order = np.lexsort((others, -scores, groups))
        groups, firsts = np.unique(groups[order], return_index=True)
        others, scores = others[order][firsts], scores[order][firsts]
        known, best = self._scores[groups], self._best[groups]
        better = (scores > known) | (scores == known) & (others < best)
        self._best[groups[better]], self._scores[groups[better]] = others[better], scores[better]

    def _closeness(self) -> Floats:
        """Return how close each group is in itself, 1 being usual."""
        import numpy as np

        squares = np.array([float(weights @ weights) for _, weights in self._rows])
        pairs = self._sizes * (self._sizes - 1) / 2
        return np.asarray((DOUBT + (squares - self._own) / 2 / USUAL) / (DOUBT + pairs))

    def _timeliness(self, own: Numbers, others: Numbers, patience: float) -> Floats:
        """Return what the days between groups leave of their similarity; of undated ones, all."""
        import numpy as np

        apart = np.maximum(self._first[others] - self._last[own], self._first[own] - self._last[others])
        return np.where(np.isfinite(apart), 1 / (1 + np.maximum(apart, 0.0) / patience), 1.0)

    def _likeness(self, own: Numbers, others: Numbers, unlike: float) -> Floats:
        """Return what the headlines of groups leave of their similarity."""
        import numpy as np

        if self._agreement is None or unlike == 1.0:
            return np.ones(len(own))
        found = self._agreement.between(own, others, self.numbers, self._sizes)
        return np.asarray(unlike + (1 - unlike) * np.clip(found / AGREED, 0.0, 1.0))

    def _pairs(self) -> Numbers | None:
        """Return into which group each goes, by number; None where no more are to be joined."""
        import numpy as np

        everyone = np.arange(len(self._rows))
        best = self._best
        mutual = (self._scores > 0) & (best[best] == everyone)
        if not mutual.any():  # a rounding error can make a ring of those that prefer one another
            top = int(self._scores.argmax())
            if not self._scores[top]:
                return None
            best[best[top]] = top
            mutual[[top, best[top]]] = True
        into = np.where(mutual, np.minimum(everyone, best), everyone)
        joins = ~mutual & mutual[best] & (self._scores > 0) & (self._scores >= NEAR * self._scores[best])
        return np.where(joins, into[best], into)

    def unite(self, into: Numbers) -> Numbers:
        """Join the groups, number them anew, and return those whose nearest has to be found."""
        import numpy as np

        _, numbers, counts = np.unique(into, return_inverse=True, return_counts=True)
        numbers = np.asarray(numbers, np.int64)
        order = np.argsort(numbers, kind="stable")
        starts = np.cumsum(counts) - counts
        firsts = order[starts]
        groups = np.split(order, starts[1:])
        self._rows = summed(self._rows, groups)
        if self._agreement is not None:
            self._agreement.unite(groups)
        self._sizes = np.asarray(np.bincount(numbers, self._sizes), np.float64)
        self._own = np.asarray(np.bincount(numbers, self._own), np.float64)
        self._first = np.minimum.reduceat(self._first[order], starts)
        self._last = np.maximum.reduceat(self._last[order], starts)
        changed = counts > 1
        lost = changed[numbers[self._best]][firsts]  # their nearest has changed
        # Where none was near enough, none of the unchanged is; the changed make themselves known.
        again = changed | lost & (self._scores[firsts] > 0)
        self._best = numbers[self._best][firsts]
        self._scores = np.where(changed | lost, 0.0, self._scores[firsts])
        self.numbers = numbers[self.numbers]
        return np.flatnonzero(again)
