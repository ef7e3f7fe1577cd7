"""Why a library cannot be used, and what helps, in one line."""

from __future__ import annotations

import sqlite3

BUGS = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.DataError)
"""What no state of a file or a disk brings about: a fault of the program, to be raised as such."""

_UNWRITABLE = "make the file and its folder readable and writable, or name another folder in BRIEFING_HOME"
_SET_ASIDE = "`briefing library --set-aside` moves it away and begins a new one"
_HELP = {
    sqlite3.SQLITE_CORRUPT: f"is damaged: {_SET_ASIDE}",
    sqlite3.SQLITE_NOTADB: f"is no library: {_SET_ASIDE}",
    sqlite3.SQLITE_FULL: "the disk is full: make room on it",
    sqlite3.SQLITE_IOERR: "the disk refuses to be read or written: it may be full",
    sqlite3.SQLITE_READONLY: f"cannot be written: {_UNWRITABLE}",
    sqlite3.SQLITE_CANTOPEN: f"cannot be opened: {_UNWRITABLE}",
    sqlite3.SQLITE_PERM: f"cannot be opened: {_UNWRITABLE}",
    sqlite3.SQLITE_BUSY: "another process holds it: try again when that is done",
    sqlite3.SQLITE_LOCKED: "another process holds it: try again when that is done",
}


class Unusable(Exception):
    """A library that this program must not touch; the message says why."""


def damaged(what: str) -> Unusable:
    """Return what is to be raised for something in the library that is not what was put there."""
    return Unusable(f"is damaged: {_SET_ASIDE} ({what})")


def explained(error: Exception) -> str:
    """Return what an error of SQLite, of the file system or of ours means."""
    if isinstance(error, OSError):
        return f"cannot be opened ({error.strerror}): {_UNWRITABLE}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what only SQLite's authors need
    return f"{_HELP[code]} ({error})" if code in _HELP else str(error)
