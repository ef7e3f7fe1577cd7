"""robots.txt has its say."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.fetch import Ask, fetch
from briefing.fetch.robots import condense, delay, may_read
from tests.fetch import server as bad
from tests.fetch.quick import body, named, one, reason, rules
from tests.fetch.server import Server, page, redirect

REFUSED = "its robots.txt asks not to read it"


def robots(text: str) -> bad.Page:
    """Return a robots.txt."""
    return page(text.encode(), Content_Type="text/plain")


def test_what_is_asked_for_is_heeded(server):
    """What robots.txt asks not to read is not read; the rest is."""
    server.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /private"), "/open": page(b"open")}
    assert reason(one(server, "/private/feed")) == REFUSED
    assert body(one(server, "/open")) == b"open"
    assert server.paths() == ["/open"]


def test_who_is_not_to_heed_it_does_not_ask(server):
    """An ask that robots.txt has no say in does not read it."""
    server.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/": page(b"open")}
    (outcome,) = fetch([Ask(server.url("/"), robots=False)], rules(server))
    assert body(outcome) == b"open"
    assert [visit.path for visit in server.visits] == ["/"]


def test_it_is_read_once_for_a_host(server):
    """Many addresses of a host read its robots.txt once."""
    server.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": page(b"a")}
    outcomes = list(fetch([Ask(server.url(path)) for path in ("/a", "/b", "/a", "/b")], rules(server)))
    assert sorted(str(getattr(each, "reason", "")) for each in outcomes) == ["", "", REFUSED, REFUSED]
    assert [visit.path for visit in server.visits].count("/robots.txt") == 1


@pytest.mark.parametrize(
    "broken",
    [
        bad.missing,
        page(b"", 500),
        page(b"", 403),
        page(b"\x00\xff\xfe" * 1000),
        page(b"<html>Not found</html>"),
        bad.reset,
        bad.babble,
        bad.endless,
        bad.bomb,
        bad.false_gzip,
        redirect("/robots.txt"),
        redirect("http://10.0.0.1/robots.txt"),
        redirect("file:///etc/robots.txt"),
    ],
)
def test_a_broken_one_allows(server, broken):
    """A robots.txt that is missing, broken or elsewhere allows everything."""
    server.pages |= {"/robots.txt": broken, "/": page(b"open")}
    assert body(one(server, "/", per_url=10.0)) == b"open"


def test_one_that_hangs_allows_in_time(server):
    """A robots.txt that never comes costs an address a part of its time and no more."""
    server.pages |= {"/robots.txt": bad.hang, "/": page(b"open")}
    assert body(one(server, "/", per_url=6.0)) == b"open"


def test_a_redirect_does_not_get_around_it(server):
    """What a redirect leads to is asked of its own host's robots.txt."""
    with Server() as other:
        other.pages |= {"/robots.txt": robots("User-agent: briefing\nDisallow: /"), "/": page(b"shut")}
        server.pages["/"] = redirect(other.url("/", "b.example"))
        said = reason(one(server, "/", host="a.example", **named("a.example", "b.example")))
        assert said.endswith(REFUSED)
        assert other.paths() == []


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow:", "/", True),
        ("User-agent: *\nDisallow: /", "/", False),
        ("\ufeffUSER-AGENT : *\r\nDISALLOW:/", "/", False),
        ("User-agent: other\nDisallow: /", "/", True),
        ("User-agent: other\nUser-agent: Briefing\nDisallow: /", "/", False),
        ("User-agent: briefing/2\nDisallow: /", "/", False),
        ("User-agent: brief\nDisallow: /", "/", True),
        ("User-agent: briefingbot\nDisallow: /", "/", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: briefing\nDisallow: /x", "/y", True),
        ("User-agent: briefing\nAllow: /\n\nUser-agent: *\nDisallow: /", "/y", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /*.xml$", "/feed.xml", False),
        ("User-agent: *\nDisallow: /*.xml$", "/feed.xml?a", True),
        ("User-agent: * # all\nDisallow: /x # and this", "/x", False),
        ("Disallow: /", "/", True),
        ("User-agent: *\nSitemap: /s\nUser-agent: other\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", True),
        ("User-agent: other\nUser-agent: *\nUser-agent: *\nDisallow: /", "/", False),
    ],
)
def test_the_standard(text, path, allowed):
    """Groups, their names and the longest rule count as RFC 9309 has it."""
    assert may_read(condense(text.encode()), f"https://news.example{path}") is allowed


def test_its_delay_is_kept():
    """The pause that it asks for is known; one that is none is none."""
    assert delay(condense(b"User-agent: *\nCrawl-delay: 7.5")) == 7.5
    for wrong in (b"nan", b"inf", b"-1", b"soon", b""):
        assert delay(condense(b"User-agent: *\nCrawl-delay: " + wrong)) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        b" " * 400_000 + b"x",
        b"\n".join([b"user" + b" " * 40_000 + b"agent: *"] * 12),
        b"User-agent: *\n" + b"Disallow: /" + b"*a" * 200_000,
        b"User-agent: *\n" + b"Disallow: /*a*b$\n" * 25_000,
        b"User-agent: *\n" * 30_000,
    ],
    ids=["spaces", "name", "pattern", "patterns", "names"],
)
def test_it_takes_no_time(text):
    """A file made to take hours to understand is understood in no time, or not at all."""
    known = condense(text)
    assert may_read(known, "https://news.example/" + "a" * 60_000)


def test_thousands_of_names_and_rules_are_no_matter():
    """A file of thousands of names before thousands of rules is heeded like any other."""
    names = "".join(f"User-agent: robot{number}\n" for number in range(10_000))
    text = names + "User-agent: *\n" + "".join(f"Disallow: /{number}$\n" for number in range(4_000))
    known = condense(text.encode())
    assert not may_read(known, "https://news.example/77")
    assert may_read(known, "https://news.example/x")


@given(some.binary() | some.text("User-agent:*\nDisallow/$#% \x00\u2028é").map(str.encode), some.text())
def test_no_file_is_too_strange(data, path):
    """Any bytes at all are a robots.txt of some kind."""
    known = condense(data)
    assert may_read(known, f"https://news.example/{path}") in {True, False}
    assert delay(known) >= 0
