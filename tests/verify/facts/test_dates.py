"""Dates in a passage."""

import pytest

from briefing.verify.facts.dates import times
from briefing.verify.passages import passage_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("on March 4, 2014", [("monthday", "3-4"), ("year", "2014")]),
        ("on the 4th of March", [("monthday", "3-4")]),
        ("in May", [("month", "5")]),
        ("they may march on", []),
        ("last Tuesday", [("day", "tue")]),
        ("Tues 4 Mar", [("day", "tue"), ("monthday", "3-4")]),
        ("the sun sat", []),
        ("$2014 and 2,014", []),
        ("in Sept.", [("month", "9")]),
    ],
)
def test_times(text, read):
    """Years, months, days of a month and of the week are told from words and sums that look like them."""
    assert [(time.kind, time.value) for time in times(passage_of(text, "en"))] == read
