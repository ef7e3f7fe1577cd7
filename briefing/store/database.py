"""One SQLite file, opened safely; what fails with it is a value and stops nobody."""

from __future__ import annotations

import os
import sqlite3
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TypeVar

from briefing.model import Problem
from briefing.store.faults import BUGS, Unusable, explained
from briefing.store.migrate import migrate, refuse_what_is_not_ours

Answer = TypeVar("Answer")
Work = Callable[[sqlite3.Connection], Answer]

_PATIENCE = 10.0  # seconds that another process may hold the file
_inherited: list[sqlite3.Connection] = []  # a parent process's, which a child must neither use nor close


class Database:
    """The file, made when first needed, brought to today's form, and shared by threads.

    Whatever is done is done in a transaction: whole or not at all, also after kill -9. The first failure of
    the file or its disk becomes `problem`; from then on everything answers as if nothing were remembered.
    """

    def __init__(self, path: Path, patience: float = _PATIENCE) -> None:
        """Take the file; `patience` is in seconds, how long another process may hold it."""
        self.path = path
        self.problem: Problem | None = None
        self._patience = patience
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._closing: weakref.finalize[[sqlite3.Connection, int], Database] | None = None

    def read(self, work: Work[Answer], otherwise: Answer) -> Answer:
        """Return what `work` finds, in one state of the file; `otherwise` where it cannot be used."""
        return self._attempt("BEGIN", work, otherwise)

    def write(self, work: Work[Answer], otherwise: Answer, *, durable: bool = False) -> Answer:
        """Return what `work` finds while nobody else writes; `otherwise` where it cannot be done.

        What is written outlives the process; if `durable`, and all before it, also a loss of power.
        """
        return self._attempt("BEGIN IMMEDIATE", work, otherwise, durable=durable)

    def alone(self, statement: str) -> None:
        """Run a statement that is no part of a transaction, such as VACUUM."""
        self._attempt("", lambda connection: connection.execute(statement), None)

    def close(self) -> None:
        """Let the file go. It is opened again when needed."""
        with self._lock:
            if self._closing is not None:
                self._closing()
            self._connection = self._closing = None

    def _attempt(self, begin: str, work: Work[Answer], otherwise: Answer, *, durable: bool = False) -> Answer:
        with self._lock:
            if self.problem is not None:
                return otherwise
            try:
                return _transaction(self._opened(), begin, work, durable=durable)
            except BUGS:
                raise
            except (sqlite3.Error, Unusable) as error:
                self.problem = Problem(str(self.path), explained(error))
                self.close()
                return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._connection is not None and self._process != os.getpid():
            _inherited.append(self._connection)
            self._connection = None
        if self._connection is None:
            self._process = os.getpid()
            self._connection = _open(self.path, self._patience)
            self._closing = weakref.finalize(self, _close, self._connection, self._process)
        return self._connection


def _transaction(connection: sqlite3.Connection, begin: str, work: Work[Answer], *, durable: bool) -> Answer:
    connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    if begin:
        connection.execute(begin)
    try:
        answer = work(connection)
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has ended it by itself where the disk is full
            connection.execute("ROLLBACK")
        raise
    return answer


def _open(path: Path, patience: float) -> sqlite3.Connection:
    """Return a connection in autocommit to the file in today's form."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(explained(error)) from error
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        refuse_what_is_not_ours(connection)
        _write_ahead(connection, patience)
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Let readers and a writer work at once. SQLite does not wait by itself for those that do the same."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _close(connection: sqlite3.Connection, process: int) -> None:
    if process == os.getpid():
        connection.close()
    else:
        _inherited.append(connection)
