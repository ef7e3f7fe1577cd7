"""What is dear to make and can be made again: kept in the library, and never in anyone's way."""

from __future__ import annotations

import hashlib
import logging
import time
from sqlite3 import Connection

from briefing.store.database import Database

_log = logging.getLogger(__name__)

_MOST = 20_000  # entries; a summary takes about a kilobyte


class Cache:
    """Texts by name. The least recently used are forgotten first.

    A library that cannot be read or written costs what it would have saved, and nothing else: that is said
    once, as a warning in the log.
    """

    def __init__(self, database: Database, version: str) -> None:
        """Take the library's file; what another `version` put there is not seen."""
        self._database, self._version = database, version
        self._said = False

    def get(self, key: str) -> str | None:
        """Return what was put under `key`, or None."""
        named = self._named(key)

        def find(connection: Connection) -> str | None:
            row = connection.execute("SELECT value FROM cache WHERE key = ?", (named,)).fetchone()
            return str(row[0]) if row else None

        def use(connection: Connection) -> None:
            connection.execute("UPDATE cache SET used = ? WHERE key = ?", (time.time_ns(), named))

        found = self._database.read(find, None)
        if found is not None:
            self._database.write(use, None)
        self._warn()
        return found

    def put(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        named = self._named(key)

        def keep(connection: Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO cache (key, value, used) VALUES (?, ?, ?)",
                (named, value, time.time_ns()),
            )
            (count,) = connection.execute("SELECT count(*) FROM cache").fetchone()
            connection.execute(
                "DELETE FROM cache WHERE key IN (SELECT key FROM cache ORDER BY used LIMIT ?)",
                (max(0, count - _MOST),),
            )

        self._database.write(keep, None)
        self._warn()

    def _named(self, key: str) -> str:
        return hashlib.sha256(f"{self._version}\x1f{key}".encode()).hexdigest()

    def _warn(self) -> None:
        problem = self._database.problem
        if problem is not None and not self._said:
            self._said = True
            _log.warning("%s: %s; nothing is remembered in this run", problem.source, problem.message)
