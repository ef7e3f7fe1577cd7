"""What a source gave last, so that one in which nothing changed need not be read again."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from briefing.model import Article
from briefing.store import articles
from briefing.store.body import unpack


def give(connection: Connection, address: str, given: Sequence[Article], now: str) -> articles.Added:
    """Keep what a source gave, in its order, in place of what it gave before."""
    added, versions = articles.add(connection, given, now)
    connection.execute("DELETE FROM given WHERE address = ?", (address,))
    connection.executemany(
        "INSERT INTO given (address, place, version) VALUES (?, ?, ?)",
        [(address, place, version) for place, version in enumerate(versions)],
    )
    return added


def given(connection: Connection, address: str, now: str) -> tuple[Article, ...]:
    """Return what a source gave last, to the letter; it counts as seen now."""
    rows = connection.execute(
        "SELECT body, article FROM given JOIN versions ON versions.id = version"
        " WHERE address = ? ORDER BY place",
        (address,),
    ).fetchall()
    connection.executemany(
        "UPDATE articles SET last_seen = max(last_seen, ?) WHERE id = ?", [(now, row[1]) for row in rows]
    )
    return tuple(unpack(row[0]) for row in rows)


def gives(connection: Connection, address: str) -> bool:
    """Return whether a source gave any article last."""
    return (
        connection.execute("SELECT 1 FROM given WHERE address = ? LIMIT 1", (address,)).fetchone() is not None
    )
