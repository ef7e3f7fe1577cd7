"""What is to be run, when and with what around it: the same for whatever runs it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import ConfigError
from briefing.schedule.when import Due, due

PREFIX = "briefing-"

_UNTOLD = {"Cc", "Cs", "Zl", "Zp"}  # control characters, bytes that are no UTF-8, and ends of lines
_DUE = re.compile(r"--due=([\w:,/-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Task:
    """A scheduled run."""

    settings: Path
    """The settings file, absolute."""
    command: tuple[str, ...]
    """The program and its arguments, with `--due`."""
    due: Due
    environment: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ConfigError for what no scheduler can be told: line breaks and the like."""
        for text in (str(self.settings), *self.command, *self.environment.values()):
            if any(unicodedata.category(letter) in _UNTOLD for letter in text):
                raise ConfigError(f"{text!r} cannot be scheduled: rename it without control characters")

    @property
    def name(self) -> str:
        """Return its name: each settings file has its own."""
        return name(self.settings)

    @property
    def folder(self) -> Path:
        """Return where it runs."""
        return self.settings.parent


@dataclass(frozen=True, slots=True)
class Installed:
    """A scheduled run that a scheduler has."""

    name: str
    how: str
    """Which scheduler has it: "systemd", "launchd" or "cron"."""
    due: Due
    files: tuple[Path, ...] = ()
    active: bool = True
    """Whether the scheduler will run it, as far as it says."""


def name(settings: Path) -> str:
    """Return what the scheduled run of a settings file is called."""
    return PREFIX + hashlib.sha256(str(settings).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def due_in(text: str) -> Due | None:
    """Return since when and at what times what is written here runs; None where it does not say."""
    found = _DUE.search(text)
    try:
        return due(found[1]) if found else None
    except ConfigError:
        return None
