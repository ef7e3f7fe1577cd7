"""From any older form of the library to today's: numbered SQL scripts, each run once, in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from briefing.store.faults import Unusable

OURS = 0x42524946
"""What marks a file as a library of this program ("BRIF"), in SQLite's `application_id`."""


def scripts() -> list[Path]:
    """Return the scripts in order; the number of the last is the version of today's form."""
    return sorted(Path(__file__).with_name("migrations").glob("*.sql"))


def refuse_what_is_not_ours(connection: sqlite3.Connection) -> None:
    """Raise Unusable for another program's file and for one of a newer version; nothing is changed."""
    version, newest = _number(connection, "user_version"), len(scripts())
    if version > newest:
        raise Unusable(
            f"was written by a newer briefing (its form is {version}, this one knows {newest}): "
            "update briefing, or name another folder in BRIEFING_HOME"
        )
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if _number(connection, "application_id") != OURS and (tables or version):
        raise Unusable("is another program's database: name another folder in BRIEFING_HOME")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to today's form: each script is run whole or not at all.

    Two processes that come at once both find it done. The connection must be in autocommit.
    """
    for number, script in enumerate(scripts(), 1):
        if _number(connection, "user_version") >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _number(connection, "user_version") < number:  # nobody else was first
                for statement in _statements(script.read_text("utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {OURS}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _number(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script: `executescript` would end the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
