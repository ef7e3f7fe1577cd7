"""What every step is given: the time, and whom to tell how far it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, how many there are."""


def local_now() -> datetime:
    """Return the time now, in the zone of this machine."""
    return datetime.now(UTC).astimezone()


def no_step(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""
