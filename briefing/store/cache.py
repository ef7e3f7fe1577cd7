"""What is dear to make and can be made again: kept in one file, and never in anyone's way."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from contextlib import closing
from pathlib import Path

_log = logging.getLogger(__name__)

_MOST = 20_000  # entries; a summary takes about a kilobyte
_PATIENCE = 5.0  # seconds that another run may hold the file
_TABLE = """
    CREATE TABLE IF NOT EXISTS cache (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        used INTEGER NOT NULL
    ) WITHOUT ROWID
"""


class Cache:
    """Texts by name, in an SQLite file. The least recently used are forgotten first.

    A file that cannot be read or written costs what it would have saved, and nothing else: that is said once,
    as a warning in the log.
    """

    def __init__(self, path: Path, version: str) -> None:
        """Take the file, made when first needed; what another `version` put there is not seen."""
        self._path, self._version = path, version
        self._broken = False

    def get(self, key: str) -> str | None:
        """Return what was put under `key`, or None."""
        named = self._named(key)
        found = self._run("SELECT value FROM cache WHERE key = ?", (named,))
        if not found:
            return None
        self._run("UPDATE cache SET used = ? WHERE key = ?", (time.time_ns(), named))
        return str(found[0][0])

    def put(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        self._run("INSERT OR REPLACE INTO cache VALUES (?, ?, ?)", (self._named(key), value, time.time_ns()))
        self._run(
            "DELETE FROM cache WHERE key IN (SELECT key FROM cache ORDER BY used DESC LIMIT -1 OFFSET ?)",
            (_MOST,),
        )

    def _named(self, key: str) -> str:
        return hashlib.sha256(f"{self._version}\x1f{key}".encode()).hexdigest()

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        """Run one statement in a transaction of its own and return its rows."""
        if self._broken:
            return []
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as connection, connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(_TABLE)
                return connection.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._broken = True
            _log.warning("%s: %s; nothing is remembered in this run", self._path, error)
            return []
