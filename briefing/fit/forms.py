"""How a story can be told, from its headline alone to all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.model import Story
from briefing.text.reading_time import story_words

# Up to which share of the time stories are told in full, then at least in short, then at least in a line.
FULL, SHORT, LINE = 0.6, 0.85, 1.0


class Form(NamedTuple):
    """A story cut to a length: whole bullets, the first first."""

    story: Story
    words: int
    share: float
    """Up to which share of the time it may be told like this while others wait."""


def forms(story: Story) -> tuple[Form, ...]:
    """Return the forms of a story, the shortest first; each tells what the one before it does, and more.

    In a line it has its headline and the first of its changes, which are what is new. In short it has all
    changes and the first bullet; where figures differ is said as soon as any bullet is told.
    """
    return tuple(Form(cut, story_words(cut), share) for cut, share in _cuts(story))


def _cuts(story: Story) -> Iterator[tuple[Story, float]]:
    line = replace(story, changes=story.changes[:1], bullets=(), conflicts=())
    yield line, LINE
    for number in range(2, len(story.changes) + 1):
        yield replace(line, changes=story.changes[:number]), SHORT
    for number in range(1, len(story.bullets) + 1):
        yield replace(story, bullets=story.bullets[:number]), SHORT if number == 1 else FULL
    if story.conflicts and not story.bullets:
        yield story, SHORT
