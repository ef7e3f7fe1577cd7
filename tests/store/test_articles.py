"""Articles that are kept."""

import dataclasses
from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Picture
from briefing.store.articles import Added
from briefing.store.body import pack, unpack
from briefing.store.content import content
from tests.factory import BODY, article

TEXTS = st.text(st.characters(), max_size=40)
MOMENTS = st.datetimes(
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-9))])
)
ARTICLES = st.builds(
    Article,
    **dict.fromkeys(("id", "title", "text", "source", "language", "origin", "folder"), TEXTS),
    url=st.none() | TEXTS,
    place=st.none() | TEXTS,
    published=st.none() | MOMENTS,
    points=st.lists(TEXTS, max_size=3).map(tuple),
    picture=st.none() | st.builds(Picture, TEXTS, alt=TEXTS, credit=TEXTS),
)


@given(ARTICLES)
def test_article_comes_back_to_the_letter(given):
    """Whatever is in an article is in it after it was kept, half characters and zones included."""
    back = unpack(pack(given))
    assert back == given
    assert back.published is None or back.published.utcoffset() == given.published.utcoffset()


def test_new_known_and_changed(library):
    """An article is new once; then it is known, until its words change."""
    one = article(url="https://a.org/x")
    assert library.add([one]) == Added(new=1)
    assert library.add([one]) == Added(known=1)
    assert library.add([dataclasses.replace(one, text=one.text + " More.")]) == Added(changed=1)
    assert library.add([one]) == Added(known=1)
    assert library.holdings().articles == 1


def test_times_are_kept(library, clock):
    """When an article was first seen, last seen and changed is remembered."""
    one = article(url="https://a.org/x")
    times = []
    for text in (BODY, BODY, BODY + " More."):
        library.add([dataclasses.replace(one, text=text)])
        times.append(clock.now.isoformat(timespec="microseconds"))
        clock.pass_(hours=1)
    rows = library.database.read(
        lambda c: c.execute("SELECT first_seen, last_seen, changed_at FROM articles").fetchall(), []
    )
    assert rows == [(times[0], times[2], times[2])]


@pytest.mark.parametrize(
    "text",
    [BODY.upper(), BODY.replace(",", ""), BODY.replace("\n", "  "), f"“{BODY}” –", BODY.replace("f", "ｆ")],
)
def test_comma_is_no_change(text):
    """Capitals, punctuation, spaces and widths change nothing that is told; nor does another headline."""
    assert content(article(text, title="Other")) == content(article(BODY))


@pytest.mark.parametrize(
    "text", [BODY.replace("14", "15"), BODY + " No.", BODY.replace("Nobody", "Somebody")]
)
def test_word_or_figure_is_a_change(text):
    """Another word or figure is another content."""
    assert content(article(text)) != content(article(BODY))


def test_headline_alone_is_content():
    """Of an article without a text the headline tells."""
    assert content(article("", title="Ice")) != content(article("", title="Fire"))


def test_longest_of_several_versions_is_the_article(library):
    """Of a teaser and the full text of one page, given at once, the full text is found by its words."""
    full = article(url="https://a.org/x", origin="f1")
    teaser = dataclasses.replace(full, text="The harbour closed.", origin="f2")
    library.add([full, teaser])
    (hit,) = library.search(["breakwater"])
    assert hit.article == full


def test_what_a_source_gave_comes_back(library):
    """What a source gave last comes back in its order and to the letter, whatever others gave since."""
    first, second = article(url="https://a.org/1"), article(BODY[:90], url="https://a.org/2")
    library.give("https://a.org/feed", [second, first])
    library.give("https://b.org/feed", [dataclasses.replace(first, source="Other", text="Cut.")])
    assert library.given("https://a.org/feed") == (second, first)
    library.give("https://a.org/feed", [first])
    assert library.given("https://a.org/feed") == (first,)
    assert library.given("https://c.org/feed") == ()
