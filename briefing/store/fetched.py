"""What is known of an address from fetching it: how to ask whether it changed, and how it fared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from briefing.model import Validators
from briefing.store.times import moment, stamp

_COLUMNS = "etag, last_modified, moved_to, fresh_until, succeeded_at, failed_at, failures, reason"


@dataclass(frozen=True, slots=True)
class Fetched:
    """How an address fared."""

    validators: Validators
    succeeded_at: datetime | None = None
    failed_at: datetime | None = None
    failures: int = 0
    """How many times in a row it has failed."""
    reason: str | None = None
    """Why it failed last; None once it succeeded again."""


def find(connection: Connection, address: str) -> Fetched | None:
    """Return what is known of an address."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM fetches WHERE address = ?", (address,)).fetchone()
    if row is None:
        return None
    etag, last_modified, moved_to, fresh_until, succeeded_at, failed_at, failures, reason = row
    validators = Validators(etag or "", last_modified or "", moved_to, moment(fresh_until))
    return Fetched(validators, moment(succeeded_at), moment(failed_at), failures, reason)


def succeed(connection: Connection, address: str, said: Validators, now: str) -> None:
    """Take note of an answer."""
    fresh_until = stamp(said.fresh_until) if said.fresh_until else None
    connection.execute(
        f"INSERT OR REPLACE INTO fetches (address, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?,"
        " (SELECT failed_at FROM fetches WHERE address = ?), 0, NULL)",
        (address, said.etag, said.last_modified, said.moved_to, fresh_until, now, address),
    )


def fail(connection: Connection, address: str, reason: str, now: str) -> None:
    """Take note of a failure; what the last answer said stays."""
    connection.execute(
        "INSERT INTO fetches (address, failed_at, failures, reason) VALUES (?, ?, 1, ?) ON CONFLICT (address)"
        " DO UPDATE SET failed_at = excluded.failed_at, failures = failures + 1, reason = excluded.reason",
        (address, now, reason),
    )
