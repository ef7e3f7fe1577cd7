"""`briefing status`: how the last run went, when the next is due, and what waits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import options, outcome

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.schedule import Installed
    from briefing.store import Entry
    from briefing.store.runs import Run

_FAR = 100  # runs that are looked through for one that made something
_CODES = {
    outcome.MADE: "made",
    outcome.NOTHING: "nothing was made",
    outcome.USAGE: "the settings are wrong",
    outcome.PARTLY: "made, but something failed",
    outcome.DEFERRED: "made, but mail is deferred",
    outcome.LOCKED: "another run was under way",
}


@dataclass(frozen=True, slots=True)
class _Status:
    last: Run | None
    made: Run | None
    """The last run that made something."""
    scheduled: Sequence[Installed]
    unsent: Sequence[Entry]
    library: Path
    size: int
    problem: Problem | None


def status(
    config: options.ConfigFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Say how the last run went, when the next is due, what waits in the outbox, and where the library is.

    With --config it tells of that settings file's runs and schedule alone.

    Examples:

      briefing status

      briefing status --json
    """
    found = _found(options.settings_file(config) if config else None)
    if as_json:
        typer.echo(json.dumps(_object(found), ensure_ascii=False, indent=2))
        return
    for title, line in _lines(found):
        typer.echo(f"{title:<10}{line}")


def _found(settings: Path | None) -> _Status:
    from briefing import schedule
    from briefing.store import FILE, Database, Library, Outbox, home
    from briefing.store.runs import DELIVERED, Runs

    path = home() / FILE
    scheduled = tuple(schedule.installed(schedule.name(settings) if settings else None))
    if not path.exists():
        return _Status(None, None, scheduled, (), path, 0, None)
    database = Database(path)
    runs = Runs(database).latest(_FAR, str(settings) if settings else None)
    made = next((run for run in runs if run.code in DELIVERED), None)
    unsent = tuple(entry for entry in Outbox(database).entries() if entry.state != "sent")
    size = Library(path).size()
    return _Status(runs[0] if runs else None, made, scheduled, unsent, path, size, database.problem)


def _lines(found: _Status) -> Iterator[tuple[str, str]]:
    yield from _last(found.last)
    if found.made and found.made is not found.last:
        yield "last made", f"{_time(found.made.started_at)}  {found.made.command}"
    for each in found.scheduled:
        asleep = "" if each.active else ", but it is not running"
        yield "next run", f"{_time(_next(each))}  {each.how}, {each.due.schedule}{asleep} ({each.name})"
    if not found.scheduled:
        yield "next run", "none is scheduled: see `briefing schedule --help`"
    yield "outbox", _outbox(found.unsent)
    size = f"{found.size / 1_000_000:,.1f} MB" if found.size else "there is none yet"
    yield "library", f"{found.library}  {size}"
    if found.problem:
        yield "", found.problem.message


def _last(run: Run | None) -> Iterator[tuple[str, str]]:
    if run is None:
        yield "last run", "none yet"
        return
    yield "last run", f"{_time(run.started_at)}  {run.command}{_took(run)}: {_came_to(run)}"
    if run.steps:
        yield "", ", ".join(f"{name} {seconds:.1f} s" for name, seconds in run.steps)
    for problem in run.problems:
        yield "", ": ".join(filter(None, (problem.source, problem.message)))


def _took(run: Run) -> str:
    return f", {(run.ended_at - run.started_at).total_seconds():.0f} s" if run.ended_at else ""


def _came_to(run: Run) -> str:
    if run.code is None:
        return run.state
    told = _CODES.get(run.code, "it was broken off")
    return f"{told} (exit code {run.code})"


def _outbox(unsent: Sequence[Entry]) -> str:
    waiting = [entry for entry in unsent if entry.state == "waiting"]
    refused = len(unsent) - len(waiting)
    parts = []
    if waiting:
        parts.append(f"{len(waiting):,} waiting, due {_time(min(entry.next_at for entry in waiting))}")
    if refused:
        parts.append(f"{refused:,} refused")
    return f"{'; '.join(parts)}: see `briefing outbox list`" if parts else "nothing waits"


def _next(each: Installed) -> datetime:
    return each.due.schedule.next(datetime.now(UTC))


def _time(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _object(found: _Status) -> dict[str, Any]:
    waiting = [entry.next_at for entry in found.unsent if entry.state == "waiting"]
    return {
        "last": _run(found.last),
        "last_made": _run(found.made),
        "scheduled": [
            {
                "name": each.name,
                "by": each.how,
                "at": f"{each.due.schedule.at:%H:%M}",
                "days": each.due.schedule.days_text,
                "next": _next(each).isoformat(),
                "active": each.active,
            }
            for each in found.scheduled
        ],
        "outbox": {
            "waiting": len(waiting),
            "refused": len(found.unsent) - len(waiting),
            "next": min(waiting).isoformat() if waiting else None,
        },
        "library": {
            "path": str(found.library),
            "bytes": found.size,
            "problem": found.problem.message if found.problem else None,
        },
    }


def _run(run: Run | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {
        "command": run.command,
        "settings": run.settings or None,
        "date": run.edition.isoformat() if run.edition else None,
        "state": run.state,
        "started": run.started_at.isoformat(),
        "ended": run.ended_at.isoformat() if run.ended_at else None,
        "code": run.code,
        "steps": [{"step": name, "seconds": seconds} for name, seconds in run.steps],
        "problems": [{"source": each.source, "message": each.message} for each in run.problems],
    }
