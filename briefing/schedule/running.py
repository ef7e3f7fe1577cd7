"""Other programs that are asked, and files that are written for them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError

_PATIENCE = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program came to: whether it went well, and what it printed."""

    ok: bool
    out: str
    said: str
    """What it said on standard output and, where it failed, on standard error, in one line."""


def run(*command: str, given: str = "") -> Ran:
    """Run a program with a text on its standard input. One that is not there, or hangs, has not gone well."""
    try:
        done = subprocess.run(
            command,
            input=given.encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Ran(False, "", str(error))
    out, err = (each.decode("utf-8", "surrogateescape") for each in (done.stdout, done.stderr))
    said = out if done.returncode == 0 else f"{err} {out}"
    return Ran(done.returncode == 0, out, " ".join(said.split()) or f"exit code {done.returncode}")


def write(path: Path, text: str) -> None:
    """Write a file whole, in a folder that is made where it is not there. Raises BriefingError."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, "utf-8", "surrogateescape")
        temporary.replace(path)
    except OSError as error:
        raise BriefingError(f"{path}: cannot be written: {error.strerror}") from error
