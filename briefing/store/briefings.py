"""What was in which briefing, and whether it was delivered."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from sqlite3 import Connection

from briefing.model import Article, Briefing
from briefing.store import articles, seen
from briefing.store.records import Record, briefing_id, dumps, loads, told
from briefing.store.times import moment, stamp

_COLUMNS = "id, date, title, made_at, delivered_at, formats, stories"


def record(connection: Connection, briefing: Briefing, formats: Sequence[str], now: str) -> str:
    """Keep a briefing that was made, with its articles, and return its id.

    Made again with the same stories it is the same one, delivered if it was.
    """
    name = briefing_id(briefing)
    kept = _told(briefing)
    _, versions = articles.add(connection, tuple(kept.values()), now)
    connection.execute(
        f"INSERT INTO briefings ({_COLUMNS}) VALUES (?, ?, ?, ?, NULL, ?, ?) ON CONFLICT (id)"
        " DO UPDATE SET made_at = excluded.made_at, formats = excluded.formats, stories = excluded.stories",
        (
            name,
            briefing.date.isoformat(),
            briefing.title,
            stamp(briefing.generated),
            json.dumps(list(formats)),
            dumps(told(briefing)),
        ),
    )
    connection.execute("DELETE FROM told WHERE briefing = ?", (name,))
    connection.executemany(
        "INSERT INTO told (briefing, name, version) VALUES (?, ?, ?)",
        [(name, article, version) for article, version in zip(kept, versions, strict=True)],
    )
    return name


def deliver(connection: Connection, name: str, now: str) -> bool:
    """Take note that a briefing has reached its reader: its articles are seen from now on.

    Returns False where there is no such briefing. What was delivered before stays so, since when it was.
    """
    found = connection.execute("SELECT date, delivered_at FROM briefings WHERE id = ?", (name,)).fetchone()
    if not found:
        return False
    date, delivered_at = found
    if delivered_at is None:
        connection.execute("UPDATE briefings SET delivered_at = ? WHERE id = ?", (now, name))
    for key, number in _articles(connection, name):
        seen.mark(connection, key, articles.version(connection, number), date, delivered_at or now)
    return True


def recent(connection: Connection, most: int, *, delivered: bool) -> tuple[Record, ...]:
    """Return the latest briefings, the newest first; if `delivered`, of those alone that were."""
    where = "WHERE delivered_at IS NOT NULL" if delivered else ""
    order = "delivered_at" if delivered else "made_at"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM briefings {where} ORDER BY {order} DESC, id LIMIT ?", (most,)
    )
    return tuple(_record(row) for row in rows)


def last(connection: Connection, edition: datetime.date) -> Record | None:
    """Return the latest delivered briefing of a day before `edition`."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM briefings WHERE delivered_at IS NOT NULL AND date < ?"
        " ORDER BY date DESC, made_at DESC LIMIT 1",
        (edition.isoformat(),),
    ).fetchone()
    return _record(row) if row else None


def find(connection: Connection, name: str) -> Record | None:
    """Return a briefing by its id."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM briefings WHERE id = ?", (name,)).fetchone()
    return _record(row) if row else None


def _told(briefing: Briefing) -> dict[str, Article]:
    """Return the articles that its reader knows with it: its stories', and those that told nothing new.

    What is cited of an earlier briefing for a figure that changed was told then, and is kept with that.
    """
    own = {name for story in briefing.stories for name in story.articles}
    told = {name: article for name, article in briefing.articles.items() if name in own}
    return told | {article.id: article for article in briefing.known}


def _articles(connection: Connection, name: str) -> list[tuple[str, int]]:
    """Return the key and the version of each article in a briefing."""
    return connection.execute(
        "SELECT articles.key, versions.id FROM told JOIN versions ON versions.id = told.version"
        " JOIN articles ON articles.id = versions.article WHERE told.briefing = ?",
        (name,),
    ).fetchall()


def _record(row: Sequence[str]) -> Record:
    name, date, title, made_at, delivered_at, formats, stories = row
    made = datetime.datetime.fromisoformat(made_at)
    day = datetime.date.fromisoformat(date)
    return Record(name, day, title, made, moment(delivered_at), tuple(json.loads(formats)), loads(stories))
