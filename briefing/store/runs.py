"""The journal of runs: when each began and ended, how long its steps took, and what went wrong."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection
from typing import Any, Literal

from briefing.model import Problem
from briefing.store.database import Database
from briefing.store.faults import damaged
from briefing.store.times import Clock, moment, stamp, utc_now

DELIVERED = (0, 3, 4)
"""The exit codes of runs whose briefing has reached its reader, or waits in the outbox."""
_REFUSED = 1
"""That of a run, among others, whose mail was refused for good."""

_KEPT = timedelta(days=90)
_ALWAYS = 50  # runs that are kept however old: a clock that was wrong once must not empty the journal
_PROBLEMS = 100  # that are kept of one run
_COLUMNS = "number, command, settings, key, edition, process, started_at, ended_at, code, steps, problems"

State = Literal["ended", "under way", "did not end"]
Took = tuple[str, float]
"""A step, and how many seconds it took."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run, as far as it has come."""

    command: str
    started_at: datetime
    settings: str = ""
    """The settings file; empty where none was used."""
    key: str = ""
    """The same for all runs that make the same briefing for the same readers."""
    edition: date | None = None
    """Whose day's briefing it makes; None where it came to none."""
    ended_at: datetime | None = None
    code: int | None = None
    steps: tuple[Took, ...] = ()
    problems: tuple[Problem, ...] = ()
    process: int = field(default_factory=os.getpid)
    number: int = 0

    @property
    def state(self) -> State:
        """Return whether it has ended, is under way, or was broken off."""
        if self.ended_at is not None:
            return "ended"
        return "under way" if _alive(self.process) else "did not end"


class Runs:
    """The journal. Nothing raises for what a file or a disk may do: see `Database`."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        """Take the library's file."""
        self._database, self._clock = database, clock

    @property
    def problem(self) -> Problem | None:
        """Why nothing is noted any more; None as long as all is well."""
        return self._database.problem

    def note(self, run: Run) -> int:
        """Note a run, or how far it has come since it was noted under its number; return the number.

        0 where it could not be noted.
        """
        return self._database.write(
            lambda c: _note(c, run, self._clock()), 0, durable=run.ended_at is not None
        )

    def delivered(self, key: str, edition: date) -> bool:
        """Return whether a run has delivered the briefing of a day, or handed it over and been refused."""
        mailed = "EXISTS (SELECT 1 FROM json_each(steps) WHERE json_extract(value, '$[0]') = 'mailing')"
        done = f"code IN {DELIVERED} OR (code = {_REFUSED} AND {mailed})"
        query = f"SELECT 1 FROM runs WHERE key = ? AND edition = ? AND ({done})"
        values = (key, edition.isoformat())
        return self._database.read(lambda c: c.execute(query, values).fetchone() is not None, False)

    def latest(self, most: int, settings: str | None = None) -> tuple[Run, ...]:
        """Return the latest runs, the newest first: all, or those by one settings file."""
        query = (
            f"SELECT {_COLUMNS} FROM runs WHERE settings = coalesce(?, settings) ORDER BY number DESC LIMIT ?"
        )
        values = (settings, most)
        return self._database.read(lambda c: tuple(_run(row) for row in c.execute(query, values)), ())


def _note(connection: Connection, run: Run, now: datetime) -> int:
    values = (
        run.command,
        run.settings,
        run.key,
        run.edition.isoformat() if run.edition else "",
        run.process,
        stamp(run.started_at),
        stamp(run.ended_at) if run.ended_at else None,
        run.code,
        json.dumps(run.steps),
        json.dumps([[each.source, each.message] for each in run.problems[:_PROBLEMS]]),
    )
    row = connection.execute(
        f"INSERT OR REPLACE INTO runs ({_COLUMNS}) VALUES (?{', ?' * len(values)}) RETURNING number",
        (run.number or None, *values),
    ).fetchone()
    connection.execute(
        "DELETE FROM runs WHERE started_at < ? AND number <= ?", (stamp(now - _KEPT), row[0] - _ALWAYS)
    )
    return int(row[0])


def _run(row: Sequence[Any]) -> Run:
    number, command, settings, key, edition, process, started_at, ended_at, code, steps, problems = row
    try:
        return Run(
            command,
            moment(started_at) or datetime.min.replace(tzinfo=UTC),
            settings,
            key,
            date.fromisoformat(edition) if edition else None,
            moment(ended_at),
            code,
            tuple((str(name), float(seconds)) for name, seconds in json.loads(steps)),
            tuple(Problem(source, message) for source, message in json.loads(problems)),
            process,
            number,
        )
    except (TypeError, ValueError) as error:
        raise damaged(str(error)) from error


def _alive(process: int) -> bool:
    """Return whether a process is there."""
    if process == os.getpid():
        return True
    if sys.platform == "win32":  # where to ask is to end it
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True  # somebody else's
    except OSError:
        return False
    return True
