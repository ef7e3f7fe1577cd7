"""What the reading of one body gives, before anything is known of who sent it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.ingest.articles import Found
from briefing.ingest.reading import Line


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the top of a forwarded message says."""

    sender: str = ""
    subject: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The articles of a body, and every line of it."""

    found: tuple[Found, ...] = ()
    lines: tuple[Line, ...] = ()
    dropped: tuple[str, ...] = ()
    """The reasons for what was left out of it and might be missed."""
    forwarded: Forwarded = Forwarded()
    bulk: bool = False
    """Whether it has what only a newsletter has: its own page, a footer to unsubscribe."""
