"""From sources to articles, over a real server."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.config import Source
from briefing.fetch import Rules
from briefing.gather import Period, gather, reach
from briefing.store import Library
from tests.fetch.conftest import _no_proxy, server
from tests.fetch.server import Server, hang, page, redirect
from tests.gather.lindvik import feed_of, home, html, item, opml, paragraphs, rss

__all__ = ["_no_proxy", "server"]

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def collect(server, library):
    """Gather sources from the server, with rules that don't wait."""

    def collect(*sources: str | Source, since: datetime | None = None, allow: frozenset[str] | None = None):
        allowed = frozenset({server.place}) if allow is None else allow
        rules = Rules(allow=allowed, per_url=2.0, pause=0.0, backoff=0.01, tries=1, per_host=8)
        named = [each if isinstance(each, Source) else Source(at=str(each)) for each in sources]
        return gather(named, library, Period(NOW, since), rules=rules)

    return collect


def test_teaser_becomes_the_article(server, collect):
    """An entry that only announces an article is told by its page, under the feed's name and date."""
    server.pages["/feed"] = feed_of(server, "Odde")
    (article,) = collect(server.url("/feed")).articles
    assert article.text == "\n".join(paragraphs("Odde", 14))
    assert (article.source, article.title) == ("Odde Post", "Fallen crane closes Odde harbour")
    assert article.published == datetime(2026, 11, 23, 5, tzinfo=UTC)


def test_page_that_is_gone(server, collect):
    """Where a page cannot be read its teaser is told, and the feed's problem says how many and why."""
    teaser = "A ferry ran late between Odde and Varn on Sunday, and forty passengers missed their train…"
    server.pages["/feed"] = page(rss("Odde Post", item("Late ferry", server.url("/gone"), teaser)))
    reading = collect(server.url("/feed"))
    assert reading.articles[0].text == teaser
    (problem,) = reading.problems
    assert problem.source == server.url("/feed")
    assert "1 of its pages cannot be read" in problem.message and "404" in problem.message


def test_page_is_an_article(server, collect):
    """The address of an article is a source; its text is the page's."""
    server.pages["/a"] = page(html("Crane falls", paragraphs("Varn", 3)), Content_Type="text/html")
    (article,) = collect(server.url("/a")).articles
    assert article.title == "Crane falls" and article.url == server.url("/a")


def test_home_page_leads_to_its_feed(server, collect):
    """The address of a home page is as good as that of its feed."""
    server.pages |= {"/": home(), "/feed": feed_of(server, "Odde")}
    (article,) = collect(server.url("/")).articles
    assert article.source == "Odde Post"


def test_list_of_feeds(server, collect, tmp_path):
    """A file that lists feeds is all of them, each under its folder as its section; one is bad alone."""
    server.pages |= {"/o": feed_of(server, "Odde"), "/v": feed_of(server, "Varn")}
    listed = opml(("World", server.url("/o")), ("Sport", server.url("/v")), ("Sport", server.url("/none")))
    (tmp_path / "feeds.opml").write_text(listed, "utf-8")
    reading = collect(tmp_path / "feeds.opml")
    assert [(a.source, a.folder) for a in reading.articles] == [
        ("Odde Post", "World"),
        ("Varn Post", "Sport"),
    ]
    assert [p.source for p in reading.problems] == [server.url("/none")]


def test_what_has_not_changed_is_not_read_again(server, collect, monkeypatch):
    """A feed that says that nothing has changed gives the same articles, without a page or a parser."""
    server.pages["/feed"] = feed_of(server, "Odde")
    first = collect(server.url("/feed")).articles
    asked = len(server.paths())

    def never(*_):
        raise AssertionError("something was read")

    monkeypatch.setattr(reach, "arrival", never)
    assert collect(server.url("/feed")).articles == first
    assert server.paths()[asked:] == ["/feed"]


def test_new_entry_costs_one_page(server, collect):
    """When an entry is added, its page alone is fetched."""
    server.pages["/feed"] = feed_of(server, "Odde")
    collect(server.url("/feed"))
    asked = len(server.paths())
    old = item(
        "Fallen crane closes Odde harbour", server.url("/Odde.html"), f"{paragraphs('Odde', 14)[0][:60]}…"
    )
    server.pages["/new"] = page(html("Ferry aground", paragraphs("Sund", 2)), Content_Type="text/html")
    new = item("Ferry aground", server.url("/new"), "A ferry ran aground…")
    server.pages["/feed"] = page(rss("Odde Post", new, old))
    reading = collect(server.url("/feed"))
    assert [len(a.text.split("\n")) for a in reading.articles] == [4, 4]
    assert server.paths()[asked:] == ["/feed", "/new"]


def test_only_what_is_new(server, collect):
    """Entries older than the last briefing are neither fetched nor told; how many they are is said."""
    old = item("Old news", server.url("/old"), "A ferry ran late…", "Fri, 20 Nov 2026 05:00:00 GMT")
    new = item("New news", server.url("/new"), "A ferry ran aground…")
    server.pages["/feed"] = page(rss("Odde Post", new, old))
    server.pages["/new"] = page(html("New news", paragraphs("Sund", 2)), Content_Type="text/html")
    reading = collect(server.url("/feed"), since=datetime(2026, 11, 22, 6, 30, tzinfo=UTC))
    assert [a.title for a in reading.articles] == ["New news"]
    assert [d.reason for d in reading.dropped] == ["1 entry is older than the last briefing"]
    assert "/old" not in server.paths()


@pytest.mark.parametrize(("pages", "asked"), [("teasers", 0), ("all", 1), ("none", 0)])
def test_pages_are_a_source_s_choice(server, collect, pages, asked):
    """Of entries that are whole the pages are read only where the source says so."""
    whole = "".join(f"<p>{each}</p>" for n in range(9) for each in paragraphs("Sund", n))
    server.pages["/feed"] = page(rss("Sund Post", item("Crane", server.url("/page"), whole)))
    server.pages["/page"] = page(html("Crane", paragraphs("Sund", 2)), Content_Type="text/html")
    reading = collect(Source(at=server.url("/feed"), pages=pages))
    assert len(reading.articles) == 1 and server.paths().count("/page") == asked


def test_own_name(server, collect, tmp_path):
    """A source with a name of its own is shown under it, whether it is fetched or a file."""
    server.pages["/feed"] = feed_of(server, "Odde")
    (tmp_path / "crane.html").write_bytes(html("Crane", paragraphs("Sund", 2)))
    named = (
        Source(at=str(tmp_path / "crane.html"), name="Saved"),
        Source(at=server.url("/feed"), name="Odde"),
    )
    assert [a.source for a in collect(*named).articles] == ["Saved", "Odde"]


def test_feed_leads_to_no_private_place(server, collect):
    """A page that a feed names at a private address is not asked for, whoever listens there."""
    with Server() as inside:
        inside.pages["/secret"] = page(html("Secret", paragraphs("Sund", 2)))
        server.pages["/feed"] = page(
            rss("Odde Post", item("Look", inside.url("/secret"), "A secret is out…"))
        )
        reading = collect(server.url("/feed"))
        assert inside.connections == 0
    assert "private" in reading.problems[0].message and "secret is out" in reading.articles[0].text


def test_source_that_hangs_costs_itself(server, collect):
    """A source that never answers is named, and the others are read."""
    server.pages |= {"/feed": feed_of(server, "Odde"), "/slow": hang}
    reading = collect(server.url("/slow"), server.url("/feed"))
    assert len(reading.articles) == 1 and [p.source for p in reading.problems] == [server.url("/slow")]


def test_feed_that_moved_for_good(server, collect):
    """A feed that moved for good is asked at its new place the next time, and whether it has changed."""
    server.pages |= {"/old": redirect("/feed", 301), "/feed": feed_of(server, "Odde")}
    first = collect(server.url("/old")).articles
    asked = len(server.paths())
    assert collect(server.url("/old")).articles == first
    assert server.paths()[asked:] == ["/feed"]
    assert server.visits[-1].headers["if-none-match"] == '"1"'
