"""A line of the user's crontab, between two comments by which it is known again."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import BriefingError
from briefing.schedule.running import run
from briefing.schedule.task import PREFIX, Installed, Task, due_in

NAME = "cron"
_LONGEST = 990
"""Bytes: cron takes no longer command (MAX_COMMAND, of 1000)."""
_DAEMONS = {"cron", "crond", "fcron", "cronie"}
_BEGIN, _END = "# >>> {} >>>", "# <<< {} <<<"
_BLOCK = re.compile(rf"^# >>> ({PREFIX}\w+) >>>\n(.*?)^# <<< \1 <<<\n", re.DOTALL | re.MULTILINE)


def available() -> bool:
    """Return whether there is a crontab."""
    return shutil.which("crontab") is not None


def plan(task: Task) -> str:
    """Return what would be installed, to be read."""
    return _block(task)


def install(task: Task) -> Installed:
    """Install a task in place of what was installed for its settings. Raises BriefingError."""
    block, present = _block(task), _present()
    without = _without(present, task.name)
    _store(f"{without}{'' if without.endswith(chr(10)) or not without else chr(10)}{block}")
    return Installed(task.name, NAME, task.due)


def remove(name: str) -> bool:
    """Remove a task; return whether there was one."""
    if not available():
        return False
    present = _present()
    without = _without(present, name)
    if without == present:
        return False
    _store(without)
    return True


def installed() -> Iterator[Installed]:
    """Yield what is installed."""
    if not available():
        return
    for block in _BLOCK.finditer(_present()):
        due = due_in(block[2])
        if due is not None:
            yield Installed(block[1], NAME, due, active=_running())


def notes() -> Iterator[str]:
    """Yield what hinders it from running at all times."""
    if not _running():
        yield "no cron daemon runs: start it (as root: service cron start)"


def _block(task: Task) -> str:
    schedule = task.due.schedule
    return (
        f"{_BEGIN.format(task.name)}\n"
        f"# Briefing by {task.settings}, {schedule}. Written by `briefing schedule`. It looks every hour\n"
        "# whether a briefing is due that has not been made: cron makes nothing up by itself.\n"
        f"{schedule.at.minute} * * * * {_command(task)}\n"
        f"{_END.format(task.name)}\n"
    )


def _command(task: Task) -> str:
    """Return the command in the shell's quotes and cron's; the search path, where there is room for it."""
    for left_out in ((), ("PATH",)):
        environment = (f"{k}={shlex.quote(v)}" for k, v in task.environment.items() if k not in left_out)
        words = (*environment, *map(shlex.quote, task.command))
        line = f"cd {shlex.quote(str(task.folder))} && {' '.join(words)} --quiet >/dev/null"
        if "\\" in line:
            raise BriefingError("cron cannot be given a backslash: rename the file or folder that has one")
        escaped = line.replace("%", "\\%")  # else the end of the command (crontab(5))
        if len(escaped.encode("utf-8", "surrogateescape")) <= _LONGEST:
            return escaped
    raise BriefingError(f"the command is too long for cron, which takes {_LONGEST} bytes: {escaped}")


def _present() -> str:
    """Return the user's crontab. Raises BriefingError where it cannot be read: then none may be written."""
    listed = run("crontab", "-l")
    if listed.ok:
        return listed.out
    if "no crontab" in listed.said or "can't open" in listed.said:  # the latter is busybox's
        return ""
    raise BriefingError(f"crontab -l: {listed.said}")


def _store(text: str) -> None:
    done = run("crontab", "-", given=text) if text else run("crontab", "-r")
    if not done.ok:
        raise BriefingError(f"crontab: {done.said}")


def _without(crontab: str, name: str) -> str:
    return _BLOCK.sub(lambda block: "" if block[1] == name else block[0], crontab)


def _running() -> bool:
    """Return whether a cron daemon runs, where that can be seen."""
    if sys.platform != "linux":
        return True
    return any(_comm(path) in _DAEMONS for path in Path("/proc").glob("[0-9]*/comm"))


def _comm(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:  # it has ended since
        return ""
