"""The stories that a reader has time for."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from briefing.fit.forms import FULL, LINE, SHORT
from briefing.fit.page import MISSES, Page
from briefing.fit.shelf import Shelf
from briefing.model import Story

# How many words stories have at the least, as a rule: in full, in short, in a line.
_FULL, _SHORT, _LINE = 50, 25, 7


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is told in the time, and what is not."""

    stories: tuple[Story, ...]
    """As given, in their order, some with fewer bullets or none."""
    left_out: tuple[str, ...]
    """The ids of those that were asked for and found no room; what was not asked for has none either."""
    words: int
    """What is read of the stories."""


def fit(
    stories: Iterable[Story],
    *,
    minutes: int,
    words_per_minute: int,
    sections: Mapping[str, str] | None = None,
    topics: Mapping[str, Hashable] | None = None,
) -> Fitted:
    """Return as much of `stories`, the most important first, as is read in `minutes`, and never more.

    The first are told in full, the next in short, the last in a line; what is left of the time lengthens
    them, the first first. A bullet is whole or not there. Where there is enough to tell and no piece of it
    takes a tenth of the time, less than a tenth of the time is left. More minutes never have fewer words.

    `sections` and `topics` say, of a story's id, where it belongs: none takes more than CAP of the time while
    others among the first `enough` have something to tell. Stories are asked for one by one, until
    hardly a word more fits or eight in a row have found no room.
    """
    shelf = Shelf(stories)
    kinds = [kind for kind in (sections, topics) if kind]
    best = _page(shelf, minutes, words_per_minute, kinds)
    for fewer in range(minutes - 1, 0, -1):  # a page for less time may be fuller, if rarely
        if best.words >= min(fewer * words_per_minute, shelf.words):
            break
        best = max(_page(shelf, fewer, words_per_minute, kinds), best, key=lambda page: page.words)
    told = best.stories()
    ids = {story.id for story in told}
    return Fitted(told, tuple(name for name in shelf.taken if name not in ids), best.words)


def enough(minutes: int, words_per_minute: int) -> int:
    """Return how many of the most important stories a reading time needs, generously: to make them at once.

    Of short stories it may need more; `fit` asks for them.
    """
    words = minutes * words_per_minute
    return math.ceil(words * (FULL / _FULL + (SHORT - FULL) / _SHORT + (LINE - SHORT) / _LINE)) + MISSES


def _page(shelf: Shelf, minutes: int, words_per_minute: int, kinds: list[Mapping[str, Hashable]]) -> Page:
    page = Page(minutes * words_per_minute, kinds)
    page.fill(shelf, enough(minutes, words_per_minute))
    return page
