"""The full-text index: an article's words, as FTS5 is to see them."""

from __future__ import annotations

import re
from sqlite3 import Connection
from unicodedata import normalize

from briefing.model import Article
from briefing.text.words import words

# Accents, and the points and vowel signs that Hebrew and Arabic may write and mostly don't.
_OPTIONAL = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)


def put(connection: Connection, number: int, article: Article) -> None:
    """Let an article be found by its words, and no longer by those that it had."""
    remove(connection, number)
    connection.execute(
        "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
        (number, indexed(article.title), indexed(article.text)),
    )


def remove(connection: Connection, number: int) -> None:
    """Let an article be found no longer."""
    connection.execute("DELETE FROM search WHERE rowid = ?", (number,))


def indexed(text: str) -> str:
    """Return the words of a text as they are looked for, in scripts without spaces overlapping pairs.

    What a word is, is decided here alone: each SQLite knows other letters.
    """
    return " ".join(words(fold(text)))


def fold(text: str) -> str:
    """Return text without what a reader need not type: capitals, accents, points, widths and ligatures."""
    if text.isascii():
        return text.lower()
    plain = _OPTIONAL.sub("", normalize("NFKD", text).casefold())
    return normalize("NFC", plain).encode("utf-8", "replace").decode()
