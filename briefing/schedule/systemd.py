"""A timer of systemd's, in the user's own manager."""

from __future__ import annotations

import getpass
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing.errors import BriefingError
from briefing.schedule.running import run, write
from briefing.schedule.task import PREFIX, Installed, Task, due_in
from briefing.schedule.when import DAYS, Schedule

NAME = "systemd"
_SAFE = re.compile(r"[\w@%$+=:,./-]+", re.ASCII)
_LATER = (1, 3, 6)
"""Hours after which it looks again: the time itself may be skipped by the clocks, and a run may fail."""

_SERVICE = """\
# Written by `briefing schedule`; `briefing schedule remove` takes it away.
[Unit]
Description=Briefing by {settings}, {schedule}
# Enough for the attempts of an hour; the timer comes again later.
StartLimitIntervalSec=55min
StartLimitBurst=5

[Service]
Type=simple
WorkingDirectory={folder}
{environment}ExecStart={command}
# 3: made, though some source failed. 2: the settings are wrong, and will be in ten minutes.
SuccessExitStatus=3
RestartPreventExitStatus=2
Restart=on-failure
RestartSec=10min
"""
_TIMER = """\
# Written by `briefing schedule`; `briefing schedule remove` takes it away.
[Unit]
Description=Briefing by {settings}, {schedule}

[Timer]
OnCalendar={days}*-*-* {at}{zone}
# Where that failed, or the clocks skipped it; what was made is not made again.
OnCalendar=*-*-* {later}{zone}
# A morning that the machine slept through is made up.
Persistent=true

[Install]
WantedBy=timers.target
"""


def available() -> bool:
    """Return whether the user's manager answers."""
    return bool(shutil.which("systemctl")) and run("systemctl", "--user", "show-environment").ok


def files(task: Task) -> dict[Path, str]:
    """Return what is written where for a task."""
    folder = _folder()
    return {folder / f"{task.name}.service": _service(task), folder / f"{task.name}.timer": _timer(task)}


def plan(task: Task) -> str:
    """Return what would be installed, to be read."""
    return "\n".join(f"# {path}\n{text}" for path, text in files(task).items())


def install(task: Task) -> Installed:
    """Install a task in place of what was installed for its settings. Raises BriefingError."""
    texts = files(task)
    for path, text in texts.items():
        write(path, text)
    timer = f"{task.name}.timer"
    for arguments in (("daemon-reload",), ("enable", timer), ("restart", timer)):
        if not (done := run("systemctl", "--user", *arguments)).ok:
            raise BriefingError(f"systemctl --user {' '.join(arguments)}: {done.said}")
    return Installed(task.name, NAME, task.due, tuple(texts))


def remove(name: str) -> bool:
    """Remove a task; return whether there was one. A run that is under way ends by itself."""
    paths = [path for kind in ("timer", "service") if (path := _folder() / f"{name}.{kind}").exists()]
    if not paths:
        return False
    run("systemctl", "--user", "disable", "--now", f"{name}.timer")
    for path in paths:
        path.unlink(missing_ok=True)
    (_folder() / "timers.target.wants" / f"{name}.timer").unlink(missing_ok=True)
    run("systemctl", "--user", "daemon-reload")
    return True


def installed() -> Iterator[Installed]:
    """Yield what is installed."""
    for service in sorted(_folder().glob(f"{PREFIX}*.service")):
        due = due_in(service.read_text("utf-8", "replace"))
        if due is not None:
            timer = service.with_suffix(".timer")
            active = run("systemctl", "--user", "is-active", timer.name).ok
            yield Installed(service.stem, NAME, due, (service, timer), active)


def notes() -> Iterator[str]:
    """Yield what hinders it from running at all times."""
    user = getpass.getuser()
    if run("loginctl", "show-user", user, "--property=Linger", "--value").said.strip() == "no":
        yield f"it runs only while {user} is logged in; `loginctl enable-linger` lets it run always"


def _folder() -> Path:
    """Return where the user's units lie."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _service(task: Task) -> str:
    program, *arguments = task.command
    return _SERVICE.format(
        settings=_specifiers(str(task.settings)),
        schedule=task.due.schedule,
        folder=_specifiers(f"{task.folder}/."),  # so that no blank or backslash stands at the line's end
        environment="".join(
            f"Environment={_quoted(_specifiers(f'{name}={value}'))}\n"
            for name, value in task.environment.items()
        ),
        # In arguments a dollar sign means something too; in the program it does not.
        command=" ".join(
            _quoted(word)
            for word in (_specifiers(program), *(_specifiers(each).replace("$", "$$") for each in arguments))
        ),
    )


def _timer(task: Task) -> str:
    schedule = task.due.schedule
    hours = ",".join(f"{hour:02}" for hour in sorted((schedule.at.hour + more) % 24 for more in _LATER))
    zone = _zone(task.environment.get("TZ", ""))
    return _TIMER.format(
        settings=_specifiers(str(task.settings)),
        schedule=schedule,
        days=_days(schedule),
        at=f"{schedule.at:%H:%M}:00",
        later=f"{hours}:{schedule.at:%M}:00",
        zone=zone,
    )


def _zone(name: str) -> str:
    """Return the zone that is set for this user alone, if it is one by name."""
    try:
        return f" {ZoneInfo(name).key}" if name else ""
    except (OSError, ValueError):
        return ""


def _days(schedule: Schedule) -> str:
    if len(schedule.days) == len(DAYS):
        return ""
    return ",".join(DAYS[day].capitalize() for day in schedule.days) + " "


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")


def _quoted(text: str) -> str:
    """Return a word in quotes, where it needs any (systemd.syntax(7))."""
    if _SAFE.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
