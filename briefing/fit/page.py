"""Which form each story gets within a number of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import count

from briefing.fit.forms import Form
from briefing.fit.shelf import Shelf
from briefing.model import Story

Kinds = Sequence[Mapping[str, Hashable]]
"""For each way in which stories are alike (section, topic): of a story's id, what it is alike in."""

CAP = 0.4
"""The most of the words that one section, or one topic, is given while others have something to tell."""
SLACK = 0.005
"""The share of the words that may stay unused without another story being asked for."""
RELIEF = 0.02
"""The share above which the caps fall, when all that they let through is told."""
TOLERANCE = 0.1
"""The share above which stories are asked for until there are no more."""
MISSES = 8
"""How many stories in a row may find no room before it is given up, below TOLERANCE."""


class Page:
    """A budget of words, and the stories told within it."""

    def __init__(self, budget: int, kinds: Kinds) -> None:
        self.words = 0
        self._budget = budget
        # What all have in common gives no choice.
        self._kinds = [kind for kind in kinds if len(set(kind.values())) > 1]
        self._of_kind: list[Counter[Hashable]] = [Counter() for _ in self._kinds]
        self._told: dict[int, Form] = {}
        self._lengths: Counter[int] = Counter()  # of each story, how many forms it has outgrown or has
        self._tier = 0.0

    def fill(self, shelf: Shelf, enough: int) -> None:
        """Tell as much as there is room for, in the shelf's order.

        No section or topic passes its cap; where that leaves room after `enough` stories, the caps fall.
        """
        if self._kinds:
            self._lay_out(shelf, enough, capped=True)
        if not self._kinds or self._left > RELIEF * self._budget:
            self._lay_out(shelf, None, capped=False)

    @property
    def _left(self) -> int:
        return self._budget - self.words

    def stories(self) -> tuple[Story, ...]:
        """Return what is told, in the shelf's order."""
        return tuple(self._told[number].story for number in sorted(self._told))

    def _lay_out(self, shelf: Shelf, most: int | None, *, capped: bool) -> None:
        """Tell stories by the shares of full, short and line, and then lengthen them while there is room."""
        self._tier, misses = 0.0, 0
        for number, forms in zip(count() if most is None else range(most), shelf, strict=False):
            misses = 0 if self._tell(number, forms, capped=capped, shared=True) else misses + 1
            unused = self._left / self._budget
            if unused <= SLACK or (misses >= MISSES and unused < TOLERANCE):
                break
        for number, forms in zip(range(len(shelf)), shelf, strict=False):
            self._tell(number, forms, capped=capped, shared=False)

    def _tell(self, number: int, forms: Sequence[Form], *, capped: bool, shared: bool) -> bool:
        """Tell a story in the longest form that there is room for; return whether it has any."""
        for form in forms[self._lengths[number] :]:
            more = form.words - (self._told[number].words if number in self._told else 0)
            if (capped and self._passes_cap(form, more)) or not self._has_room(form, more, shared=shared):
                break
            self._told[number] = form
            self._lengths[number] += 1
            self.words += more
            for kind, words in zip(self._kinds, self._of_kind, strict=True):
                words[kind.get(form.story.id)] += more
        return number in self._told

    def _has_room(self, form: Form, more: int, *, shared: bool) -> bool:
        """Say whether a form fits; where one is too long for its share, no later one has its length."""
        if not shared:
            return more <= self._left
        if form.share <= self._tier:
            return False
        fits = self.words + more <= form.share * self._budget
        if not fits and form.share < 1:
            self._tier = form.share
        return fits

    def _passes_cap(self, form: Form, more: int) -> bool:
        story = form.story.id
        return any(
            story in kind and words[kind[story]] + more > CAP * self._budget
            for kind, words in zip(self._kinds, self._of_kind, strict=True)
        )
