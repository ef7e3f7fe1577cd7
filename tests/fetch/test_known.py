"""What is known already is not sent again."""

from datetime import UTC, datetime, timedelta

from briefing.fetch import Answer, Ask, Validators, fetch
from tests.fetch.quick import Memory, body, named, one, reason, rules
from tests.fetch.server import in_turn, missing, page, redirect, tagged


def test_an_unchanged_page_is_not_sent_again(server):
    """A page with a tag is asked for by it, and its answer is that nothing has changed."""
    known = Memory()
    server.pages["/"] = tagged(b"news", Last_Modified="Sun, 22 Nov 2026 06:00:00 GMT")
    first, second = one(server, "/", known), one(server, "/", known)
    assert (body(first), first.unchanged) == (b"news", False)
    assert (body(second), second.unchanged, second.etag) == (b"", True, '"1"')
    asked = server.visits[-1].headers
    assert asked["if-none-match"] == '"1"'
    assert asked["if-modified-since"] == "Sun, 22 Nov 2026 06:00:00 GMT"
    assert known[server.url("/")].etag == '"1"'


def test_a_changed_page_is_sent(server):
    """A page with another tag is read, and its new tag remembered."""
    known = Memory({server.url("/"): Validators(etag='"0"')})
    server.pages["/"] = tagged(b"news")
    assert body(one(server, "/", known)) == b"news"
    assert known[server.url("/")].etag == '"1"'


def test_a_page_without_a_tag_is_forgotten(server):
    """A page that no longer has a tag, or doesn't want to be stored, is asked for in full."""
    for headers in ({}, {"ETag": '"1"', "Cache_Control": "no-store, max-age=60"}):
        known = Memory({server.url("/"): Validators(etag='"0"', last_modified="x")})
        server.pages["/"] = page(b"news", **headers)
        one(server, "/", known)
        assert known[server.url("/")] == Validators()


def test_what_is_fresh_is_not_asked_for(server):
    """A page is not asked for while it is fresh by its host's word."""
    known = Memory()
    server.pages["/"] = page(b"news", Cache_Control="max-age=600", ETag='"1"')
    first, second = one(server, "/", known), one(server, "/", known)
    assert server.paths() == ["/"]
    assert second.unchanged
    assert second.fresh_until == first.fresh_until > datetime.now(UTC) + timedelta(minutes=9)


def test_what_was_fresh_is_asked_for(server):
    """A page that was fresh until now is asked for by its tag."""
    known = Memory({server.url("/"): Validators(etag='"1"', fresh_until=datetime.now(UTC))})
    server.pages["/"] = tagged(b"news")
    assert one(server, "/", known).unchanged
    assert server.paths() == ["/"]


def test_a_move_is_remembered(server):
    """A page that has moved for good is asked for at its new address from then on, by what was sent there."""
    known = Memory()
    server.pages |= {"/old": redirect("/new", 301), "/new": tagged(b"news")}
    first, second = one(server, "/old", known), one(server, "/old", known)
    assert server.paths() == ["/old", "/new", "/new"]
    assert (body(first), second.unchanged) == (b"news", True)
    assert first.moved_to == second.moved_to == second.url == server.url("/new")


def test_a_move_that_proves_false_is_forgotten(server):
    """Where nothing is at the new address any more, the old one is asked, and its answer counts."""
    known = Memory({server.url("/old"): Validators(moved_to=server.url("/new"))})
    server.pages |= {"/old": page(b"news"), "/new": missing}
    answer = one(server, "/old", known)
    assert (body(answer), answer.moved_to) == (b"news", None)
    assert known[server.url("/old")].moved_to is None


def test_a_move_back_is_no_move(server):
    """Where the new address leads back to the old one, it has not moved."""
    known = Memory({server.url("/old"): Validators(moved_to=server.url("/new"))})
    server.pages |= {"/old": page(b"news"), "/new": redirect("/old", 301)}
    answer = one(server, "/old", known)
    assert (body(answer), answer.moved_to) == (b"news", None)
    assert known[server.url("/old")] == Validators()


def test_a_remembered_move_to_a_private_address_gains_nothing(server):
    """An address that was remembered is judged like any other."""
    asked = server.url("/", "news.example")
    known = Memory({asked: Validators(moved_to="http://127.0.0.1:1/"), "file:///": Validators(etag="x")})
    (outcome,) = fetch([Ask(asked)], rules(**named("other.example")), known=known)
    assert reason(outcome) == "leads to a private address (127.0.0.1)"
    assert server.connections == 0


def test_a_passing_redirect_is_asked_again(server):
    """What a temporary redirect leads to is known by its tag alone, and neither fresh nor moved."""
    known = Memory()
    headers = {"Last_Modified": "Sun, 22 Nov 2026 06:00:00 GMT", "Cache_Control": "max-age=600"}
    server.pages |= {"/": redirect("/today"), "/today": tagged(b"news", **headers)}
    assert body(one(server, "/", known)) == b"news"
    assert known == {server.url("/"): Validators(etag='"1"')}
    assert one(server, "/", known).unchanged
    assert server.paths() == ["/", "/today"] * 2


def test_a_date_is_not_asked_of_another_address(server):
    """A date from one address is not held against the next that it leads to."""
    known = Memory({server.url("/"): Validators('"1"', "Sun, 22 Nov 2026 06:00:00 GMT")})
    server.pages |= {"/": redirect("/today"), "/today": page(b"news")}
    one(server, "/", known)
    assert "if-modified-since" not in server.visits[-1].headers
    assert server.visits[-1].headers["if-none-match"] == '"1"'


def test_what_was_not_dealt_with_comes_again(server):
    """What is learned of a page is told only once its answer has been dealt with."""
    known = Memory()
    server.pages["/"] = tagged(b"news")
    outcomes = fetch([Ask(server.url("/"))], rules(server), known=known)
    assert isinstance(next(outcomes), Answer)
    assert known == {}
    assert list(outcomes) == []
    assert list(known) == [server.url("/")]


def test_a_failure_teaches_nothing(server):
    """What was known of a page outlives a day on which it fails."""
    known = Memory({server.url("/"): Validators(etag='"1"')})
    server.pages["/"] = in_turn(page(b"", 500), page(b"", 500), tagged(b"news"))
    reason(one(server, "/", known))
    assert one(server, "/", known).unchanged


def test_unchanged_since_nothing_is_a_fault(server):
    """A server that says 304 to who knows nothing has not answered."""
    server.pages["/"] = page(b"", 304)
    assert reason(one(server, "/")) == "answered 304 (not modified)"


def test_a_tag_that_would_break_a_request_is_not_kept(server):
    """A tag with characters that don't belong there is not sent back."""
    known = Memory()
    server.pages["/"] = page(b"news", ETag='"\xe9"')
    assert body(one(server, "/", known)) == b"news"
    assert known[server.url("/")] == Validators()
