"""The library as JSON lines: a line for each article, briefing, source and address, in a fixed order."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from sqlite3 import Connection
from typing import Any

from briefing.store.body import row, unpack
from briefing.store.migrate import scripts

Row = dict[str, Any]


def export(connection: Connection, write: Callable[[str], object]) -> int:
    """Write each line, with its newline, as it is read; return how many there are after the first.

    What a model wrote can be written again, pictures can be fetched again, and both are left out. Everything
    else is told, to the letter.
    """
    write(_line({"kind": "library", "form": len(scripts())}))
    count = 0
    for part in (_articles, _given, _briefings, _seen, _fetches, _titles):
        for told in part(connection):
            write(_line(told))
            count += 1
    return count


def _line(told: Row) -> str:
    return json.dumps(told) + "\n"


def _articles(connection: Connection) -> Iterator[Row]:
    rows = connection.execute(
        "SELECT id, version, key, first_seen, last_seen, changed_at FROM articles ORDER BY key"
    )
    for number, latest, key, first_seen, last_seen, changed_at in rows:
        versions = connection.execute(
            "SELECT id, body FROM versions WHERE article = ? ORDER BY exact", (number,)
        ).fetchall()
        yield {
            "kind": "article",
            "key": key,
            "first_seen": first_seen,
            "last_seen": last_seen,
            "changed_at": changed_at,
            "latest": [version for version, _ in versions].index(latest),
            "versions": [row(unpack(body)) for _, body in versions],
        }


def _given(connection: Connection) -> Iterator[Row]:
    for (address,) in connection.execute("SELECT DISTINCT address FROM given ORDER BY address"):
        rows = connection.execute(
            "SELECT key, exact FROM given JOIN versions ON versions.id = given.version"
            " JOIN articles ON articles.id = versions.article WHERE address = ? ORDER BY place",
            (address,),
        )
        yield {
            "kind": "given",
            "address": address,
            "articles": [_reference(key, exact) for key, exact in rows],
        }


def _briefings(connection: Connection) -> Iterator[Row]:
    rows = connection.execute(
        "SELECT id, date, title, made_at, delivered_at, formats, stories FROM briefings ORDER BY id"
    )
    for name, date, title, made_at, delivered_at, formats, stories in rows:
        told = connection.execute(
            "SELECT name, key, exact FROM told JOIN versions ON versions.id = told.version"
            " JOIN articles ON articles.id = versions.article WHERE briefing = ? ORDER BY name",
            (name,),
        )
        yield {
            "kind": "briefing",
            "id": name,
            "date": date,
            "title": title,
            "made_at": made_at,
            "delivered_at": delivered_at,
            "formats": json.loads(formats),
            "stories": json.loads(stories),
            "told": {article: _reference(key, exact) for article, key, exact in told},
        }


def _seen(connection: Connection) -> Iterator[Row]:
    names = ("key", "content", "copy", "date", "delivered_at", "title", "source")
    for *told, sketch in connection.execute(
        f"SELECT {', '.join(names)}, sketch FROM seen ORDER BY key, content"
    ):
        packed = base64.b64encode(sketch).decode() if sketch else None
        yield {"kind": "seen", **dict(zip(names, told, strict=True)), "sketch": packed}


def _fetches(connection: Connection) -> Iterator[Row]:
    cursor = connection.execute("SELECT * FROM fetches ORDER BY address")
    names = [column[0] for column in cursor.description]
    for told in cursor:
        yield {"kind": "fetch", **dict(zip(names, told, strict=True))}


def _titles(connection: Connection) -> Iterator[Row]:
    for address, title in connection.execute("SELECT address, title FROM titles ORDER BY address"):
        yield {"kind": "title", "address": address, "title": title}


def _reference(key: str, exact: bytes) -> list[str]:
    return [key, exact.hex()]
