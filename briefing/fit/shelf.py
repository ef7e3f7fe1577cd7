"""Stories in the order of their importance, taken from where they come one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from briefing.fit.forms import Form, forms
from briefing.model import Story


class Shelf:
    """What has been taken so far, and the rest, which may cost time to make."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self._rest = iter(stories)
        self._taken: list[tuple[Form, ...]] = []
        self.words: float = inf
        """How many words all stories have in full; infinite while there may be more of them."""

    def __iter__(self) -> Iterator[tuple[Form, ...]]:
        """Yield the forms of each story, from the first; the rest is only taken as it is asked for."""
        number = 0
        while number < len(self._taken) or self._take():
            yield self._taken[number]
            number += 1

    def __len__(self) -> int:
        """Return how many were taken."""
        return len(self._taken)

    def _take(self) -> bool:
        story = next(self._rest, None)
        if story is None:
            self.words = sum(each[-1].words for each in self._taken)
            return False
        self._taken.append(forms(story))
        return True

    @property
    def taken(self) -> tuple[str, ...]:
        """The ids of those that were taken."""
        return tuple(each[0].story.id for each in self._taken)
