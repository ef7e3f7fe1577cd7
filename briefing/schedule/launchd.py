"""An agent of launchd's, on a Mac."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.schedule.running import run, write
from briefing.schedule.task import PREFIX, Installed, Task, due_in
from briefing.schedule.when import DAYS, Schedule

NAME = "launchd"
_LABEL = "org."
_LATER = (1, 3, 6)
"""Hours after which it looks again, on any day: the clocks may skip the time itself, and a run may fail."""


def available() -> bool:
    """Return whether this is a Mac."""
    return sys.platform == "darwin"


def plan(task: Task) -> str:
    """Return what would be installed, to be read."""
    return f"<!-- {_path(task.name)} -->\n{_agent(task)}"


def install(task: Task) -> Installed:
    """Install a task in place of what was installed for its settings. Raises BriefingError."""
    path = _path(task.name)
    if path.exists():
        run("launchctl", "bootout", _domain(), str(path))
    write(path, _agent(task))
    if not (done := run("launchctl", "bootstrap", _domain(), str(path))).ok:
        raise BriefingError(f"launchctl bootstrap {_domain()} {path}: {done.said}")
    return Installed(task.name, NAME, task.due, (path,))


def remove(name: str) -> bool:
    """Remove a task; return whether there was one."""
    path = _path(name)
    if not path.exists():
        return False
    run("launchctl", "bootout", _domain(), str(path))
    path.unlink(missing_ok=True)
    return True


def installed() -> Iterator[Installed]:
    """Yield what is installed."""
    for path in sorted(_folder().glob(f"{_LABEL}{PREFIX}*.plist")):
        due = due_in(path.read_text("utf-8", "replace"))
        if due is not None:
            active = run("launchctl", "print", f"{_domain()}/{path.stem}").ok
            yield Installed(path.stem.removeprefix(_LABEL), NAME, due, (path,), active)


def notes() -> Iterator[str]:
    """Yield what hinders it from running at all times."""
    yield "it runs only while you are logged in"


def _agent(task: Task) -> str:
    agent: dict[str, Any] = {
        "Label": _LABEL + task.name,
        "ProgramArguments": [*task.command, "--quiet"],
        "WorkingDirectory": str(task.folder),
        "EnvironmentVariables": dict(task.environment),
        "StartCalendarInterval": list(_intervals(task.due.schedule)),
        "RunAtLoad": True,  # what the machine was switched off for is made up
        "ProcessType": "Background",
    }
    if home := task.environment.get("BRIEFING_HOME"):
        agent["StandardErrorPath"] = str(Path(home) / f"{task.name}.log")
    return plistlib.dumps(agent, sort_keys=False).decode("utf-8")


def _intervals(schedule: Schedule) -> Iterator[dict[str, int]]:
    minute, hour = schedule.at.minute, schedule.at.hour
    if len(schedule.days) == len(DAYS):
        yield {"Hour": hour, "Minute": minute}
    else:
        for day in schedule.days:
            yield {"Weekday": (day + 1) % len(DAYS), "Hour": hour, "Minute": minute}  # 0 is Sunday
    for more in _LATER:
        yield {"Hour": (hour + more) % 24, "Minute": minute}


def _folder() -> Path:
    return Path.home() / "Library" / "LaunchAgents"


def _path(name: str) -> Path:
    return _folder() / f"{_LABEL}{name}.plist"


def _domain() -> str:
    return f"gui/{os.getuid()}" if sys.platform != "win32" else ""
