"""Pictures as they were scaled, by address, so that the same day again fetches none of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection

from briefing.store.database import Database
from briefing.store.times import moment, stamp

_log = logging.getLogger(__name__)

_KEPT = timedelta(days=7)
_MOST = 500  # pictures; one takes about a hundred kilobytes
_COLUMNS = "address, again_at, etag, last_modified, width, height, data, reason"


@dataclass(frozen=True, slots=True)
class Kept:
    """A scaled picture, or why there is none to show."""

    again_at: datetime
    """When its server is to be asked again."""
    etag: str = ""
    last_modified: str = ""
    width: int = 0
    height: int = 0
    data: bytes = b""
    """Empty where there is none."""
    reason: str = ""


class Pictures:
    """Scaled pictures by address, for a week after they were last asked for.

    A library that cannot be read or written costs what it would have saved, and nothing else: that is said
    once, as a warning in the log.
    """

    def __init__(self, database: Database) -> None:
        """Take the library's file."""
        self._database = database
        self._said = False

    def get(self, addresses: Iterable[str]) -> dict[str, Kept]:
        """Return what is kept of these addresses."""
        named = tuple(addresses)
        nothing: dict[str, Kept] = {}
        found = self._database.read(lambda connection: _found(connection, named), nothing)
        self._warn()
        return found

    def put(self, kept: Mapping[str, Kept], now: datetime) -> None:
        """Keep pictures, in place of what was kept of their addresses; let go of what is old at `now`."""
        self._database.write(lambda connection: _put(connection, kept, now), None)
        self._warn()

    def _warn(self) -> None:
        problem = self._database.problem
        if problem is not None and not self._said:
            self._said = True
            _log.warning("%s: %s; no picture is remembered in this run", problem.source, problem.message)


def _found(connection: Connection, addresses: tuple[str, ...]) -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    for address in addresses:
        row = connection.execute(f"SELECT {_COLUMNS} FROM pictures WHERE address = ?", (address,)).fetchone()
        if row is not None:
            found[address] = Kept(moment(row[1]) or datetime.min.replace(tzinfo=UTC), *row[2:])
    return found


def _put(connection: Connection, kept: Mapping[str, Kept], now: datetime) -> None:
    connection.executemany(
        f"INSERT OR REPLACE INTO pictures ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                address,
                stamp(one.again_at),
                one.etag,
                one.last_modified,
                one.width,
                one.height,
                one.data,
                one.reason,
            )
            for address, one in kept.items()
        ],
    )
    connection.execute("DELETE FROM pictures WHERE again_at < ?", (stamp(now - _KEPT),))
    connection.execute(
        "DELETE FROM pictures WHERE address NOT IN"
        " (SELECT address FROM pictures ORDER BY again_at DESC LIMIT ?)",
        (_MOST,),
    )
