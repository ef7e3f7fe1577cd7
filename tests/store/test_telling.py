"""What earlier briefings told, for what goes on from them."""

from dataclasses import replace
from datetime import date

from briefing.model import Change, Earlier, Evidence, Section, Side
from tests.factory import article, briefing

FIRST = "A fire in Osterby killed 12 people, the police said.\nThe mill employs 140."
NEXT = "The fire in Osterby killed 19 people, the police said.\nThe mill is lost."


def _delivered(library, *articles, **fields):
    name = library.record(briefing(*articles, **fields))
    library.deliver(name)
    return name


def test_what_was_delivered_is_told(library):
    """A story comes back with its briefing, its headline, its bullets and its article as it was then."""
    then = article(FIRST, url="https://a.org/fire")
    made = briefing(then, date=date(2026, 11, 21))
    library.deliver(library.record(made))
    library.add([article(NEXT, url="https://a.org/fire")])
    (told,) = library.told(date(2026, 11, 22), 30)
    assert told.earlier == Earlier(date(2026, 11, 21), then.title, made.title)
    assert told.bullets == (made.stories[0].bullets[0].text,)
    assert told.articles == (then,)


def test_only_days_before_count(library):
    """The day's own briefing, what was not delivered and what is older than asked for are not told."""
    for day in (1, 20, 21, 22):
        _delivered(library, article(f"{FIRST}\n{day}", id=str(day)), date=date(2026, 11, day))
    library.record(briefing(article(id="unsent"), date=date(2026, 11, 21)))
    told = library.told(date(2026, 11, 22), 2)
    assert [each.earlier.date.day for each in told] == [20, 21]


def test_nothing_is_told_of_an_empty_library(library):
    """Where nothing was delivered nothing is told, however far back is asked for."""
    assert library.told(date(2026, 11, 22), 10**6) == ()


def test_cited_for_a_change_is_not_told_again(library):
    """An earlier version that a change cites is told by its own briefing, not by the one that cites it."""
    then = article(FIRST, url="https://a.org/fire")
    _delivered(library, then, date=date(2026, 11, 20))
    now = article(NEXT, url="https://a.org/fire", title="Mill fire: toll rises")
    cited = replace(then, id="a1-then")
    made = briefing(now, date=date(2026, 11, 21))
    sides = (
        Side("12", "the police", Evidence("a1-then", 0, 51, FIRST[:51])),
        Side("19", "the police", Evidence("a1", 0, 53, NEXT[:53])),
    )
    story = replace(made.stories[0], new=False, changes=(Change("killed", *sides),))
    made = replace(made, sections=(Section("World", (story,)),), articles={"a1": now, "a1-then": cited})
    library.deliver(library.record(made))
    assert [told.articles for told in library.told(date(2026, 11, 22), 9)] == [(then,), (now,)]
    assert [hit.article.text for hit in library.search(["mill"])] == [NEXT]
    assert library.unseen([now, then], date(2026, 11, 22))[0] == ()
