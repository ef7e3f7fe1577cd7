"""The outbox: mail is noted before it is sent and marked after, so that none is lost.

Between a server's last word and the mark lies a moment in which a run that is killed leaves a message that
will go out once more. It then has the same Message-ID, by which mail programs know it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from sqlite3 import Connection
from typing import Any, Literal

from briefing.model import Briefing, Problem
from briefing.store import briefings
from briefing.store.database import Database
from briefing.store.times import Clock, moment, stamp, utc_now

State = Literal["waiting", "sent", "refused"]

_BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 30, 60, 120, 240))
"""How long after each vain attempt the next is due; the last holds for all that follow."""
_PATIENCE = timedelta(days=5)
"""How long it is tried (RFC 5321, 4.5.4.1)."""
_KEPT = timedelta(days=90)
"""How long it is known what was sent, and what was refused is kept."""
_ENTRY = (
    "outbox.number, mail, recipient, state, attempts, next_at, changed_at, reason, subject, made_at, size"
    " FROM outbox JOIN mails ON mails.id = mail"
)


@dataclass(frozen=True, slots=True)
class Queued:
    """A message and those who are to get it."""

    id: str
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A message for a recipient, and how far it is."""

    number: int
    mail: str
    recipient: str
    state: State
    attempts: int
    next_at: datetime
    changed_at: datetime
    reason: str
    """Why it is not sent yet, or never will be by itself."""
    subject: str
    made_at: datetime
    size: int
    """In bytes."""


class Outbox:
    """What is to be mailed. Nothing raises for what a file or a disk may do: see `Database`."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        """Take the library's file."""
        self._database, self._clock = database, clock

    @property
    def problem(self) -> Problem | None:
        """Why nothing is noted any more; None as long as all is well."""
        return self._database.problem

    def put(
        self,
        mails: Sequence[Queued],
        subject: str,
        *,
        edition: str = "",
        briefing: Briefing | None = None,
        again: bool = False,
    ) -> bool:
        """Note mail that is to be sent now, and with it the briefing, if such things are remembered.

        What was sent to a recipient stays sent, unless it is to go `again`. Returns whether it is noted, also
        against a loss of power.
        """

        def put(connection: Connection) -> bool:
            now = self._clock()
            name = briefings.record(connection, briefing, ("eml",), stamp(now)) if briefing else None
            for mail in mails:
                _put(connection, mail, (edition, name, subject), now, again=again)
            _forget(connection, now)
            return True

        return self._database.write(put, False, durable=True)

    def ready(self, ids: Sequence[str]) -> tuple[Queued, ...]:
        """Return of these messages what waits to be sent, whenever that is due."""
        chosen = "mail IN (SELECT value FROM json_each(?))"
        return self._database.read(lambda c: _mails(c, chosen, (json.dumps(ids),)), ())

    def due(self, edition: str = "") -> tuple[Queued, ...]:
        """Return what waits and is due, the oldest first, with all that waits of an edition.

        A time further off than any attempt puts it was written by a clock that has been set back since.
        """
        now = self._clock()
        chosen = "(next_at <= ? OR next_at > ? OR (edition <> '' AND edition = ?))"
        values = (stamp(now), stamp(now + _BACK_OFF[-1]), edition)
        return self._database.read(lambda c: _mails(c, chosen, values), ())

    def sent(self, mail: str, recipients: Sequence[str]) -> bool:
        """Mark a message as sent to these, and its briefing as delivered: both or neither.

        Returns whether that is noted.
        """
        return self._database.write(
            lambda c: _sent(c, mail, recipients, stamp(self._clock())), False, durable=True
        )

    def failed(self, mail: str, reasons: Mapping[str, tuple[str, bool]]) -> bool:
        """Note why a message did not go out to these recipients, and whether that will last."""
        now = self._clock()
        return self._database.write(lambda c: _failed(c, mail, reasons, now), False, durable=True)

    def entries(self, *, edition: str | None = None) -> tuple[Entry, ...]:
        """Return what is noted, the oldest first: all, or of one edition alone."""
        where, values = ("WHERE edition = ?", (edition,)) if edition is not None else ("", ())
        rows = f"SELECT {_ENTRY} {where} ORDER BY outbox.number"
        return self._database.read(lambda c: tuple(_entry(row) for row in c.execute(rows, values)), ())

    def data(self, number: int) -> bytes | None:
        """Return the message of an entry; None where there is no such entry, or it was sent."""
        query = "SELECT data FROM outbox JOIN mails ON mails.id = mail WHERE number = ?"
        row = self._database.read(lambda c: c.execute(query, (number,)).fetchone(), None)
        return row[0] if row else None

    def wake(self, number: int | None = None) -> tuple[str, ...]:
        """Let an entry that is not sent, or all of them, be due now; return the ids of their messages."""
        now = stamp(self._clock())
        query = "UPDATE outbox SET state = 'waiting', attempts = 0, next_at = ?"
        which = "state <> 'sent' AND number = coalesce(?, number)"

        def wake(connection: Connection) -> tuple[str, ...]:
            rows = connection.execute(f"{query} WHERE {which} RETURNING mail", (now, number)).fetchall()
            return tuple(dict.fromkeys(row[0] for row in rows))

        return self._database.write(wake, ())

    def drop(self, number: int) -> bool:
        """Forget an entry; return whether there was one."""

        def drop(connection: Connection) -> bool:
            gone = connection.execute("DELETE FROM outbox WHERE number = ?", (number,)).rowcount
            connection.execute("DELETE FROM mails WHERE id NOT IN (SELECT mail FROM outbox)")
            _prune(connection)
            return bool(gone)

        return self._database.write(drop, False)


def _put(
    connection: Connection,
    mail: Queued,
    about: tuple[str, str | None, str],
    now: datetime,
    *,
    again: bool,
) -> None:
    connection.execute(
        "INSERT INTO mails (id, edition, briefing, subject, sender, made_at, size, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET edition = excluded.edition,"
        " briefing = excluded.briefing, subject = excluded.subject, sender = excluded.sender,"
        " made_at = excluded.made_at, size = excluded.size, data = excluded.data",
        (mail.id, *about, mail.sender, stamp(now), len(mail.data), mail.data),
    )
    for recipient in mail.recipients:
        connection.execute(
            "INSERT INTO outbox (mail, recipient, state, next_at, changed_at) VALUES (?, ?, 'waiting', ?, ?)"
            " ON CONFLICT (mail, recipient) DO UPDATE SET state = 'waiting', attempts = 0,"
            " next_at = excluded.next_at, changed_at = excluded.changed_at WHERE state <> 'sent' OR ?",
            (mail.id, recipient, stamp(now), stamp(now), again),
        )
    _prune(connection)


def _mails(connection: Connection, where: str, values: Sequence[str]) -> tuple[Queued, ...]:
    rows = connection.execute(
        "SELECT mails.id, sender, data, recipient FROM outbox JOIN mails ON mails.id = mail"
        f" WHERE state = 'waiting' AND {where} ORDER BY mails.made_at, mails.id, number",
        values,
    )
    return tuple(
        Queued(name, sender, tuple(row[3] for row in each), data)
        for (name, sender, data), each in groupby(rows, key=lambda row: row[:3])
    )


def _sent(connection: Connection, mail: str, recipients: Sequence[str], now: str) -> bool:
    for recipient in recipients:
        connection.execute(
            "UPDATE outbox SET state = 'sent', attempts = attempts + 1, changed_at = ?, reason = ''"
            " WHERE mail = ? AND recipient = ?",
            (now, mail, recipient),
        )
    _prune(connection)
    row = connection.execute("SELECT briefing FROM mails WHERE id = ?", (mail,)).fetchone()
    if row and row[0]:
        briefings.deliver(connection, row[0], now)
    return True


def _failed(
    connection: Connection, mail: str, reasons: Mapping[str, tuple[str, bool]], now: datetime
) -> bool:
    for recipient, (reason, lasting) in reasons.items():
        row = connection.execute(
            "SELECT attempts, made_at FROM outbox JOIN mails ON mails.id = mail"
            " WHERE mail = ? AND recipient = ?",
            (mail, recipient),
        ).fetchone()
        if row is None:
            continue
        attempts, made_at = row
        over = now - (moment(made_at) or now) > _PATIENCE
        connection.execute(
            "UPDATE outbox SET state = ?, attempts = attempts + 1, next_at = ?, changed_at = ?, reason = ?"
            " WHERE mail = ? AND recipient = ?",
            (
                "refused" if lasting or over else "waiting",
                stamp(now + _BACK_OFF[min(attempts, len(_BACK_OFF) - 1)]),
                stamp(now),
                f"given up after {_PATIENCE.days} days: {reason}" if over and not lasting else reason,
                mail,
                recipient,
            ),
        )
    return True


def _prune(connection: Connection) -> None:
    """Let go of the bytes of messages that everybody has."""
    connection.execute(
        "UPDATE mails SET data = NULL WHERE data IS NOT NULL"
        " AND id NOT IN (SELECT mail FROM outbox WHERE state <> 'sent')"
    )


def _forget(connection: Connection, now: datetime) -> None:
    """Let go of what was sent or refused long ago."""
    connection.execute(
        "DELETE FROM outbox WHERE state <> 'waiting' AND changed_at < ?", (stamp(now - _KEPT),)
    )
    connection.execute("DELETE FROM mails WHERE id NOT IN (SELECT mail FROM outbox)")


def _entry(row: Sequence[Any]) -> Entry:
    number, mail, recipient, state, attempts, next_at, changed_at, reason, subject, made_at, size = row
    due, changed, made = (moment(each) or utc_now() for each in (next_at, changed_at, made_at))
    return Entry(number, mail, recipient, state, attempts, due, changed, reason, subject, made, size)
