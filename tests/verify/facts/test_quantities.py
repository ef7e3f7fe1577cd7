"""Figures, in whatever way they are written."""

import pytest

from briefing.verify.facts.quantities import quantities
from briefing.verify.passages import passage_of


def _read(text: str) -> list[tuple[float, str]]:
    return [(quantity.value, quantity.unit) for quantity in quantities(passage_of(text, "en"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18 people", "eighteen people"),
        ("1.2bn people", "1.2 billion people"),
        ("1,200 people", "twelve hundred people"),
        ("23million people", "23 million people"),
        ("21 people", "twenty-one people"),
        ("250 people", "two hundred and fifty people"),
        ("1000000 people", "a million people"),
        ("24 eggs", "two dozen eggs"),
        ("$5m", "five million dollars"),
        ("5%", "five per cent"),
        ("5 percent", "5%"),
        ("the 3rd time", "the third time"),
        ("the 21st time", "the twenty-first time"),
        ("50km", "50 kilometres"),
    ],
)
def test_same(one, other):
    """A figure spelled out and one in digits are the same."""
    assert _read(one) == _read(other) != []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("50 km (30 miles)", [(50, "km"), (30, "mi")]),
        ("the 1990s", [(1990, "0s")]),
        ("one of them, no one, a second chance", []),
        ("18, 19 and 20", [(18, ""), (19, ""), (20, "")]),
        ("50 m", [(50, "")]),
        ("£193M", [(193e6, "£")]),
        ("hundreds of people", []),
        ("1.2.3", []),
    ],
)
def test_read(text, figures):
    """Units are kept, and what only looks like a figure is none."""
    assert _read(text) == figures
