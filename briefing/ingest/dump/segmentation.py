"""What the segmenter gives: every line with its role, and the articles that were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.ingest.reading import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a dump, before it gets an id, a source and a language."""

    title: str
    """The headline on one line; empty where the dump has none for this text."""
    text: str
    """The body, one paragraph a line, its dateline included; no headline, link, subhead or point."""
    place: str | None = None
    """The place in the dateline, as written."""
    url: str | None = None
    points: tuple[str, ...] = ()
    """The publisher's bullets, without their list marks."""
    published: datetime | None = None
    """When, where a timestamp gives a whole date; without a zone it is taken as UTC."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """All lines of a text in their order, and the articles that they make."""

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
