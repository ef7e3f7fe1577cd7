"""What a run came to: its problems on stderr, its exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.cli import log
from briefing.cli.journal import journal
from briefing.errors import BriefingError, ConfigError, LockedError
from briefing.model import Briefing, Problem

if TYPE_CHECKING:
    from briefing.config import Config

MADE, NOTHING, USAGE, PARTLY, DEFERRED, LOCKED = range(6)


def report(problems: Iterable[Problem], *, quiet: bool = False) -> None:
    """Say each problem on a line of stderr."""
    for problem in problems:
        journal.problem(problem)
        told = f"{problem.source}: {problem.message}"
        log.say(told, "problem", quiet=quiet, source=problem.source, cause=problem.message)


def refuse_if_nothing(briefing: Briefing, config: Config) -> None:
    """Raise BriefingError where there is no briefing to show: nothing was read, or `--strict` forbids it."""
    if config.strict and briefing.problems:
        raise BriefingError(f"nothing was made: --strict, and {_count(briefing.problems)} (named above)")
    if briefing.problems and not briefing.stories:
        raise BriefingError("nothing could be made: no source gave an article")


def code(problems: Sequence[Problem], *, made: int) -> int:
    """Return the exit code of a run that made so many things and met these problems."""
    if not problems:
        return MADE
    return PARTLY if made else NOTHING


def code_of(error: Exception) -> int:
    """Return the exit code of a run that an error ended."""
    if isinstance(error, LockedError):
        return LOCKED
    return USAGE if isinstance(error, ConfigError) else NOTHING


def _count(problems: tuple[Problem, ...]) -> str:
    return "one problem" if len(problems) == 1 else f"{len(problems)} problems"
