"""The lines of an export, each by its kind, into the library; what it knows already stays."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from sqlite3 import Connection
from typing import Any

from briefing import copies
from briefing.store import fields, index, records
from briefing.store.body import article_of, fingerprint, pack
from briefing.store.content import content
from briefing.store.fields import Refused, Row
from briefing.store.migrate import scripts


def _header(_connection: Connection, row: Row) -> None:
    if fields.whole(row, "form") > len(scripts()):
        raise Refused("is of a newer briefing: what this one does not know is left out")


def _article(connection: Connection, row: Row) -> None:
    key, seen = fields.text(row, "key"), fields.time(row, "last_seen")
    versions = [article_of(version) for version in fields.rows(row, "versions")]
    latest = versions[fields.whole(row, "latest")]
    found = connection.execute("SELECT id, last_seen FROM articles WHERE key = ?", (key,)).fetchone()
    connection.execute(
        "INSERT INTO articles (key, first_seen, last_seen, changed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET first_seen = min(first_seen, excluded.first_seen),"
        " last_seen = max(last_seen, excluded.last_seen), changed_at = max(changed_at, excluded.changed_at)",
        (key, fields.time(row, "first_seen"), seen, fields.time(row, "changed_at")),
    )
    (number,) = connection.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
    for version in versions:
        connection.execute(
            "INSERT INTO versions (article, exact, content, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (number, fingerprint(version), content(version), pack(version)),
        )
    if found is None or found[1] < seen:
        connection.execute(
            "UPDATE articles SET version = (SELECT id FROM versions WHERE article = ? AND exact = ?)"
            " WHERE id = ?",
            (number, fingerprint(latest), number),
        )
        index.put(connection, number, latest)


def _given(connection: Connection, row: Row) -> None:
    address = fields.text(row, "address")
    if connection.execute("SELECT 1 FROM given WHERE address = ?", (address,)).fetchone():
        return
    for place, reference in enumerate(fields.rows(row, "articles")):
        connection.execute(
            "INSERT INTO given (address, place, version) VALUES (?, ?, ?)",
            (address, place, _version(connection, reference)),
        )


def _briefing(connection: Connection, row: Row) -> None:
    name, delivered_at = fields.text(row, "id"), fields.optional_time(row, "delivered_at")
    stories = records.loads(json.dumps(fields.rows(row, "stories")))
    formats = [fields.text({"formats": each}, "formats") for each in fields.rows(row, "formats")]
    made = connection.execute(
        "INSERT INTO briefings (id, date, title, made_at, delivered_at, formats, stories)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            name,
            fields.date(row, "date"),
            fields.text(row, "title"),
            fields.time(row, "made_at"),
            delivered_at,
            json.dumps(formats),
            records.dumps(stories),
        ),
    )
    if not made.rowcount:
        connection.execute(
            "UPDATE briefings SET delivered_at = coalesce(delivered_at, ?) WHERE id = ?", (delivered_at, name)
        )
        return
    for article, reference in dict(row["told"]).items():
        connection.execute(
            "INSERT INTO told (briefing, name, version) VALUES (?, ?, ?)",
            (name, str(article), _version(connection, reference)),
        )


def _seen(connection: Connection, row: Row) -> None:
    told = [fields.text(row, name) for name in ("key", "content", "title", "source")]
    packed = fields.optional(row, "sketch")
    data = base64.b64decode(packed, validate=True) if packed else None
    if data is not None:
        copies.unpack(data)
    connection.execute(
        "INSERT INTO seen (key, content, title, source, copy, date, delivered_at, sketch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            *told,
            fields.whole(row, "copy"),
            fields.date(row, "date"),
            fields.time(row, "delivered_at"),
            data,
        ),
    )


def _fetch(connection: Connection, row: Row) -> None:
    texts = [fields.optional(row, name) for name in ("etag", "last_modified", "moved_to", "reason")]
    times = [fields.optional_time(row, name) for name in ("fresh_until", "succeeded_at", "failed_at")]
    connection.execute(
        "INSERT INTO fetches (address, etag, last_modified, moved_to, reason, fresh_until, succeeded_at,"
        " failed_at, failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (fields.text(row, "address"), *texts, *times, fields.whole(row, "failures")),
    )


def _title(connection: Connection, row: Row) -> None:
    told = (fields.text(row, "address"), fields.text(row, "title"))
    connection.execute("INSERT INTO titles (address, title) VALUES (?, ?) ON CONFLICT DO NOTHING", told)


def _version(connection: Connection, reference: Any) -> int:
    """Return the number of the version that an export refers to."""
    key, exact = reference
    found = connection.execute(
        "SELECT versions.id FROM versions JOIN articles ON articles.id = article WHERE key = ? AND exact = ?",
        (key, bytes.fromhex(exact)),
    ).fetchone()
    if found is None:
        raise Refused("refers to an article that is not there")
    return int(found[0])


KINDS: Mapping[str, Callable[[Connection, Row], None]] = {
    "library": _header,
    "article": _article,
    "given": _given,
    "briefing": _briefing,
    "seen": _seen,
    "fetch": _fetch,
    "title": _title,
}
"""What takes a line, by its kind. Each raises Refused, or what wrong fields bring about."""
