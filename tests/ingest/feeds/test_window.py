"""What is new since the last briefing."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.window import window, yesterday
from briefing.model import Article

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
SINCE = NOW - timedelta(days=1)


def article(published: datetime | None, name: str = "a") -> Article:
    """Return an article of that date."""
    return Article(name, "The ferry sails", "The ferry sails again.", "Valley Post", published=published)


def is_new(
    published: datetime | None, met: datetime | None = None, since: datetime = SINCE, now: datetime = NOW
) -> bool:
    """Whether an article of that date, first met then, is new."""
    seen = {} if met is None else {"a": met}
    return bool(window([article(published)], since, now, seen=seen))


def test_by_date() -> None:
    """What is dated after the last briefing is new, and what is dated before it and was met then is not."""
    assert is_new(SINCE + timedelta(seconds=1), SINCE + timedelta(hours=1))
    assert not is_new(SINCE - timedelta(seconds=1), SINCE - timedelta(minutes=1))
    assert not is_new(SINCE, SINCE)


def test_late() -> None:
    """What its feed showed only after the last briefing is new although it is dated before, for a day."""
    assert is_new(SINCE - timedelta(hours=2), SINCE + timedelta(minutes=1))
    assert is_new(SINCE - timedelta(hours=2))
    assert not is_new(SINCE - timedelta(hours=25))
    assert not window([article(SINCE - timedelta(hours=2))], SINCE, NOW, late=timedelta(0))


@pytest.mark.parametrize("published", [None, datetime(1970, 1, 1, tzinfo=UTC), NOW + timedelta(days=2)])
def test_without_a_date(published: datetime | None) -> None:
    """An article without a date that can be true is new by when it was first met; never met, it is."""
    assert is_new(published)
    assert is_new(published, SINCE + timedelta(seconds=1))
    assert not is_new(published, SINCE)


def test_order() -> None:
    """The new articles come in the order that they were given in."""
    given_ = [article(SINCE + timedelta(hours=n), str(n)) for n in (3, -30, 1, 2)]
    assert [one.id for one in window(given_, SINCE, NOW)] == ["3", "1", "2"]


def test_hour_that_comes_twice() -> None:
    """When the clocks go back, what was published in the second of two like hours is after the first."""
    first = datetime(2026, 10, 25, 2, 45, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=BERLIN)
    now = datetime(2026, 10, 25, 7, tzinfo=BERLIN)
    assert is_new(second, second, since=first, now=now)
    assert not is_new(first, first, since=second, now=now)


def test_hour_that_is_skipped() -> None:
    """When the clocks go forward, a quarter of an hour is one, whatever the clocks show."""
    before = datetime(2026, 3, 29, 1, 50, tzinfo=BERLIN)
    after = datetime(2026, 3, 29, 3, 5, tzinfo=BERLIN)
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(minutes=15)
    assert is_new(after, after, since=before, now=datetime(2026, 3, 29, 7, tzinfo=BERLIN))
    assert not is_new(before, before, since=after, now=datetime(2026, 3, 29, 7, tzinfo=BERLIN))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ((2026, 10, 25), 25),
        ((2026, 10, 26), 24),
        ((2026, 3, 29), 23),
        ((2026, 3, 30), 24),
        ((2026, 7, 1), 24),
    ],
)
def test_yesterday(day: tuple[int, int, int], hours: int) -> None:
    """Yesterday at this time is 23 hours ago when the clocks went forward, and 25 when they went back."""
    now = datetime(*day, 6, tzinfo=BERLIN)
    assert now.astimezone(UTC) - yesterday(now, BERLIN) == timedelta(hours=hours)


def test_yesterday_at_a_changed_hour() -> None:
    """Of an hour that came twice yesterday it is the first, and of one that was skipped the one before."""
    after_twice = datetime(2026, 10, 26, 2, 30, tzinfo=BERLIN)
    assert yesterday(after_twice, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    after_skipped = datetime(2026, 3, 30, 2, 30, tzinfo=BERLIN)
    assert yesterday(after_skipped, BERLIN) == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "UTC"]),
)
def test_yesterday_is_a_day_ago(moment: datetime, zone: str) -> None:
    """In every zone yesterday at this time is from 22 to 26 hours ago."""
    now = moment.replace(tzinfo=UTC)
    ago = now - yesterday(now, ZoneInfo(zone))
    assert timedelta(hours=22) <= ago <= timedelta(hours=26)
