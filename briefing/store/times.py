"""Times as they are kept: text in UTC that sorts as the times do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from briefing.store.faults import damaged

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return an aware time as text, in UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """Return the time that `stamp` wrote. Raises Unusable for what `stamp` did not write."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise damaged(str(error)) from error
