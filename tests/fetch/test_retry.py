"""What may pass is asked again; what stays is not."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from briefing.fetch import Ask, fetch
from briefing.fetch.retry import backoff, retry_after
from tests.fetch import server as bad
from tests.fetch.quick import body, one, reason, rules
from tests.fetch.server import in_turn, page

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_passing_fault_is_asked_again(server, status):
    """A server that is busy and then isn't is read."""
    server.pages["/"] = in_turn(page(b"", status), page(b"here"))
    assert body(one(server, "/")) == b"here"


@pytest.mark.parametrize("first", [bad.reset, bad.reset_in_body, bad.too_short, bad.cut_gzip])
def test_a_broken_connection_is_made_again(server, first):
    """A connection that breaks off and then holds is read."""
    server.pages["/"] = in_turn(first, page(b"here"))
    assert body(one(server, "/")) == b"here"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 451, 501, 599])
def test_a_lasting_fault_is_asked_once(server, status):
    """What no second try makes better gets none."""
    server.pages["/"] = lambda visit: visit.send(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status)
    assert reason(one(server, "/")).startswith(f"answered {status}")
    assert server.paths() == ["/"]


def test_tries_are_counted(server):
    """A server that stays busy is asked as often as the rules say."""
    server.pages["/"] = page(b"", 503)
    assert reason(one(server, "/", tries=3)) == "answered 503 (service unavailable)"
    assert server.paths() == ["/"] * 3


def test_the_wait_that_is_asked_for_is_kept(server):
    """A server that asks for a second is given it."""
    server.pages["/"] = in_turn(page(b"", 429, Retry_After="1"), page(b"here"))
    loop_times = []
    first = server.pages["/"]

    async def noted(visit):
        loop_times.append(server._loop.time())
        await first(visit)

    server.pages["/"] = noted
    assert body(one(server, "/", per_url=20.0)) == b"here"
    assert loop_times[1] - loop_times[0] >= 0.9


def test_a_wait_beyond_the_deadline_is_not_begun(server):
    """A server that asks for an hour is not asked again, and its hour is named."""
    server.pages["/"] = page(b"", 429, Retry_After="3600")
    assert reason(one(server, "/")) == (
        "answered 429 (too many requests): it was asked too often: try later,"
        " 60 minutes from now by its own word"
    )
    assert server.paths() == ["/"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("٣", 0),
        ("9" * 400, 999999999),
        (format_datetime(NOW + timedelta(minutes=2), usegmt=True), 120),
        (format_datetime(NOW - timedelta(minutes=2), usegmt=True), 0),
        ("Mon, 99 Foo 2026 99:99:99 GMT", 0),
    ],
)
def test_retry_after(text, seconds):
    """Retry-After is a number of seconds or a date; anything else says nothing."""
    assert retry_after({"retry-after": text}, NOW) == seconds


def test_backoff_doubles():
    """The wait doubles after each try, and chance takes at most half of it."""
    for tried in range(1, 6):
        assert 0.25 * 2**tried / 2 <= backoff(tried, 0.5) <= 0.5 * 2**tried / 2


def test_what_is_sent_beyond_the_end_costs_nobody_else(server):
    """A page that sends more than it announces is cut there, and spoils no other page of its host."""
    server.pages |= {"/long": bad.too_long, "/": page(b"here")}
    asks = [Ask(server.url(path), robots=False) for path in ("/long", "/") * 3]
    outcomes = fetch(asks, rules(server, per_host=1))
    assert sorted(map(body, outcomes)) == [b"<rss>"] * 3 + [b"here"] * 3
