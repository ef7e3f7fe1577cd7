"""Stories become threads: one topic each."""

from briefing.group.stories import grouping
from tests.group.stories.news import article, day, the_day


def test_a_thread_holds_whole_stories():
    """Each story is in one thread."""
    found = grouping(the_day())
    assert sorted(n for thread in found.threads for n in thread) == list(range(len(found.stories)))


def test_a_follow_up_weeks_later_is_in_the_thread():
    """A trial months after the wreck is another story of the same thread."""
    trial = article(
        "trial",
        "The trial of Captain Jorun Haldane opened in Marstrup. The prosecution says that he took the "
        "Solveig through the strait too fast. His lawyer named the shipyard's invoice and asked for an "
        "adjournment. The judge, Berit Aas, means to hear thirty witnesses, among them a weather observer"
        " and a pilot.",
        "Captain of the Solveig in court",
        published=day(20, month=10),
    )
    found = grouping([*the_day(published=day(3)), trial])
    of = {name: number for number, story in enumerate(found.stories) for name in story}
    thread = next(each for each in found.threads if of["trial"] in each)
    assert of["trial"] != of["ferry-1"]
    assert of["ferry-1"] in thread
    assert of["fire-1"] not in thread
