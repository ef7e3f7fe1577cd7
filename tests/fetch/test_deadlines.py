"""Deadlines are total."""

import threading
import time

import pytest

from briefing.fetch import Ask, fetch
from tests.fetch import server as bad
from tests.fetch.quick import LATE, SOON, body, named, one, reason, rules
from tests.fetch.server import page


def test_redirects_and_retries_share_one_deadline(server):
    """An address that leads from one slow page to the next has no more time for it."""

    async def slow(visit):
        await bad.asyncio.sleep(0.4)
        await visit.answer(302, b"", Location=f"/{len(server.visits)}")

    server.pages |= {f"/{number}": slow for number in range(20)}
    assert reason(one(server, "/0", per_url=SOON)) == LATE
    assert len(server.paths()) < 7


def test_a_look_up_counts(server):
    """A name that nobody answers for is given up at the deadline, and doesn't hold up the end."""
    never = threading.Event()
    began = time.monotonic()
    said = reason(
        one(server, "/", host="slow.example", per_url=SOON, resolver=lambda *_: never.wait(60) and [])
    )
    never.set()
    assert said == LATE
    assert time.monotonic() - began < 30


def test_a_wait_for_a_turn_does_not_count(server):
    """An address that has to wait for others has its own time when its turn comes."""

    async def slow(visit):
        await bad.asyncio.sleep(0.4)
        await visit.answer(200, b"x")

    server.pages["/"] = slow
    outcomes = fetch([Ask(server.url("/"), robots=False)] * 6, rules(server, per_host=1, per_url=SOON))
    assert [body(each) for each in outcomes] == [b"x"] * 6


def test_a_source_has_one_deadline(server):
    """The addresses of a source share its time, and those that come too late are not asked at all."""
    server.pages |= {"/hang": bad.hang, "/": page(b"x")}
    asks = [Ask(server.url("/hang"), "paper", robots=False)] * 6 + [
        Ask(server.url("/"), "other", robots=False)
    ]
    outcomes = list(fetch(asks, rules(server, per_url=SOON, per_source=2.0, per_host=1, parallel=1)))
    assert sorted(getattr(each, "reason", "") for each in outcomes) == [
        "",
        *["its source took longer than 2 seconds in all"] * 5,
        LATE,
    ]
    assert server.paths().count("/hang") == 2


def test_a_source_is_charged_once_for_what_runs_side_by_side(server):
    """Addresses of a source that wait for their host at the same time cost it that time once."""

    async def slow(visit):
        await bad.asyncio.sleep(0.5)
        await visit.answer(200, b"x")

    server.pages["/"] = slow
    outcomes = fetch([Ask(server.url("/"), "paper", robots=False)] * 8, rules(server, per_source=3.5))
    assert [body(each) for each in outcomes] == [b"x"] * 8


def test_a_run_has_one_deadline(server):
    """When the run's time is over, all that is left is said not to have been read."""
    server.pages |= {"/hang": bad.hang}
    hosts = [f"{name}.example" for name in "abcd"]
    asks = [Ask(server.url("/hang", host)) for host in hosts]
    outcomes = list(fetch(asks, rules(**named(*hosts), per_url=SOON, per_run=2.0, parallel=2)))
    said = sorted(map(reason, outcomes))
    assert said[-1] == "was not read: the run's 2 seconds were over"
    assert set(said) <= {LATE, said[-1]}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1.0, "1 second"), (30, "30 seconds"), (90.0, "90 seconds"), (900, "15 minutes"), (86400, "24 hours")],
)
def test_durations_are_said_in_words(seconds, words):
    """A deadline is told as a person would tell it."""
    from briefing.fetch.faults import duration

    assert duration(seconds) == words
