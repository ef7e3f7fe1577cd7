"""The dates that articles are given → moments that may be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from briefing.ingest.date_forms import stated
from briefing.text.clean import one_line

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No page of the Web is older: what is dated before stands for no date (1970, year 0)."""
AHEAD = timedelta(days=1)
"""How far ahead of the clock a date may be: zones that were left out make up to 14 hours."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment that may be believed, or none and why."""

    when: datetime | None = None
    note: str = ""
    """Why there is none, as the rest of a sentence; empty where no date was given."""


def dated(text: str, now: datetime) -> Dated:
    """Return the moment that `text` gives, if it can be that of news read at `now` (aware)."""
    if not text.strip():
        return Dated()
    when = stated(text)
    if when is None:
        return Dated(note=f'has a date that cannot be read ("{one_line(text[:40])}")')
    return believed(when, now)


def believed(when: datetime, now: datetime) -> Dated:
    """Return `when` where it is neither before the Web nor more than a day after `now`."""
    if when < EARLIEST:
        return Dated(note=f"is dated {when:%Y}, before there were web pages")
    if when.astimezone(UTC) > now.astimezone(UTC) + AHEAD:
        return Dated(note=f"is dated in the future ({when:%Y-%m-%d})")
    return Dated(when)
