from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ConfigError
from briefing.model import Dropped, Section
from briefing.render import Layout, renderers
from briefing.render.footer import NAMES, footer
from briefing.render.languages import right_to_left, tag
from briefing.render.links import host, href
from briefing.render.view import view
from briefing.render.words import count, listed, long_date, moment, zone

from . import samples


def test_order_is_kept():
    """Sections, stories and bullets stand in the briefing's order, under its ids."""
    made = samples.small()
    page = view(made)
    assert [story.id for story in page.stories] == [story.id for story in made.stories]
    ids = [bullet.id for story in made.stories for bullet in story.bullets]
    assert [bullet.id for story in page.stories for bullet in story.bullets] == ids


def test_receipts_are_numbered_through():
    """Receipts are numbered from 1 through the whole briefing, whatever the story."""
    assert [receipt.number for receipt in view(samples.small()).receipts] == list(range(1, 12))


def test_verbatim_receipt():
    """A receipt is verbatim where the bullet is its one quotation, and not where it is one of two."""
    first, second, *_ = view(samples.small()).stories[0].bullets
    assert [receipt.verbatim for receipt in (*first.receipts, *second.receipts)] == [True, False, False]


def test_anchors_are_unique():
    """A story that stands twice has one id and two anchors."""
    made = samples.one()
    page = view(replace(made, sections=made.sections * 2))
    one, two = page.stories
    assert one.id == two.id
    assert (one.anchor, two.anchor) == (f"story-{one.id}", f"story-{one.id}-2")


def test_empty_sections_are_left_out():
    """A section without a story is not shown."""
    made = samples.one()
    assert [
        s.title for s in view(replace(made, sections=(Section("Empty", ()), *made.sections))).sections
    ] == ["News"]


def test_title_is_told_once():
    """A source's title is shown only where it is another than the story's headline."""
    own, other = view(samples.small()).stories[0].sources
    assert (own.title, other.title) == ("", "Islanders toast the return of their ferry")


def test_summary():
    """The masthead counts stories, distinct sources and minutes."""
    assert view(samples.small()).summary == "4 stories from 5 sources · 1 minute to read"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
        ("http://example.org/a b<c>", "http://example.org/a%20b%3Cc%3E"),
        ("https://exämple.org/ü", "https://exämple.org/ü"),
        ('https://example.org/"onload="x', "https://example.org/%22onload=%22x"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org/", None),
        ("https:///path", None),
        ("http://[half", None),
        ("", None),
        (None, None),
    ],
)
def test_links(url, safe):
    """Only an http or https address with a host becomes a link, and it holds no quote, space or bracket."""
    assert href(url) == safe


def test_host_is_where_the_link_leads():
    """The host that is shown is the real one, whatever the user part pretends."""
    assert host("https://bank.example@evil.example/login") == "evil.example"


def test_moment():
    """A time is told in the briefing's zone; midnight sharp is a date; another year is named."""
    assert moment(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), samples.NOW) == "22 Nov, 00:30"
    assert moment(datetime(2026, 11, 21, tzinfo=UTC), samples.NOW) == "21 Nov"
    assert moment(datetime(2025, 3, 1, 8, 5, tzinfo=UTC), samples.NOW) == "1 Mar 2025, 09:05"


def test_dates_in_words():
    """Days, zones and counts are written the same under every locale."""
    assert long_date(date(2026, 2, 1)) == "Sunday 1 February 2026"
    assert (zone(samples.NOW), zone(datetime(2026, 1, 1, tzinfo=UTC))) == ("UTC+01:00", "UTC")
    assert (count(1, "story", "stories"), count(1200, "source")) == ("1 story", "1,200 sources")
    assert [listed("a"), listed("ab"), listed("abc")] == ["a", "a and b", "a, b and c"]


def test_language_tags():
    """A tag that is none is called undetermined; the direction follows the language, not the region."""
    assert [tag("pt-BR"), tag('en"><b>'), tag("")] == ["pt-BR", "und", "und"]
    assert [right_to_left("ar-EG"), right_to_left("he"), right_to_left("en")] == [True, True, False]


def test_footer_counts():
    """The footer says how many articles were used, how much was left out, and how many bullets held."""
    found, checked, *_ = footer(samples.small()).sentences
    assert found == "5 articles were found and used; 3 others left out."
    assert (
        checked == "Of 10 bullets, 9 were checked against their sources and held; 1 is marked as unverified."
    )


def test_reasons_are_gathered():
    """What was left out is listed by reason, with its names once each and how often."""
    made = replace(samples.quiet(), dropped=(Dropped("a", "old"), Dropped("b", "old"), Dropped("a", "old")))
    (item,) = footer(made).left_out
    assert (item.reason, item.number, item.names) == ("old", 3, "a (2) and b")


def test_many_names_are_counted():
    """A reason with very many names gives the first ones and the number of the others."""
    made = replace(samples.quiet(), dropped=tuple(Dropped(f"s{n}", "old") for n in range(NAMES + 5)))
    assert footer(made).left_out[0].names.endswith("s11 and 5 more")


def test_quiet_day_is_no_failure():
    """A day without stories is quiet only where nothing went wrong."""
    calm, troubled = footer(samples.quiet()).quiet, footer(samples.quiet(problems=True)).quiet
    assert calm is not None
    assert troubled is not None
    assert (calm[0], troubled[0]) == ("A quiet day", "No stories today")


def test_a_day_with_stories_has_no_notice():
    """Without problems the top of the page warns of nothing."""
    made = footer(samples.one())
    assert (made.notice, made.quiet) == ("", None)


def test_layout_names_its_pages():
    """A page that is none is refused, and the message lists the right ones."""
    with pytest.raises(ConfigError, match="A4, Letter"):
        Layout("A3")


def test_renderers_in_their_order():
    """The formats are named in the order in which a user meets them."""
    assert renderers.names()[:5] == ("pdf", "html", "json", "md", "txt")


@given(st.text())
def test_any_address_is_safe(url):
    """Whatever an address is, a link made of it can end neither an attribute nor a Markdown link."""
    made = href(url)
    assert made is None or (made.startswith("http") and not set(made) & set('<>"\\ \n'))
