import re
import shutil
import subprocess
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing.schedule import Due, Task, crontab, launchd, schedule, systemd
from tests.schedule import triggers

ZONES = ["Europe/Oslo", "America/New_York", "Australia/Lord_Howe"]
TIMES = ["06:30", "02:30", "02:15", "01:45", "00:00", "23:30"]
FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(366)]


class Reader:
    """A reader, a journal of what was delivered, and the rule of one briefing a day."""

    def __init__(self, due: Due, zone: ZoneInfo) -> None:
        self.due, self.zone = due, zone
        self.editions: list[date] = []
        self.moments: list[datetime] = []

    def look(self, now: datetime) -> bool:
        """Do what a scheduled run does: make what is due and has not been delivered."""
        edition = self.due.edition(now, self.zone)
        if edition is None or edition in self.editions:
            return False
        self.editions.append(edition)
        self.moments.append(now)
        return True


def _due(at: str, zone: ZoneInfo, days: str = "daily") -> Due:
    midnight = datetime.combine(FIRST, time(), zone)
    return Due(schedule(at, days), midnight - timedelta(minutes=1))


def _times(due: Due, how: str) -> set[tuple[int, int]]:
    """Return the times of the day at which a scheduler starts it, read from what it is given."""
    task = Task(Path("/home/ada/briefing.toml"), ("briefing", f"--due={due}"), due)
    text = {"systemd": systemd, "cron": crontab, "launchd": launchd}[how].plan(task)
    if how == "systemd":
        found = re.findall(r"OnCalendar=(?:\S+ )?\*-\*-\* ([\d,]+):(\d\d):00", text)
        assert len(found) == 2
        return {(int(hour), int(minute)) for hours, minute in found for hour in hours.split(",")}
    if how == "cron":
        (minute,) = re.findall(r"^(\d+) \* \* \* \* ", text, re.MULTILINE)
        return {(hour, int(minute)) for hour in range(24)}
    hours = re.findall(r"Hour</key>\s*<integer>(\d+)</integer>\s*<key>Minute</key>\s*<integer>(\d+)", text)
    return {(int(hour), int(minute)) for hour, minute in hours}


def _year(zone: ZoneInfo) -> tuple[datetime, datetime]:
    begin = datetime.combine(FIRST, time(), zone)
    return begin, datetime.combine(DAYS[-1] + timedelta(days=1), time(12), zone)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("how", ["systemd", "cron", "launchd"])
def test_a_year_has_one_briefing_for_each_local_date(zone, how):
    """Through both clock changes each of 366 days has one briefing, none before its time or an hour late."""
    zone = ZoneInfo(zone)
    begin, end = _year(zone)
    for at in TIMES:
        due = _due(at, zone)
        starts = triggers.systemd if how == "systemd" else triggers.by_the_clock
        reader = Reader(due, zone)
        for moment in starts(_times(due, how), begin, end, zone):
            reader.look(moment)
        assert reader.editions[: len(DAYS)] == DAYS, at
        for edition, moment in zip(reader.editions, reader.moments, strict=True):
            late = moment - due.schedule.moment(edition, zone)
            assert timedelta(0) <= late <= timedelta(hours=1), (at, edition)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        ("Europe/Oslo", "02:30", "2026-03-28"),
        ("Europe/Oslo", "02:30", "2026-10-24"),
        ("America/New_York", "02:30", "2026-03-07"),
        ("America/New_York", "01:30", "2026-10-31"),
        ("Australia/Lord_Howe", "02:15", "2026-10-03"),
        ("Australia/Lord_Howe", "01:45", "2026-04-04"),
    ],
)
def test_timers_elapse_as_systemd_says(zone, at, day, monkeypatch):
    """What is taken here for the times at which a timer elapses is what systemd computes."""
    begin = datetime.combine(date.fromisoformat(day), time(), ZoneInfo(zone))
    simulated = triggers.systemd(
        {(int(at[:2]), int(at[3:]))}, begin, begin + timedelta(days=4), ZoneInfo(zone)
    )
    monkeypatch.setenv("TZ", zone)
    command = ["systemd-analyze", "calendar", f"--base-time={day} 00:00", "--iterations=4", f"*-*-* {at}:00"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    computed = re.findall(r"in UTC\): \w+ (\S+ \S+) UTC", said)
    wanted = [f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" for moment in simulated]
    assert len(wanted) >= 3 and computed[: len(wanted)] == wanted


@pytest.mark.parametrize("zone", ZONES)
def test_a_machine_that_sleeps_at_night_makes_it_up_when_it_wakes(zone):
    """A machine that is off until 8:10 makes the day's briefing as soon as it is on, once."""
    zone = ZoneInfo(zone)
    due = _due("06:30", zone)
    reader = Reader(due, zone)
    for day in DAYS:
        woken = datetime.combine(day, time(8, 10), zone)
        assert reader.look(woken) and not reader.look(woken + timedelta(minutes=20))
    assert reader.editions == DAYS


def test_a_day_that_was_slept_through_is_made_up_once_before_the_next():
    """What a machine missed that was off all day comes when it is next on; today's comes at its own time."""
    zone = ZoneInfo("Europe/Oslo")
    reader = Reader(_due("06:30", zone), zone)
    assert reader.look(datetime(2026, 5, 4, 6, 30, tzinfo=zone))
    assert reader.look(datetime(2026, 5, 7, 5, 0, tzinfo=zone))
    assert not reader.look(datetime(2026, 5, 7, 5, 30, tzinfo=zone))
    assert reader.look(datetime(2026, 5, 7, 6, 30, tzinfo=zone))
    assert reader.editions == [date(2026, 5, 4), date(2026, 5, 6), date(2026, 5, 7)]


def test_a_clock_that_is_set_back_makes_nothing_twice():
    """After the clock went back by an hour, a day or a year, what was made before is not made again."""
    zone = ZoneInfo("America/New_York")
    reader = Reader(_due("06:30", zone), zone)
    for day in range(1, 11):
        assert reader.look(datetime(2026, 3, day, 6, 30, tzinfo=zone))
    for back in ("2026-03-10T06:30", "2026-03-09T06:31", "2025-03-10T06:30"):
        assert not reader.look(datetime.fromisoformat(back).replace(tzinfo=zone))
    assert reader.look(datetime(2026, 3, 11, 6, 30, tzinfo=zone))


def test_a_trigger_that_comes_seconds_early_counts():
    """A start some seconds before the time, by a clock that was just set right, is not lost."""
    zone = ZoneInfo("Europe/Oslo")
    reader = Reader(_due("06:30", zone), zone)
    assert reader.look(datetime(2026, 5, 4, 6, 29, 58, tzinfo=zone))
    assert reader.editions == [date(2026, 5, 4)]


def test_only_the_days_that_are_named_have_one():
    """Of a year, mon-fri has each weekday and no other."""
    zone = ZoneInfo("Europe/Oslo")
    begin, end = _year(zone)
    due = _due("06:30", zone, "mon-fri")
    reader = Reader(due, zone)
    for moment in triggers.by_the_clock(_times(due, "cron"), begin, end, zone):
        reader.look(moment)
    made = Counter(edition.weekday() for edition in reader.editions)
    assert set(made) <= {0, 1, 2, 3, 4} and min(made.values()) >= 52
    wanted = [day for day in DAYS if day.weekday() < 5]
    assert [edition for edition in reader.editions if edition in DAYS] == wanted


def test_a_date_that_a_place_skips_has_none():
    """Samoa had no 30 December 2011: there is no briefing of that day, and those around it come."""
    zone = ZoneInfo("Pacific/Apia")
    due = Due(schedule("06:30"), datetime(2011, 12, 1, tzinfo=UTC))
    reader = Reader(due, zone)
    begin = datetime(2011, 12, 28, tzinfo=zone)
    for moment in triggers.by_the_clock(_times(due, "cron"), begin, begin + timedelta(days=5), zone):
        reader.look(moment)
    assert [edition.day for edition in reader.editions if edition >= date(2011, 12, 28)] == [28, 29, 31, 1]


@pytest.mark.parametrize("zone", [*ZONES, "America/Havana", "America/Nuuk", "Pacific/Apia"])
def test_the_next_is_what_comes(zone):
    """What is told as the next time is when the next briefing is due, whenever it is asked."""
    zone = ZoneInfo(zone)
    for at in TIMES:
        when = schedule(at, "mon,wed,sat")
        now = datetime(2026, 1, 1, tzinfo=UTC)
        while now.year == 2026:
            coming = when.next(now, zone)
            assert now < coming <= now + timedelta(days=4)
            assert when.edition(coming, datetime.min.replace(tzinfo=UTC), zone) == _nominal(
                when, coming, zone
            )
            now = coming


def _nominal(when, moment: datetime, zone: ZoneInfo) -> date:
    """Return the day of which a moment is the time."""
    local = moment.astimezone(zone).date()
    return next(day for day in (local, local - timedelta(days=1)) if when.moment(day, zone) == moment)
