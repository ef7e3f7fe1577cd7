"""How large the library is, and letting go of what is old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from briefing.store.seen import LATELY
from briefing.store.times import moment, stamp

_TABLES = ("articles", "briefings", "seen", "fetches", "cache")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the library holds."""

    articles: int = 0
    briefings: int = 0
    seen: int = 0
    """Texts that the reader was sent, or copies of them."""
    fetches: int = 0
    """Addresses that were fetched."""
    failing: int = 0
    """Those of them that failed when they were last fetched."""
    cache: int = 0
    """Texts that were written by a model and need not be written again."""
    since: datetime | None = None
    """When the oldest article was first seen."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was let go."""

    articles: int = 0
    briefings: int = 0


def holdings(connection: Connection) -> Holdings:
    """Count what there is."""
    counts = {table: _count(connection, f"SELECT count(*) FROM {table}") for table in _TABLES}
    failing = _count(connection, "SELECT count(*) FROM fetches WHERE failures > 0")
    (since,) = connection.execute("SELECT min(first_seen) FROM articles").fetchone()
    return Holdings(**counts, failing=failing, since=moment(since))


def prune(connection: Connection, before: datetime, now: datetime) -> Pruned:
    """Let go of what was last seen, made or fetched before a time, and of versions that nothing needs.

    What sources still give stays, and what the reader was sent stays known; copies of it are recognised as
    long as ever.
    """
    old = stamp(before)
    briefings = _delete(connection, "briefings WHERE coalesce(delivered_at, made_at) < ?", old)
    unasked = "max(coalesce(succeeded_at, ''), coalesce(failed_at, '')) < ?"
    _delete(connection, f"given WHERE address IN (SELECT address FROM fetches WHERE {unasked})", old)
    _delete(connection, f"fetches WHERE {unasked}", old)
    _delete(connection, "titles WHERE address NOT IN (SELECT address FROM fetches)")
    _delete(connection, "pictures WHERE again_at < ?", old)
    _delete(
        connection,
        "versions WHERE id NOT IN (SELECT version FROM articles WHERE version IS NOT NULL)"
        " AND id NOT IN (SELECT version FROM told) AND id NOT IN (SELECT version FROM given)",
    )
    needed = (
        "SELECT article FROM versions"
        " WHERE id IN (SELECT version FROM told) OR id IN (SELECT version FROM given)"
    )
    unneeded = f"last_seen < ? AND id NOT IN ({needed})"
    _delete(connection, f"search WHERE rowid IN (SELECT id FROM articles WHERE {unneeded})", old)
    articles = _delete(connection, f"articles WHERE {unneeded}", old)
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")  # forgets what was removed
    connection.execute("UPDATE seen SET sketch = NULL WHERE delivered_at < ?", (stamp(now - LATELY),))
    return Pruned(articles, briefings)


def _count(connection: Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])


def _delete(connection: Connection, what: str, *values: str) -> int:
    return connection.execute(f"DELETE FROM {what}", values).rowcount
