"""What a reader gets and what it gives: bytes with a name in, articles and an account of each line out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefing.model import Article, Dropped, Problem


class Role(StrEnum):
    """What a line of the input is. Every line has exactly one role."""

    HEADLINE = "headline"
    LEAD = "lead"
    """A body line that opens with a dateline ("BAMAKO: …")."""
    BODY = "body"
    SUBHEAD = "subhead"
    POINT = "point"
    """One of the publisher's own bullets."""
    LINK = "link"
    JUNK = "junk"
    """Page furniture: bylines, timestamps, share buttons, cookie notices, "Read more"."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """An input line, what it was taken for, and why."""

    number: int
    """From 1, as an editor counts."""
    text: str
    role: Role
    article: int | None
    """The number of its article among those of this input, from 0; None where it belongs to none."""
    reason: str


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it came: its name as a user would write it, and its bytes."""

    name: str
    data: bytes
    folder: str = ""
    """The sub-folder below the source that was named; empty at its top."""
    url: str | None = None
    """The address that it was fetched from, after all redirects; None for a file."""
    content_type: str = ""
    """What its server says that it is, without parameters ("application/rss+xml")."""
    charset: str = ""
    """What its server says that it is encoded in."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The lines of one input, in their order, each with its role."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came of reading: articles, what was left out, what went wrong, and every line's role."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    explained: tuple[Explained, ...] = ()

    def __add__(self, other: Reading) -> Reading:
        """Join two readings, in order."""
        return Reading(
            self.articles + other.articles,
            self.problems + other.problems,
            self.dropped + other.dropped,
            self.explained + other.explained,
        )


Reader = Callable[[Raw], Reading]
"""A reader turns one input into articles. It raises SourceError where nothing in it can be read."""
