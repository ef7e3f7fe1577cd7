"""Messages made for these tests."""

from __future__ import annotations

from briefing.ingest.readers.mail import read
from briefing.ingest.reading import Raw, Reading

HEAD = b"From: The Valley Post <news@valley.example>\nSubject: Ferry\nDate: Mon, 23 Nov 2026 06:00:00 +0000\n"
TELLING = "The ferry sails again from Friday."


def reading(data: bytes, name: str = "a.eml") -> Reading:
    """Read a message."""
    return read(Raw(name, data))


def text(data: bytes) -> str:
    """Return the text of a message's only article."""
    (article,) = reading(data).articles
    return article.text


def message(body: bytes, *fields: bytes) -> bytes:
    """Return a message with these further headers."""
    return HEAD + b"".join(field + b"\n" for field in fields) + b"\n" + body
