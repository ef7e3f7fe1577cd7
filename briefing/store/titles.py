"""What a source calls itself."""

from __future__ import annotations

from sqlite3 import Connection


def call(connection: Connection, address: str, title: str) -> None:
    """Take note of what a source calls itself."""
    title = title.encode("utf-8", "replace").decode()  # SQLite refuses half a character
    connection.execute("INSERT OR REPLACE INTO titles (address, title) VALUES (?, ?)", (address, title))


def find(connection: Connection, address: str) -> str:
    """Return what a source called itself when it was last read; empty where it was not, or has no name."""
    row = connection.execute("SELECT title FROM titles WHERE address = ?", (address,)).fetchone()
    return str(row[0]) if row else ""
