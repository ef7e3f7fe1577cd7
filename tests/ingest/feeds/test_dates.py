"""Every form in which feeds write a date."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.date_forms import stated
from briefing.ingest.dates import Dated, believed, dated

TEN = datetime(2026, 11, 20, 10, tzinfo=UTC)
DAY = datetime(2026, 11, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def at(hours: float, moment: datetime = TEN) -> datetime:
    """Return ten o'clock on the wall of a zone so many hours ahead of UTC."""
    return moment.replace(tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-20T10:00:00Z", TEN),
        ("2026-11-20t10:00:00z", TEN),
        ("  2026-11-20T10:00:00Z\n", TEN),
        ("2026-11-20T10:00:00.123456789Z", TEN),
        ("2026-11-20T10:00:00,5Z", TEN),
        ("2026-11-20T10:00:00", TEN),
        ("2026-11-20T10:00Z", TEN),
        ("2026-11-20T10Z", TEN),
        ("2026-11-20T10:00:00+01:00", at(1)),
        ("2026-11-20T10:00:00+0530", at(5.5)),
        ("2026-11-20T10:00:00 +01", at(1)),
        ("2026-11-20T10:00:00−05:00", at(-5)),
        ("2026-11-20T10:00:00+01:00[Europe/Berlin]", at(1)),
        ("20261120T100000Z", TEN),
        ("20261120100000", TEN),
        ("2026-11-20 10:00:00", TEN),
        ("2026-11-20 10:00:00 UTC", TEN),
        ("2026-11-20 10:00:00 CET", at(1)),
        ("2026-11-20 10:00:00 -0500", at(-5)),
        ("2026-11-20", DAY),
        ("20261120", DAY),
        ("2026-324", DAY),
        ("2026324", DAY),
        ("2026-W47-5", DAY),
        ("2026W475", DAY),
        ("2026-W47", datetime(2026, 11, 16, tzinfo=UTC)),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-11-19T24:00:00Z", DAY),
        ("2026-06-30T23:59:60Z", datetime(2026, 6, 30, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_iso_8601(text: str, moment: datetime) -> None:
    """Dates of ISO 8601 are read in all forms, with a space for the T and any zone; without one it is UTC."""
    assert stated(text) == moment
    assert (stated(text) or DAY).utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Fri, 20 Nov 2026 10:00:00 GMT", TEN),
        ("Fri, 20 Nov 2026 10:00:00 UT", TEN),
        ("Fri, 20 Nov 2026 10:00:00 Z", TEN),
        ("Fri, 20 Nov 2026 10:00:00", TEN),
        ("Fri, 20 Nov 2026 10:00:00 -0000", TEN),
        ("Fri, 20 Nov 2026 10:00 +0100", at(1)),
        ("Fri, 20 Nov 2026 10:00:00 +0100 (CET)", at(1)),
        ("Fri,20 Nov 2026 10:00:00 +01:00", at(1)),
        ("20 Nov 2026 10:00:00 +1", at(1)),
        ("Fri, 20 Nov 26 10:00:00 EST", at(-5)),
        ("Fri, 20 Nov 2026 10:00:00 EDT", at(-4)),
        ("Fri, 20 Nov 2026 10:00:00 PST", at(-8)),
        ("Fri, 20 Nov 2026 10:00:00 CEST", at(2)),
        ("Fri, 20 Nov 2026 10:00:00 BST", at(1)),
        ("Fri, 20 Nov 2026 10:00:00 IST", at(5.5)),
        ("Fri, 20 Nov 2026 10:00:00 JST", at(9)),
        ("Fri, 20 Nov 2026 10:00:00 AEDT", at(11)),
        ("Fri, 20 Nov 2026 10:00:00 GMT+1", at(1)),
        ("Fri, 20 Nov 2026 10:00:00 GMT-0330", at(-3.5)),
        ("Fri, 20 Nov 2026 10:00:00 UTC+01:00", at(1)),
        ("Fri, 20 Nov 2026 10:00:00 Etc/UTC", TEN),
        ("Fri, 20 Nov 2026 10:00:00 XYZ", TEN),
        ("Fri, 20 Nov 2026 10:00:00 +9900", TEN),
        ("Wed, 20 Nov 2026 10:00:00 GMT", TEN),
        ("Friday, 20 November 2026 10:00:00 GMT", TEN),
        ("Fri, 20 Nov 2026", DAY),
        ("20-Nov-2026 10:00:00", TEN),
        ("Fri, 20 Sept 2026 10:00:00 GMT", TEN.replace(month=9)),
        ("Fri, 20 Nov 2026 10:00:00 AM GMT", TEN),
        ("Fri, 20 Nov 2026 10:00:00 PM", TEN.replace(hour=22)),
        ("Fri Nov 20 10:00:00 2026", TEN),
        ("Fri Nov 20 10:00:00 EST 2026", at(-5)),
        ("Fri Nov 20 10:00:00 +0100 2026", at(1)),
        ("Fri Nov 20 2026 10:00:00 GMT+0100 (Central European Standard Time)", at(1)),
        ("Nov 20, 2026 10:00 AM", TEN),
        ("November 20th, 2026, 12:05 a.m. EST", at(-5, DAY.replace(minute=5))),
    ],
)
def test_rfc_822(text: str, moment: datetime) -> None:
    """Dates of e-mail, asctime and browsers are read with zones by name or number, wrong weekdays or not."""
    assert stated(text) == moment
    assert (stated(text) or DAY).utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("ven., 20 nov. 2026 10:00:00 +0100", at(1)),
        ("20 novembre 2026 à 10h30", TEN.replace(minute=30)),
        ("20 de noviembre de 2026 10:00", TEN),
        ("20. November 2026, 10:00", TEN),
        ("Fr, 20 Dez 2026 10:00:00 +0100", at(1, TEN.replace(month=12))),
        ("20 ноября 2026 10:00", TEN),
        ("Παρ, 20 Νοέ 2026 10:00:00 EET", at(2)),
        ("Παρ, 20 Νοε 2026 10:00:00 EET", at(2)),
        ("2026-november-20T10:00+01:00", at(1)),
        ("2026-március-20T9:30+01:00", at(1, TEN.replace(month=3, hour=9, minute=30))),
        ("2026년 11월 20일 10:00:00", at(9)),
        ("2026-11-20 오전 10:00:00", at(9)),
        ("2026-11-20 오후 10:00:00", at(9, TEN.replace(hour=22))),
        ("2026年11月20日 10:00", TEN),
        ("2026年11月20日", DAY),
        ("20.11.2026 10:00", TEN),
        ("20/11/2026 10:00", TEN),
        ("11/20/2026 10:00 PM", TEN.replace(hour=22)),
        ("2026/11/20 10:00:00", TEN),
        ("1795168800", TEN),
        ("1795168800000", TEN),
    ],
)
def test_other_forms(text: str, moment: datetime) -> None:
    """Months of other languages, dates in numbers and seconds since 1970 are read where they are clear."""
    assert stated(text) == moment
    assert (stated(text) or DAY).utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "yesterday",
        "20 minutes ago",
        "10:00",
        "20",
        "03/04/2026",
        "2026-02-30",
        "2026-13-01",
        "2026-400",
        "2026-W60",
        "2026-11-20T25:00:00Z",
        "2026-11-20T10:61:00Z",
        "2026-11-20T10:00:99Z",
        "Fri, 31 Nov 2026 10:00:00 GMT",
        "0000-00-00 00:00:00",
        "0000-11-20T00:00:00Z",
        "-0001-11-30T00:00:00+00:00",
        "Mon, 30 Nov -0001 00:00:00 +0000",
        "9999-12-31T23:59:59Z",
        "99999-01-01",
        "99999999999999999999",
        "2026-11-20T" + "1" * 500,
        "1 Nov " * 1_000,
    ],
)
def test_no_dates(text: str) -> None:
    """What is no day of the calendar, or could be two, is no date."""
    assert stated(text) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Thu, 01 Jan 1970 00:00:00 GMT", "is dated 1970"),
        ("1989-12-31", "is dated 1989"),
        ("2026-11-21T12:00:01Z", "is dated in the future (2026-11-21)"),
        ("2037-01-01", "is dated in the future (2037-01-01)"),
        ("someday", 'has a date that cannot be read ("someday")'),
        ("9999-12-31", "has a date that cannot be read"),
    ],
)
def test_unbelievable(text: str, note: str) -> None:
    """A date that cannot be true counts as none, and the note says why."""
    found = dated(text, NOW)
    assert found.when is None
    assert found.note.startswith(note)


def test_believed() -> None:
    """A date may be a day ahead of the clock, since a zone may have been left out; no date needs no note."""
    assert dated("2026-11-21T12:00:00Z", NOW) == Dated(datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert dated(" ", NOW) == Dated()
    assert believed(TEN, NOW).when == TEN


@given(st.one_of(st.text(max_size=60), st.text("0123456789-:.,+TZWPMaeivnoc /()[]년オ", max_size=40)))
def test_any_text(text: str) -> None:
    """Whatever stands for a date, what is read is aware and within the calendar of every zone."""
    found = stated(text)
    assert found is None or found.astimezone(timezone(timedelta(hours=14))).tzinfo


@given(st.datetimes(datetime(1990, 1, 2), datetime(2060, 1, 1)), st.integers(-14 * 4, 14 * 4))
def test_round_trip(moment: datetime, quarters: int) -> None:
    """A date as ISO 8601 or e-mail writes it is read back to the second, its offset with it."""
    whole = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=15 * quarters)))
    for text in (whole.isoformat(), f"{whole:%a, %d %b %Y %H:%M:%S %z}", f"{whole:%Y%m%dT%H%M%S%z}"):
        assert stated(text) == whole
        assert (stated(text) or DAY).utcoffset() == whole.utcoffset()
