"""A library that is damaged: moved away, when the user says so, and never by itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from briefing.errors import BriefingError

_PARTS = ("", "-wal", "-shm")


def set_aside(path: Path, now: datetime) -> Path | None:
    """Give the library's file, with what SQLite keeps beside it, another name, and return that.

    Returns None where there is no such file; raises BriefingError where it cannot be moved. The caller makes
    sure that no run is under way.
    """
    if not path.exists():
        return None
    away = path.with_name(f"{path.name}.{now:%Y%m%d-%H%M%S}")
    try:
        for part in _PARTS:
            beside = path.with_name(path.name + part)
            if beside.exists():
                beside.rename(away.with_name(away.name + part))
    except OSError as error:
        raise BriefingError(f"{path}: cannot be moved to {away.name}: {error.strerror}") from error
    return away
