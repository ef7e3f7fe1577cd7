"""The week's stories and their oracle fit together."""

import pytest

from tests.week import data
from tests.week.oracle import ORACLE, goes_on, left_out, whatever


@pytest.mark.parametrize("day", data.DAYS)
def test_oracle_is_complete(day):
    """All that appears on a day is told of or left out, and nothing else is named."""
    appeared = {entry.event for entry in data.fresh(day) if entry.name not in left_out(day)}
    assert appeared == whatever(day)
    assert set(left_out(day)) <= {entry.name for entry in data.fresh(day)}


@pytest.mark.parametrize("day", data.DAYS)
def test_oracle_quotes(day):
    """What must be told, and what must not be told again, stands in the day's articles."""
    for told in goes_on(day):
        texts = ["\n".join(entry.paragraphs) for entry in data.fresh(day) if entry.event == told["event"]]
        for words in (*told["says"], *told.get("never", ())):
            assert any(words.casefold() in text.casefold() for text in texts), words


def test_articles_are_of_a_newspaper_s_length():
    """Every article has between 80 and 320 words."""
    lengths = {entry.name: len(" ".join(entry.paragraphs).split()) for entry in data.entries()}
    assert {name: words for name, words in lengths.items() if not 80 <= words <= 320} == {}


def test_feeds_show_their_latest():
    """A feed shows four to eleven entries, each of them once."""
    for feed in data.FEEDS:
        for day in data.DAYS:
            names = [entry.name for entry in data.shown(feed, day)]
            assert 4 <= len(names) <= 11
            assert len(names) == len(set(names))


def test_sections_are_of_events():
    """The oracle has sections for nothing but the week's events."""
    assert ORACLE["sections"].keys() <= {entry.event for entry in data.entries()}
