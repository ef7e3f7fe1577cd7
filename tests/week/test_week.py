"""A week of briefings: no unchanged story twice, every change told once."""

import re
from collections import Counter
from itertools import combinations

import pytest

from tests.week import data
from tests.week.oracle import ORACLE, goes_on, left_out, new, whatever
from tests.week.simulation import INTEREST

pytestmark = pytest.mark.slow
OTHER, FEW = "News", 2
"""The section of what has none, and from how many stories on a section is expected to be there."""
ON = [(day, told["event"]) for day in data.DAYS for told in goes_on(day)]
LEFT_OUT = [(day, name) for day in data.DAYS for name in left_out(day)]
_NUMBERS = {"seven": "7", "eight": "8", "nine": "9", "twelve": "12", "fourteen": "14", "twenty": "20"}


def _expected(day, event):
    return next(told for told in goes_on(day) if told["event"] == event)


def _entries(day, event):
    return {e.name for e in data.fresh(day) if e.event == event and e.name not in left_out(day)}


def _bullets(story):
    return "\n".join(bullet["text"] for bullet in story["bullets"])


def _figure(text):
    """Return a figure in digits, without "at least"."""
    plain = re.sub(r"^(?:at least|about|more than) ", "", text.casefold())
    return _NUMBERS.get(plain, plain)


def _changes(story):
    return {(_figure(c["before"]["figure"]), _figure(c["now"]["figure"])) for c in story["changes"]}


@pytest.mark.parametrize("day", data.DAYS)
def test_events_are_stories(week, day):
    """Every event is one story, of all the day's articles about it and no others."""
    expected = {event: [_entries(day, event)] for event in whatever(day)}
    assert {event: [week[day].entries(s) for s in week[day].telling(event)] for event in expected} == expected


@pytest.mark.parametrize("day", data.DAYS)
def test_new_events_are_new(week, day):
    """What is told for the first time goes on from nothing."""
    went_on = {
        event: story["earlier"]
        for event in new(day)
        for story in week[day].telling(event)
        if not story["new"] or story["earlier"] or story["changes"]
    }
    assert went_on == {}


@pytest.mark.parametrize(("day", "event"), ON)
def test_goes_on_from_the_last_telling(week, day, event):
    """What was told before names the briefing that told of it last."""
    (story,) = week[day].telling(event)
    assert not story["new"]
    assert story["earlier"]["date"] == data.DAYS[_expected(day, event)["since"]].isoformat()


@pytest.mark.parametrize(("day", "event"), ON)
def test_figures_that_changed_are_told_with_those_before(week, day, event):
    """A figure that rose or was corrected is told with the one that the reader knows, and no other is."""
    (story,) = week[day].telling(event)
    expected = _expected(day, event)
    changed, known = set(map(tuple, expected.get("changed", ()))), set(map(tuple, expected.get("also", ())))
    assert changed <= _changes(story) <= changed | known


@pytest.mark.parametrize(("day", "event"), ON)
def test_what_is_new_is_told(week, day, event):
    """A story that goes on is told by what is new in it, and by nothing else."""
    (story,) = week[day].telling(event)
    told = f"{story['headline']}\n{_bullets(story)}".casefold()
    assert story["bullets"]
    assert [words for words in _expected(day, event)["says"] if words.casefold() not in told] == []
    assert [words for words in _expected(day, event).get("never", ()) if words in _bullets(story)] == []


@pytest.mark.parametrize("day", data.DAYS)
def test_nothing_else_is_told(week, day):
    """No story is told of what has not appeared since the morning before."""
    expected = {entry.name for entry in data.fresh(day)} - left_out(day).keys()
    told = set().union(*(week[day].entries(story) for story in week[day].stories))
    assert told - expected == set()


@pytest.mark.parametrize(("day", "name"), LEFT_OUT)
def test_left_out(week, day, name):
    """What is a copy, is muted, or tells nothing new is in no story, and the briefing says why."""
    assert all(name not in week[day].entries(story) for story in week[day].stories)
    feed, _, _ = name.partition("/")
    reasons = [each["reason"] for each in week[day].made["dropped"] if each["source"].endswith(feed)]
    assert any(re.search(left_out(day)[name], reason) for reason in reasons), reasons


def test_three_sources(week):
    """A wire's report, a paper's copy of it and another's own words are one story of three sources."""
    (story,) = week["sat"].telling("ferry")
    assert {week["sat"].made["articles"][name]["source"] for name in story["articles"]} == {
        "Velmark Press Agency",
        "Skerrin Herald",
        "Aldhaven Courier",
    }
    assert "3 sources" in " ".join(story["reasons"])


def test_no_sentence_twice(week):
    """No bullet of a week says what another has said in nearly the same words and with the same figures."""
    told = [
        (day, bullet["text"], frozenset(re.findall(r"\w+", bullet["text"].casefold())))
        for day in data.DAYS
        for story in week[day].stories
        for bullet in story["bullets"]
    ]
    twice = [
        (one, other)
        for (one_day, one, words), (other_day, other, others) in combinations(told, 2)
        if len(words & others) >= 0.7 * len(words | others)
    ]
    assert twice == []


@pytest.mark.parametrize("day", data.DAYS)
def test_morning_again(week, day):
    """A briefing that is made again on its day tells the same."""
    assert week[day].again["sections"] == week[day].made["sections"]


@pytest.mark.parametrize("day", data.DAYS)
def test_no_problems(week, day):
    """All feeds can be read on every day."""
    assert week[day].made["problems"] == []


def test_quiet_day(week):
    """On a day without news the briefing has no story, and says so."""
    assert week["thu"].stories == []
    assert "quiet" in week["thu"].text.casefold()


def test_interest(week):
    """What the reader is interested in says so, and stands before what one source tells besides."""
    (story,) = week["tue"].telling("nordwell")
    assert any(INTEREST in reason for reason in story["reasons"])
    (section,) = (s for s in week["tue"].made["sections"] if story in s["stories"])
    alone = [s["headline"] for s in section["stories"] if len(s["articles"]) == 1]
    assert alone[0] == story["headline"]


@pytest.mark.parametrize("day", data.DAYS)
def test_sections(week, day):
    """A story stands where a newspaper's reader looks for it; alone of its section, among others."""
    told = {event: sections for event, sections in ORACLE["sections"].items() if week[day].telling(event)}
    sure = Counter(sections[0] for sections in told.values() if len(sections) == 1)
    found = {event: week[day].section(week[day].telling(event)[0]) for event in told}
    wrong = {
        event: title
        for event, title in found.items()
        if title not in told[event] and (title != OTHER or sure[told[event][0]] >= FEW)
    }
    assert wrong == {}
