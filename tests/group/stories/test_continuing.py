"""Which stories go on from earlier ones."""

from dataclasses import replace

from briefing.group.stories import continuing
from tests.group.stories.news import TEXTS, article, day

ADDRESS = "https://lindvik.example/live"


def _named(*names, **fields):
    return [article(name, TEXTS[name][1], TEXTS[name][0], **fields) for name in names]


EARLIER = [
    _named("ferry-1", "ferry-2"),
    _named("fire-1"),
    _named("bank-1"),
    _named("cup-1"),
    _named("comet-1"),
]


def test_follow_up_finds_its_story():
    """A story is matched with the earlier one of its event, and with no other."""
    today = [_named("ferry-3"), _named("cup-2"), _named("fire-2"), _named("bank-2")]
    assert continuing(today, EARLIER) == ((0,), (3,), (1,), (2,))


def test_new_event_finds_none():
    """An event of which nothing was told goes on from nothing, nor does anything where nothing was told."""
    today = [_named("comet-1")]
    assert continuing(today, EARLIER[:4]) == ((),)
    assert continuing(today, []) == ((),)
    assert continuing([], EARLIER) == ()
    assert continuing([[]], [[]]) == ((),)


def test_all_its_days_are_found():
    """A story that was told on two days goes on from both."""
    earlier = [_named("ferry-1", published=day(2)), *EARLIER[1:], _named("ferry-2", published=day(3))]
    assert continuing([_named("ferry-3", published=day(4))], earlier) == ((0, 5),)


def test_languages_are_not_mixed():
    """An article in another language is matched with none, however alike the words are."""
    today = [[replace(one, language="de") for one in _named("ferry-1")]]
    assert continuing(today, EARLIER) == ((),)


def test_long_ago_is_another_story():
    """What is told of the same matter a year later does not go on from it."""
    earlier = [[replace(one, published=day(2)) for one in EARLIER[0]]]
    later = [replace(one, published=day(2).replace(year=2029)) for one in _named("ferry-3")]
    assert continuing([later], earlier) == ((),)


def test_order_makes_no_difference():
    """Each story is matched alike wherever it stands among the others."""
    today = [_named("ferry-3"), _named("cup-2")]
    turned = continuing(today[::-1], EARLIER[::-1])
    assert turned == ((1,), (4,))


def test_same_address_needs_less():
    """An article that has changed much goes on from itself, where another so far off would not."""
    told = (
        "The strike of the dockers in Karvala began on Monday. Cranes stand still and 30 ships wait outside."
    )
    now = (
        "Talks opened on Thursday at the town hall. The mayor invited both sides, and the crews came with "
        "their lawyer Sela Adomako. A mediator from the capital read the offer aloud: shifts of seven hours, "
        "a bonus at night and a fund for the widows. The company asked for time until Friday. Shops near "
        "the station in Karvala gave free soup, a band played, and children painted banners for the march."
    )
    earlier = [[article("a", told, url=ADDRESS)], *EARLIER[1:]]
    assert continuing([[article("b", now, url=ADDRESS)]], earlier) == ((0,),)
    assert continuing([[article("b", now, url=f"{ADDRESS}/2")]], earlier) == ((),)


def test_page_with_other_news_is_no_story():
    """An address that gives something else each day does not make a story of it."""
    earlier = [_named("bank-1", url=ADDRESS)]
    assert continuing([_named("comet-1", url=ADDRESS)], earlier) == ((),)
