"""How long an answer is fresh."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.fetch import Validators
from briefing.fetch.freshness import date, fresh_until, learned
from briefing.fetch.retry import retry_after

NOW = datetime(2026, 11, 22, 6, 0, 0, tzinfo=UTC)
NINE = "Sun, 22 Nov 2026 09:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": 'public, Max-Age="60"'}, 60),
        ({"cache-control": "max-age=60", "age": "20"}, 40),
        ({"cache-control": "max-age=60", "age": "90"}, 0),
        ({"cache-control": "max-age=60, no-cache"}, 0),
        ({"cache-control": "max-age=60, no-store"}, 0),
        ({"cache-control": "max-age=0", "expires": NINE}, 0),
        ({"cache-control": "max-age=never", "expires": NINE}, 0),
        ({"cache-control": "max-age=-1"}, 0),
        ({"cache-control": "max-age=31536000"}, 7200),
        ({"cache-control": "s-maxage=60"}, 0),
        ({"expires": "Sun, 22 Nov 2026 07:00:00 GMT"}, 3600),
        ({"expires": NINE, "date": "Sun, 22 Nov 2026 08:59:00 GMT"}, 60),
        ({"expires": "Sun, 22 Nov 2026 05:00:00 GMT"}, 0),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
    ],
)
def test_fresh_until(headers, seconds):
    """max-age less Age, else Expires less Date, and never longer than we let it."""
    expected = NOW + timedelta(seconds=seconds) if seconds else None
    assert fresh_until(headers, NOW, 7200) == expected


def test_what_is_not_repeated_stands():
    """An answer that nothing has changed keeps what it doesn't mention."""
    before = Validators('"1"', "Sun, 22 Nov 2026 06:00:00 GMT", fresh_until=NOW)
    assert learned({}, NOW, 60, before) == Validators('"1"', "Sun, 22 Nov 2026 06:00:00 GMT")
    assert learned({"etag": '"2"'}, NOW, 60, before).etag == '"2"'


@given(
    some.dictionaries(
        some.sampled_from("cache-control age expires date etag retry-after".split()), some.text()
    )
)
def test_no_header_is_too_strange(headers):
    """Whatever the headers say, there is an answer to it."""
    assert learned(headers, NOW, 60, Validators()).etag.isascii()
    assert retry_after(headers, NOW) >= 0


@given(
    some.text() | some.from_regex(r"\w{3}, \d{1,3} \w{3} \d{1,6} \d\d:\d\d:\d\d [-+]?\w{1,5}", fullmatch=True)
)
def test_no_date_is_too_strange(text):
    """A date is one, with its zone, or none."""
    found = date(text)
    assert found is None or found.tzinfo is not None
