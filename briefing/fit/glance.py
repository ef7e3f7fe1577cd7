"""The day at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Story

_FEWEST = 4  # of fewer stories the page itself is the glance


def glance(stories: Sequence[Story], sections: Mapping[str, str], most: int) -> tuple[str, ...]:
    """Return the ids of up to `most` of the stories, the most important first, as they are given.

    Of one section (by a story's id) there are at most half as many, unless the others have no more to tell.
    Of fewer than four stories there are none.
    """
    if len(stories) < _FEWEST or not most:
        return ()
    told: Counter[str] = Counter()
    chosen: list[str] = []
    for name in (story.id for story in stories):
        section = sections.get(name, "")
        if told[section] < max(1, most // 2):
            chosen.append(name)
            told[section] += 1
    of_others = frozenset(chosen[:most])
    spare = (story.id for story in stories if story.id not in of_others)
    kept = of_others.union(name for name, _ in zip(spare, range(most - len(of_others)), strict=False))
    return tuple(story.id for story in stories if story.id in kept)
