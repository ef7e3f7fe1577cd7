"""Different events that are alike stay apart, and each is found in another paper's words."""

import random
from dataclasses import replace

import pytest

from briefing.group.stories import grouping, stories
from tests.group.stories.alike import TEXTS, the_day
from tests.group.stories.news import article, event
from tests.group.stories.news import the_day as other_news

EVENTS = {frozenset(name for name in TEXTS if event(name) == each) for each in map(event, TEXTS)}


def _first_paragraph(text):
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    "fields",
    [{}, {"published": None}, {"published": None, "language": "en-GB"}],
    ids=["dated", "undated", "region"],
)
def test_each_event_is_one_story(fields):
    """Matches of one club, results of a tournament, acts of a minister: each is one story of two papers."""
    assert set(map(frozenset, stories(the_day(**fields)))) == EVENTS


def test_summaries_are_enough():
    """Headline and first paragraph, which is all that many feeds have, tell the events apart."""
    short = [replace(each, text=_first_paragraph(each.text)) for each in the_day()]
    assert set(map(frozenset, stories(short))) == EVENTS


def test_other_news_makes_no_difference():
    """The same events are found on a day on which more happens."""
    found = set(map(frozenset, stories([*the_day(), *other_news()])))
    assert found >= EVENTS


def test_one_paper_tells_of_each_event_once():
    """Of one paper's articles about different events none are joined."""
    alone = [each for each in the_day() if "post" in each.id]
    assert [story for story in stories(alone) if len(story) > 1] == []


def test_a_rare_name_makes_no_story():
    """Two articles from a country of which nothing else is told are two stories."""
    kessaria = [each for each in the_day() if event(each.id) in {"vote", "dengue"}]
    assert set(map(frozenset, stories(kessaria))) == {
        each for each in EVENTS if {"vote", "dengue"} & set(map(event, each))
    }


def test_order_makes_no_difference():
    """Shuffled articles give the very same stories and threads."""
    articles = the_day()
    expected = grouping(articles)
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert grouping(articles) == expected


def test_other_headlines_tell_articles_apart():
    """What would be one story by its text is two where the headlines have nothing to do with each other."""
    near = (
        "Storm closes Marl bridge; the ferry Ada sails instead. Winds of 90 km/h are expected until Friday."
    )
    far = "The Marl bridge is closed by a storm. Trains go by Oxdale, and schools open at noon, it was said."
    untitled = [article("a", near), article("b", far)]
    alike = [article("a", near, "Marl bridge closed"), article("b", far, "Storm closes bridge in Marl")]
    unlike = [article("a", near, "Ada's captain looks back"), article("b", far, "A timetable for pupils")]
    assert [len(stories(pair)) for pair in (untitled, alike, unlike)] == [1, 1, 2]


def test_one_source_asks_for_more():
    """Two articles whose headlines agree a little are one story of two papers, and two of one paper."""
    flood = "Flood in Ilmen closes the dairy on Monday. The fire brigade pumped all night, a road fell in."
    storm = (
        "Cellars in Ilmen were full after the storm, and the fire brigade pumped for hours. A road is closed."
    )
    of_one = [
        article("a", flood, "Dairy shut after flood"),
        article("b", storm, "Ilmen counts the cost of rain"),
    ]
    of_two = [of_one[0], replace(of_one[1], source="Another Post")]
    assert [len(stories(pair)) for pair in (of_one, of_two)] == [2, 1]


def test_huge_headline_is_no_obstacle():
    """A headline of thousands of words is read to the end of an opening."""
    hostile = article("x", "Rain.", " ".join(f"w{i}" for i in range(50_000)))
    assert ("x",) in stories([*other_news(), hostile])
