"""What was in which briefing."""

import dataclasses
from datetime import date

from briefing.store.records import Fact, briefing_id
from tests.factory import article, briefing


def test_briefing_comes_back(library, clock):
    """A briefing's day, title, formats, stories, bullets and their figures are remembered."""
    one = article("A crane killed 12 people in Lindvik.\nMore.", url="https://a.org/x")
    made = briefing(one)
    name = library.record(made, ["pdf", "html"])
    found = library.briefing(name)
    assert (found.date, found.title, found.formats) == (made.date, made.title, ("pdf", "html"))
    assert found.made_at == made.generated and found.delivered_at is None
    ((story,), (told,)) = found.stories, made.stories
    assert (story.id, story.headline, story.articles) == (told.id, told.headline, told.articles)
    assert (story.bullets[0].id, story.bullets[0].text) == (told.bullets[0].id, told.bullets[0].text)
    assert story.bullets[0].articles == (one.id,)
    assert story.bullets[0].facts == (Fact("12", 12.0, "killed"),)
    assert library.briefing("none") is None


def test_same_stories_are_the_same_briefing(library, clock):
    """Made again on its day with the same stories a briefing has the same id, and stays delivered."""
    made = briefing(article())
    name = library.record(made)
    library.deliver(name)
    again = dataclasses.replace(made, generated=clock.now)
    assert library.record(again) == name == briefing_id(made)
    assert library.briefing(name).delivered_at == clock.now
    assert briefing_id(briefing(article(id="other"))) != name


def test_delivered_once(library, clock):
    """Delivering twice keeps the first time; what was never made cannot be delivered."""
    name, first = library.record(briefing(article())), clock.now
    assert library.deliver(name)
    clock.pass_(hours=2)
    assert library.deliver(name)
    assert library.briefing(name).delivered_at == first
    assert not library.deliver("none")


def test_latest_comes_first(library, clock):
    """The latest briefings come first; only those that were delivered count as such."""
    names = []
    for day in (20, 21, 22):
        names.append(library.record(briefing(article(id=str(day)), date=date(2026, 11, day))))
        if day != 22:
            library.deliver(names[-1])
        clock.pass_(days=1)
    assert [each.id for each in library.briefings(5)] == [names[1], names[0]]
    assert len(library.briefings(5, delivered=False)) == 3
    assert [each.id for each in library.briefings(1)] == [names[1]]


def test_quiet_day_is_kept(library):
    """A briefing without a story is a briefing."""
    name = library.record(briefing())
    assert library.deliver(name) and library.briefing(name).stories == ()
