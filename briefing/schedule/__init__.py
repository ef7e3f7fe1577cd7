"""Who runs a briefing every morning: systemd, launchd or cron, whichever this machine has.

when      a time of the day → which day's briefing is due
task      what is run: the same for all of them
systemd, launchd, crontab   a task → what each of them is told
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from briefing.errors import BriefingError, ConfigError
from briefing.schedule import crontab, launchd, systemd
from briefing.schedule.task import Installed, Task, name
from briefing.schedule.when import Due, Schedule, due, schedule

SCHEDULERS: dict[str, ModuleType] = {each.NAME: each for each in (systemd, launchd, crontab)}
"""By name, the best first."""


def scheduler(how: str | None = None) -> ModuleType:
    """Return the scheduler of that name, else the first that this machine has.

    Raises ConfigError for a name of none, BriefingError where there is none at all.
    """
    if how is not None:
        if how not in SCHEDULERS:
            raise ConfigError(f"--how: {how!r} is no scheduler (there are: {', '.join(SCHEDULERS)})")
        return SCHEDULERS[how]
    found = next((each for each in SCHEDULERS.values() if each.available()), None)
    if found is None:
        raise BriefingError(
            "no scheduler is here: neither a systemd user manager, nor launchd, nor crontab; "
            "install one (as root: apt-get install cron)"
        )
    return found


def installed(name: str | None = None) -> Iterator[Installed]:
    """Yield what is installed with any scheduler: all, or what has that name."""
    for each in SCHEDULERS.values():
        yield from (found for found in each.installed() if name in {None, found.name})


def remove(name: str, *, but: str = "") -> tuple[str, ...]:
    """Remove a task from every scheduler `but` one; return the names of those that had it."""
    return tuple(how for how, each in SCHEDULERS.items() if how != but and each.remove(name))


__all__ = [
    "SCHEDULERS",
    "Due",
    "Installed",
    "Schedule",
    "Task",
    "due",
    "installed",
    "name",
    "remove",
    "schedule",
    "scheduler",
]
