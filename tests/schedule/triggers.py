"""When schedulers start what they were told to, by their own rules, on the clocks of a zone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def quarters(begin: datetime, end: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield every quarter of an hour, as the clocks of the zone show it."""
    now = begin.astimezone(UTC)
    while now < end:
        yield now.astimezone(zone)
        now += timedelta(minutes=15)


def systemd(times: set[tuple[int, int]], begin: datetime, end: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return when OnCalendar elapses: never at a time that the clocks skip, once at one they show twice."""
    return _at(times, begin, end, zone, twice=False)


def by_the_clock(
    times: set[tuple[int, int]], begin: datetime, end: datetime, zone: ZoneInfo
) -> list[datetime]:
    """Return when a scheduler starts that goes by the wall's clock: twice at what that shows twice."""
    return _at(times, begin, end, zone, twice=True)


def _at(
    times: set[tuple[int, int]], begin: datetime, end: datetime, zone: ZoneInfo, *, twice: bool
) -> list[datetime]:
    return [
        moment
        for moment in quarters(begin, end, zone)
        if (moment.hour, moment.minute) in times and (twice or not moment.fold)
    ]
