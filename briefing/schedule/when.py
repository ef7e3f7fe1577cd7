"""When a briefing is due: a time of the day, on some days of the week, one for each local date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from briefing.errors import ConfigError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_WEEK = len(DAYS)
_EARLY = timedelta(minutes=5)
"""How much too early a trigger may come: clocks are set right by some seconds all the time."""
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time of the day, to the minute, and the days of the week, Monday being 0."""

    at: time
    days: tuple[int, ...] = tuple(range(_WEEK))

    def __str__(self) -> str:
        """Return it as it is said: "06:30 mon-fri"."""
        return f"{self.at:%H:%M} {self.days_text}"

    @property
    def days_text(self) -> str:
        """Return the days as `--days` takes them: "daily", "mon-fri", "mon,wed,sat"."""
        if len(self.days) == _WEEK:
            return "daily"
        if len(self.days) > 2 and self.days[-1] - self.days[0] == len(self.days) - 1:
            return f"{DAYS[self.days[0]]}-{DAYS[self.days[-1]]}"
        return ",".join(DAYS[day] for day in self.days)

    def moment(self, day: date, zone: tzinfo | None = None) -> datetime:
        """Return when the briefing of a day is due, in UTC; `zone` is that of this machine unless given.

        Of an hour that the clocks show twice it is the first. A time that they skip is as long after
        midnight as it would have been.
        """
        local = datetime.combine(day, self.at)
        return (local.replace(tzinfo=zone) if zone else local.astimezone()).astimezone(UTC)

    def edition(self, now: datetime, since: datetime, zone: tzinfo | None = None) -> date | None:
        """Return the day whose briefing was due last; None where none has been since `since`."""
        today = _local(now, zone).date()
        for back in range(_WEEK + 1):
            day = today - timedelta(days=back)
            moment = self.moment(day, zone)
            if moment <= now + _EARLY and day.weekday() in self.days and _exists(day, zone):
                return day if moment >= since else None
        return None

    def next(self, now: datetime, zone: tzinfo | None = None) -> datetime:
        """Return when the next briefing is due, in UTC."""
        today = _local(now, zone).date()
        days = (today + timedelta(days=ahead) for ahead in range(-1, 2 * _WEEK + 1))
        return next(
            moment
            for day in days
            if day.weekday() in self.days and _exists(day, zone) and (moment := self.moment(day, zone)) > now
        )


@dataclass(frozen=True, slots=True)
class Due:
    """A schedule, and since when it has been in force: what was due before is not made up."""

    schedule: Schedule
    since: datetime

    def __str__(self) -> str:
        """Return it as one word that needs quoting nowhere: "06:30/mon-fri/2026-11-22T19:05Z"."""
        schedule, since = self.schedule, self.since.astimezone(UTC)
        whole = since.replace(second=0, microsecond=0)
        after = whole if whole == since else whole + timedelta(minutes=1)
        return f"{schedule.at:%H:%M}/{schedule.days_text}/{after:%Y-%m-%dT%H:%MZ}"

    def edition(self, now: datetime, zone: tzinfo | None = None) -> date | None:
        """Return the day whose briefing is due; None where none is."""
        return self.schedule.edition(now, self.since, zone)


def schedule(at: str, days: str = "daily") -> Schedule:
    """Return the schedule that is named. Raises ConfigError for what names none."""
    found = _TIME.fullmatch(at.strip())
    if found is None or int(found[1]) >= 24 or int(found[2]) >= 60:
        raise ConfigError(f"--at: {at!r} is no time of the day: write it as 06:30")
    return Schedule(time(int(found[1]), int(found[2])), _days(days))


def due(text: str) -> Due:
    """Return what `str(due)` wrote. Raises ConfigError."""
    try:
        at, days, since = text.split("/")
        return Due(schedule(at, days), datetime.strptime(since, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC))
    except ValueError:
        raise ConfigError(
            f"--due: {text!r} is none; it is written by `briefing schedule`: run that again"
        ) from None


def _days(text: str) -> tuple[int, ...]:
    named: set[int] = set()
    for part in text.lower().split(","):
        first, dash, last = (each.strip() for each in part.partition("-"))
        if first == "daily" and not dash:
            named.update(range(_WEEK))
            continue
        begin, end = _day(first, text), _day(last, text) if dash else _day(first, text)
        named.update((begin + more) % _WEEK for more in range((end - begin) % _WEEK + 1))
    return tuple(sorted(named))


def _day(name: str, text: str) -> int:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for number, day in enumerate(full):
        if len(name) >= 3 and day.startswith(name):
            return number
    raise ConfigError(f"--days: {text!r} names no days: write daily, mon-fri or mon,wed,sat")


def _local(now: datetime, zone: tzinfo | None) -> datetime:
    return now.astimezone(zone)


def _exists(day: date, zone: tzinfo | None) -> bool:
    """Return whether there is such a day: a place that crosses the date line skips one."""
    noon = Schedule(time(12)).moment(day, zone)
    return _local(noon, zone).date() == day
