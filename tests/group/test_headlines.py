"""Which headline stands over a story."""

from datetime import UTC, datetime

import pytest

from briefing.group import headline
from tests.factory import article

REPORT = (
    "A crane fell across two quays of the harbour of Lindvik on Monday, and the port was closed. "
    "Fourteen ships wait outside the breakwater."
)


def reports(*titles, **fields):
    """Return reports of one event under these headlines."""
    return [article(REPORT, id=title, title=title, **fields) for title in titles]


def test_headline_whose_words_the_others_share():
    """The headline that says what all reports say stands over the story, whoever is first."""
    told = "Fallen crane closes the harbour of Lindvik"
    assert headline(reports("Grain traders fear for their winter contracts", told, "Port shut")) == told


@pytest.mark.parametrize(
    "poor",
    [
        "Why did the crane fall on the harbour of Lindvik?",
        "LIVE: Crane falls on the harbour of Lindvik",
        "CRANE FALLS ON THE HARBOUR OF LINDVIK",
        "Crane falls on the harbour of Lindvik: what we know",
        "Crane falls on the harbour of Lindvik…",
    ],
)
def test_plain_headline_before_teasers(poor):
    """A question, a label, shouting, a teaser or a headline that is cut gives way to a plain one."""
    plain = "Crane falls on quays in the harbour of Lindvik"
    assert headline(reports(poor, plain)) == plain


def test_latest_of_equals():
    """Of two headlines that say as much the later one is told: it has the last figure."""
    first, later = "Crane kills 2 in Lindvik harbour", "Crane kills 5 in Lindvik harbour"
    early, late = (datetime(2026, 11, 22, hour, tzinfo=UTC) for hour in (6, 18))
    made = [*reports(first, published=early), *reports(later, published=late)]
    assert headline(made) == headline(made[::-1]) == later


def test_reports_without_headlines():
    """Where one report alone has a headline it is that one, and where none has there is none."""
    assert headline(reports("", "Crane falls", "")) == "Crane falls"
    assert headline(reports("", "")) == ""
