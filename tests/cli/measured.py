"""The command in a process of its own, with all the memory that it and its children take."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

_OWN = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Measured(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str
    peak: int
    """In MB, of all its processes at once; what they share counts once."""


def measured(folder: Path, *arguments: str) -> Measured:
    """Run the command in a folder, and look at its memory forty times a second."""
    if not Path("/proc/self/smaps_rollup").is_file():
        pytest.skip("the memory of several processes is read from Linux's /proc")
    out, err = folder / "out.txt", folder / "err.txt"
    with out.open("wb") as told, err.open("wb") as said:
        command = [sys.executable, "-m", "briefing", *arguments]
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=said, start_new_session=True)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_memory, _session(process.pid))))
            time.sleep(0.025)
    return Measured(process.returncode, out.read_text("utf-8"), err.read_text("utf-8"), peak // 1000)


def _session(leader: int) -> list[int]:
    """Return the processes that were started by a process, and by those."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):
                if os.getsid(int(entry.name)) == leader:
                    found.append(int(entry.name))
    return found


def _memory(process: int) -> int:
    """Return a process's share of memory in kB; 0 for one that has ended."""
    try:
        told = _OWN.search(Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(told[1]) if told else 0
