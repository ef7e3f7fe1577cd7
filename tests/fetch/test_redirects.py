"""Redirects, followed by hand."""

import pytest

from tests.fetch.quick import body, named, one, reason
from tests.fetch.server import Server, page, redirect


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], "/2"),
        ([308], "/2"),
        ([302], None),
        ([303], None),
        ([307], None),
        ([301, 308], "/3"),
        ([301, 302], "/2"),
        ([302, 301], None),
        ([301, 307, 308], "/2"),
    ],
)
def test_only_permanent_redirects_are_moves(server, statuses, moved):
    """An address has moved as far as permanent redirects alone lead."""
    for number, status in enumerate(statuses, 1):
        server.pages[f"/{number}"] = redirect(f"{number + 1}", status)
    server.pages[f"/{len(statuses) + 1}"] = page(b"here")
    answer = one(server, "/1")
    assert body(answer) == b"here"
    assert answer.url == server.url(f"/{len(statuses) + 1}")
    assert answer.moved_to == (moved and server.url(moved))


def test_ten_redirects_are_followed_and_no_more(server):
    """The tenth redirect is followed, the eleventh is not."""
    for number in range(20):
        server.pages[f"/{number}"] = redirect(f"/{number + 1}")
    server.pages["/20"] = page(b"here")
    assert body(one(server, "/10")) == b"here"
    assert reason(one(server, "/9")) == "redirects more than 10 times"


def test_a_circle_is_named(server):
    """Two addresses that lead to one another are a circle."""
    server.pages |= {"/a": redirect("/b"), "/b": redirect("/a#again")}
    assert reason(one(server, "/a")) == "redirects in a circle"
    assert server.paths() == ["/a", "/b"]


def test_a_redirect_to_nowhere_is_named(server):
    """A redirect that does not say where to is named."""
    server.pages["/"] = page(b"", 301)
    assert reason(one(server, "/")) == "answered 301 without saying where it went"


def test_a_fault_elsewhere_says_where(server):
    """A fault behind a redirect names the host that it was met at."""
    with Server() as other:
        server.pages["/"] = redirect(other.url("/none", "b.example"))
        said = reason(one(server, "/", host="a.example", **named("a.example", "b.example")))
    assert said == "redirects to b.example: answered 404 (not found): check the address"


def test_nothing_is_carried_to_another_host(server):
    """What one host set is not told to the next."""
    with Server() as other:
        other.pages["/"] = page(b"there")
        server.pages["/"] = page(
            b"", 302, Location=other.url("/", "b.example"), Set_Cookie="a=b; Domain=example"
        )
        assert body(one(server, "/", host="a.example", **named("a.example", "b.example"))) == b"there"
        assert set(other.visits[-1].headers) == {"host", "user-agent", "accept", "accept-encoding"}
        assert other.visits[-1].host == f"b.example:{other.port}"
