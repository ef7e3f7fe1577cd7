"""JSON lines into the library: an export, of this library or another, or plain articles."""

from __future__ import annotations

import json
import sqlite3
from sqlite3 import Connection
from urllib.parse import urlsplit

from briefing.model import Article, digest
from briefing.store import articles, fields
from briefing.store.body import article_of
from briefing.store.exported import KINDS
from briefing.store.faults import Unusable
from briefing.store.fields import Refused, Row
from briefing.text.clean import clean, one_line
from briefing.text.language import detect

_REFUSED = (
    ValueError,
    Unusable,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    sqlite3.IntegrityError,
)
_HEADLINE = 90  # characters of a text that stand for a headline


def take(connection: Connection, line: str, now: str) -> str | None:
    """Take a line, whole or not at all; return why not, or None.

    What the library knows already stays: a line that is taken twice changes nothing.
    """
    reason = None
    connection.execute("SAVEPOINT line")
    try:
        _take(connection, line, now)
    except _REFUSED as error:
        connection.execute("ROLLBACK TO line")
        reason = _said(error)
    connection.execute("RELEASE line")
    return reason


def _take(connection: Connection, line: str, now: str) -> None:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise Refused("is no JSON object")
    if (kind := row.get("kind")) is None:
        articles.add(connection, [_plain(row)], now)
    elif kind in KINDS:
        KINDS[kind](connection, row)
    else:
        raise Refused("is of a kind that this version of briefing does not know")


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"
    return str(error) if isinstance(error, Refused) else "is no line of a library's export"


def _plain(row: Row) -> Article:
    """Return an article as a program writes it: only the text must be there."""
    text = clean(fields.text(row, "text"))
    if not text.strip():
        raise Refused('its "text" is empty')
    url = one_line(fields.optional(row, "url") or "") or None
    title = one_line(fields.optional(row, "title") or "") or one_line(text)[:_HEADLINE]
    given = {
        "id": str(row["id"]) if row.get("id") is not None else digest(url or title, text),
        "source": one_line(fields.optional(row, "source") or "") or _host(url) or "import",
        "language": fields.optional(row, "language") or detect(text),
    }
    return article_of({**row, **given, "title": title, "text": text, "url": url})


def _host(url: str | None) -> str | None:
    return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
