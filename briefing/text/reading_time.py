"""How long a briefing takes to read: what of a story is read, and how many words that is.

One definition for all: what is fitted to a time is what the page then says it takes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import regex

from briefing.model import Change, Conflict, Story
from briefing.text.words import UNSPACED

WORDS_A_MINUTE = 230
"""How fast adults read: on average 238 words of English non-fiction a minute (Brysbaert 2019)."""
# Letters with their vowel signs and points, which Python's own \w tears apart (Hindi, Tamil, Arabic).
_WORD = regex.compile(rf"[{UNSPACED}]{{1,2}}|[^\W{UNSPACED}]+")


def count_words(texts: Iterable[str]) -> int:
    """Return how many words `texts` have: runs of letters and figures, so that "covid-19" has two.

    Scripts without spaces (Chinese, Japanese, Thai, …) run at two characters a word.
    """
    return sum(len(_WORD.findall(text)) for text in texts)


def minutes(texts: Iterable[str], words_per_minute: int = WORDS_A_MINUTE) -> int:
    """Return the time to read `texts` in whole minutes, rounded up, at least one."""
    return max(1, math.ceil(count_words(texts) / words_per_minute))


def read_of(story: Story) -> tuple[str, ...]:
    """Return the texts of a story that are read: headline, changes, bullets, and where figures differ.

    Sources, receipts, captions and the day at a glance are looked up, not read: they don't count.
    """
    return (
        story.headline,
        *(" ".join(_change(change)) for change in story.changes),
        *(bullet.text for bullet in story.bullets),
        *(" ".join(_conflict(conflict)) for conflict in story.conflicts),
    )


def story_words(story: Story) -> int:
    """Return how many words of a story are read."""
    return count_words(read_of(story))


def _change(change: Change) -> Iterator[str]:
    """Yield the words of a changed figure at their most: a page leaves out who says so where it is one."""
    yield from (change.about, change.now.figure, change.now.said_by)
    yield from ("up from", change.before.figure, change.before.said_by)


def _conflict(conflict: Conflict) -> Iterator[str]:
    yield from ("Figures differ", conflict.about)
    for side in conflict.sides:
        yield from (side.figure, side.said_by)
