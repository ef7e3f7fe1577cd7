"""As much as a reader has time for."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.fit import enough, fit
from briefing.text.reading_time import story_words
from tests.fit.makers import pieces, stories, story, usual

PACE = 230


def told(found):
    """Return how many words are read of what is told."""
    return sum(map(story_words, found.stories))


@given(stories, st.integers(1, 8), st.integers(50, 400))
def test_never_over(given_stories, minutes, pace):
    """What is told is never more than there is time for, and is counted right."""
    found = fit(given_stories, minutes=minutes, words_per_minute=pace)
    assert told(found) == found.words <= minutes * pace


@given(stories, st.integers(1, 8))
def test_whole_bullets_in_order(given_stories, minutes):
    """Stories keep their order, and each its first bullets, whole; changes go before any bullet."""
    found = fit(given_stories, minutes=minutes, words_per_minute=PACE)
    by_id = {each.id: each for each in given_stories}
    order = [each.id for each in given_stories]
    assert [order.index(each.id) for each in found.stories] == sorted(
        order.index(e.id) for e in found.stories
    )
    for each in found.stories:
        whole = by_id[each.id]
        assert each.headline == whole.headline
        assert each.bullets == whole.bullets[: len(each.bullets)]
        assert each.changes[:1] == whole.changes[:1]
        assert not each.bullets or (each.changes, each.conflicts) == (whole.changes, whole.conflicts)


@given(pieces, st.integers(1, 6), st.booleans())
def test_time_is_used(given_stories, minutes, sectioned):
    """Less than a tenth of the time is left while there is more to tell, whatever sections it is in."""
    sections = (
        {each.id: "AB"[number % 7 == 0] for number, each in enumerate(given_stories)} if sectioned else None
    )
    found = fit(given_stories, minutes=minutes, words_per_minute=PACE, sections=sections)
    whole = sum(map(story_words, given_stories))
    assert found.words == whole or found.words > 0.9 * minutes * PACE


@settings(max_examples=60)
@given(stories, st.integers(1, 7), st.integers(50, 300), st.booleans())
def test_more_time_tells_no_less(given_stories, minutes, pace, sectioned):
    """A minute more never has fewer words."""
    sections = (
        {each.id: "ABC"[number % 3] for number, each in enumerate(given_stories)} if sectioned else None
    )
    less, more = (
        fit(given_stories, minutes=each, words_per_minute=pace, sections=sections).words
        for each in (minutes, minutes + 1)
    )
    assert less <= more


@pytest.mark.parametrize("minutes", [1, 2, 5, 10, 30])
def test_a_usual_day(minutes):
    """With enough news of usual lengths, 97 % of the time is used at the least."""
    found = fit(usual(2000), minutes=minutes, words_per_minute=PACE)
    assert found.words >= 0.97 * minutes * PACE


def test_three_lengths():
    """The first stories are told in full, the next with fewer bullets, the last as headlines."""
    found = fit(usual(500), minutes=5, words_per_minute=PACE)
    lengths = [len(each.bullets) for each in found.stories]
    assert lengths[:6] == [3] * 6
    assert lengths.count(1) >= 5
    assert lengths[-8:] == [0] * 8


def test_few_stories():
    """Where there is time for all, all is told."""
    few = list(usual(4))
    found = fit(few, minutes=20, words_per_minute=PACE)
    assert found.stories == tuple(few)
    assert found.left_out == ()


def test_nothing():
    """Without stories nothing is told; nor of a story whose headline is too long."""
    assert fit([], minutes=5, words_per_minute=PACE).stories == ()
    long = story(300, 10)
    found = fit([long], minutes=1, words_per_minute=PACE)
    assert (found.stories, found.left_out, found.words) == ((), (long.id,), 0)


def test_stories_are_asked_for_one_by_one():
    """Of ten thousand stories hardly more are made than are told; fewer than are thought to be enough."""
    asked = 0

    def made():
        nonlocal asked
        for each in usual(10_000):
            asked += 1
            yield each

    found = fit(made(), minutes=5, words_per_minute=PACE)
    assert len(found.stories) + len(found.left_out) == asked
    assert asked <= min(len(found.stories) + 8, enough(5, PACE))


def test_enough_is_enough():
    """As many stories as are thought to be enough fill any time, as well as all would do."""
    for minutes in (1, 3, 5, 15, 60):
        some = list(islice(usual(10_000), enough(minutes, PACE)))
        assert fit(some, minutes=minutes, words_per_minute=PACE).words >= 0.97 * minutes * PACE


def test_section_does_not_take_over():
    """One section has no more than two fifths of the time while others have something to tell."""
    day = list(usual(60))
    sections = {each.id: "Sport" if number < 40 else "World" for number, each in enumerate(day)}
    found = fit(day, minutes=5, words_per_minute=PACE, sections=sections)
    sport = sum(story_words(each) for each in found.stories if sections[each.id] == "Sport")
    assert 0.3 * 5 * PACE < sport <= 0.62 * 5 * PACE
    assert found.words > 0.95 * 5 * PACE


def test_third_section_keeps_the_caps():
    """With news enough in three sections none passes its share; nor does a topic."""
    day = list(usual(60))
    sections = {each.id: ("Sport", "Sport", "World", "Health")[n % 4] for n, each in enumerate(day)}
    topics = {each.id: 1 if n % 3 == 0 else 100 + n for n, each in enumerate(day)}
    found = fit(day, minutes=5, words_per_minute=PACE, sections=sections, topics=topics)
    for of in (sections, topics):
        for kind in set(of.values()):
            assert sum(story_words(e) for e in found.stories if of[e.id] == kind) <= 0.4 * 5 * PACE
    assert found.words > 0.95 * 5 * PACE


def test_one_section_fills_the_page():
    """Where there is nothing else to tell, one section has all of the time."""
    day = list(usual(60))
    found = fit(day, minutes=5, words_per_minute=PACE, sections={each.id: "Sport" for each in day})
    assert found.words > 0.95 * 5 * PACE
    assert found == fit(day, minutes=5, words_per_minute=PACE)


def test_changes_come_first():
    """What has changed is told even where there is room for no bullet."""
    goes_on = story(8, 40, 40, changes=2)
    day = [*usual(20), goes_on]
    found = fit(day, minutes=3, words_per_minute=PACE)
    last = found.stories[-1]
    assert last.id == goes_on.id
    assert last.changes == goes_on.changes[:1]
    assert last.bullets == ()


def test_disagreement_is_told_with_the_first_bullet():
    """No bullet is told without saying that figures differ, and no line says that they do."""
    found = fit([story(8, 20, 20, disputed=True) for _ in range(40)], minutes=3, words_per_minute=PACE)
    assert all(bool(each.bullets) == bool(each.conflicts) for each in found.stories)
    assert {bool(each.bullets) for each in found.stories} == {True, False}


def test_a_long_wait_is_short():
    """Four hours for ten thousand stories that take less are no more work than one page."""
    short = [story(3, 2) for _ in range(10_000)]
    found = fit(short, minutes=240, words_per_minute=PACE)
    assert found.words == 50_000
