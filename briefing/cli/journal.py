"""The run that is under way: noted as it goes, and made but once a day where that was asked for."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import log, options
from briefing.errors import BriefingError, LockedError
from briefing.model import Problem, digest

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.schedule import Due
    from briefing.store.runs import Run, Runs

_WAIT = 20 * 60.0
"""Seconds that a scheduled run waits for another to end: two schedules may well have the same time."""
_ONCE = timedelta(minutes=30)
"""For how long one is made of which nobody can say whether it was: less than lies between two looks."""
_BETWEEN = 2.0  # seconds between two looks


class Journal:
    """What becomes of one run. Where nothing can be noted, nothing is, and the run goes on."""

    _run: Run | None
    _runs: Runs | None

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._run = self._runs = None
        self._began = self._since = time.monotonic()
        self._took: dict[str, float] = {}
        self._step = ""
        self._unattended = False

    def start(self, command: str, file: Path | None, *, unattended: bool) -> None:
        """Begin with a command; nothing is noted yet.

        An `unattended` run that fails before it makes anything is noted then: nobody has seen its message.
        """
        from briefing.store.runs import Run

        self._forget()
        self._unattended = unattended
        settings = options.settings_file(file)
        self._run = Run(
            command,
            datetime.now(UTC),
            str(settings) if settings.is_file() else "",
        )

    def begin(self, chosen: Config, due: Due | None, *, quiet: bool = False) -> bool:
        """Note that a briefing is being made; return False, saying why, where it need not be.

        To be called with the lock held: what another run has made is known then.
        """
        assert self._run is not None
        edition = chosen.date or datetime.now().astimezone().date()
        key = _key(self._run.command, chosen)
        if due is not None and (why := self._needless(key, due)):
            log.say(why, "needless", logging.INFO, quiet=quiet)
            self._run = None
            return False
        self._note(key=key, edition=edition)
        self._refuse_blindly(due, edition)
        return True

    def step(self, what: str) -> None:
        """Take note that another step has begun, or, without a name, that the last has ended."""
        if what == self._step:
            return
        now = time.monotonic()
        if self._step:
            took = now - self._since
            self._took[self._step] = self._took.get(self._step, 0.0) + took
            log.tell(f"{self._step} took {took:.1f} s", "step done", step=self._step, seconds=round(took, 3))
        if what:
            log.tell(what, "step", step=what)
        self._step, self._since = what, now
        if self._run is not None and self._run.number:
            self._note()

    def problem(self, problem: Problem) -> None:
        """Take note of what went wrong."""
        if self._run is not None:
            self._run = replace(self._run, problems=(*self._run.problems, problem))

    def end(self, code: int, message: str = "") -> None:
        """Take note of the exit code, and of the error that ended the run."""
        self.step("")
        seconds = time.monotonic() - self._began
        log.tell(f"exit code {code}", "outcome", code=code, seconds=round(seconds, 3))
        if self._run is None:
            return
        if message:
            self.problem(Problem("", message))
        if self._run.number or (self._unattended and code):
            self._note(ended_at=datetime.now(UTC), code=code)
        self._run = None

    def _needless(self, key: str, due: Due) -> str:
        edition = due.edition(datetime.now(UTC))
        if edition is None:
            return f"no briefing is due yet: the first is at {_local(due)}"
        if self._journal().delivered(key, edition):
            return f"the briefing of {edition} has been made; the next is due at {_local(due)}"
        return ""

    def _refuse_blindly(self, due: Due | None, edition: date) -> None:
        """Raise BriefingError where nothing is noted: each look of the day would make the same again."""
        problem = self._journal().problem
        if due is None or problem is None:
            return
        if datetime.now(UTC) - due.schedule.moment(edition) > _ONCE:
            raise BriefingError(
                f"{problem.source}: {problem.message}; without it nobody knows whether it was made"
            )

    def _note(self, **more: object) -> None:
        assert self._run is not None
        steps = tuple((name, round(seconds, 3)) for name, seconds in self._took.items())
        if self._step:
            steps = (*steps, (self._step, 0.0)) if self._step not in self._took else steps
        self._run = replace(self._run, steps=steps, **more)  # type: ignore[arg-type]  # its own fields
        self._run = replace(self._run, number=self._journal().note(self._run) or self._run.number)

    def _journal(self) -> Runs:
        if self._runs is None:
            from briefing.store import FILE, Database, home
            from briefing.store.runs import Runs

            self._runs = Runs(Database(home() / FILE))
        return self._runs


journal = Journal()
"""This process's."""


def scheduled(text: str | None, chosen: Config) -> tuple[Due | None, Config]:
    """Return what `--due` says, and the settings for the day whose briefing is due. Raises ConfigError."""
    if text is None:
        return None, chosen
    from briefing import config, schedule

    due = schedule.due(text)
    return due, config.override(chosen, date=due.edition(datetime.now(UTC)))


@contextmanager
def alone(chosen: Config, due: Due | None, *, always: bool = False) -> Iterator[tuple[Problem, ...]]:
    """Keep other runs away, as `pipeline.alone` does; a scheduled one waits for them first."""
    from briefing import pipeline

    deadline = time.monotonic() + _WAIT
    with ExitStack() as stack:
        while True:
            try:
                unlocked = stack.enter_context(pipeline.alone(chosen, always=always or due is not None))
                break
            except LockedError:
                if due is None or time.monotonic() > deadline:
                    raise
                time.sleep(_BETWEEN)
        yield unlocked


def _key(command: str, chosen: Config) -> str:
    """Return a name for all runs that make the same briefing for the same readers."""
    sources = (at if "://" in at else str(Path(at).absolute()) for at in (each.at for each in chosen.sources))
    readers = sorted(chosen.mail.to) if command == "email" else (str(chosen.out.absolute()), *chosen.formats)
    return digest(command, chosen.title, str(chosen.only_new), *sources, *readers)


def _local(due: Due) -> str:
    return f"{due.schedule.next(datetime.now(UTC)).astimezone():%Y-%m-%d %H:%M}"
