"""Fetching as the pipeline sees it, against a real server."""

import gc
import signal
import subprocess
import sys
import threading

import pytest

from briefing.errors import ConfigError
from briefing.fetch import Answer, Ask, Failure, fetch
from tests.fetch import server as bad
from tests.fetch.quick import FAULTS, LATE, SOON, body, one, reason, rules
from tests.fetch.server import page


def test_a_page_is_read(server):
    """A page's bytes come back as they were sent, with its type and charset."""
    server.pages["/feed"] = page(b"<rss>\xe9</rss>", Content_Type="Text/XML; x=y; Charset='ISO-8859-1'")
    answer = one(server, "/feed")
    assert isinstance(answer, Answer)
    assert answer.body == b"<rss>\xe9</rss>"
    assert (answer.content_type, answer.charset) == ("text/xml", "iso-8859-1")
    assert (answer.url, answer.moved_to, answer.unchanged) == (server.url("/feed"), None, False)


def test_a_false_charset_is_passed_on(server):
    """A charset that the bytes don't keep to is none of this part's business."""
    server.pages["/feed"] = page(b"\xff\xfe\x00", Content_Type="text/html;charset=no-such-charset")
    answer = one(server, "/feed")
    assert (answer.body, answer.charset) == (b"\xff\xfe\x00", "no-such-charset")


def test_who_asks_says_so(server):
    """A request names the program, and carries neither cookie nor credential."""
    server.pages["/feed"] = page(b"x", Set_Cookie="a=b")
    list(fetch([Ask(server.url("/feed?a=1#part"))] * 2, rules(server)))
    sent = server.visits[-1].headers
    assert sent["user-agent"].startswith("briefing/")
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding"}
    assert server.paths() == ["/feed?a=1"] * 2


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_name(server, name):
    """Whatever a server does, what went wrong is said in one line."""
    server.pages[f"/{name}"], said = FAULTS[name]
    deadline = SOON if said == LATE else 15.0
    assert reason(one(server, f"/{name}", per_url=deadline)) == said


def test_twenty_good_and_twenty_faulty(server):
    """Twenty faulty sources cost none of twenty good ones."""
    good = [f"/good{number}" for number in range(20)]
    server.pages |= {f"/{name}": misbehave for name, (misbehave, _) in FAULTS.items()}
    asks = [Ask(server.url(path)) for pair in zip(server.pages, good, strict=False) for path in pair]
    server.pages |= {path: page(path.encode()) for path in good}
    # Whoever hogs this process, server and all, gets time to spare.
    outcomes = {each.ask.url: each for each in fetch(asks, rules(server, per_url=6.0))}
    assert [body(outcomes[server.url(path)]) for path in good] == [path.encode() for path in good]
    faults = {name: reason(outcomes[server.url(f"/{name}")]) for name in FAULTS}
    assert faults == {name: said.replace("1.5", "6") for name, (_, said) in FAULTS.items()}


def test_no_address_is_lost(server):
    """Hundreds of addresses have as many outcomes, though nobody takes them for a while."""
    server.pages["/"] = page(b"x" * 1000)
    outcomes = fetch([Ask(server.url("/"), robots=False)] * 300, rules(server, per_url=30.0))
    first = next(outcomes)
    threading.Event().wait(0.3)
    assert {body(each) for each in (first, *outcomes)} == {b"x" * 1000}
    assert len(server.visits) == 300


def test_a_reader_who_stops_holds_up_the_rest(server):
    """While dozens of answers wait to be dealt with, no more is asked."""
    server.pages["/"] = page(b"x")
    outcomes = fetch([Ask(server.url("/"), robots=False)] * 300, rules(server, per_url=30.0))
    next(outcomes)
    threading.Event().wait(1.0)
    assert len(server.visits) < 100
    outcomes.close()


def test_who_stops_reading_leaves_nothing_behind(server):
    """Closing the iterator ends its thread and closes its files and connections."""
    server.pages["/"] = page(b"x" * 1_000_000)
    server.pages["/hang"] = bad.hang
    outcomes = fetch([Ask(server.url(path)) for path in ("/", "/", "/hang")], rules(server, per_url=60.0))
    next(outcomes)
    outcomes.close()
    gc.collect()
    assert "fetch" not in {thread.name for thread in threading.enumerate()}


def test_nothing_asked_is_nothing_answered():
    """No address, no answer."""
    assert list(fetch([])) == []


def test_an_interruption_ends_it_at_once(server):
    """Ctrl-C ends a program in the middle of fetching, without a complaint about what it left open."""
    server.pages["/hang"] = bad.hang
    program = (
        "import sys\nfrom briefing.fetch import *\n"
        f"rules = Rules(per_url=60, allow=frozenset([{server.place!r}]))\n"
        f"outcomes = fetch([Ask({server.url('/hang')!r}, robots=False)], rules)\n"
        "try:\n    next(outcomes)\nexcept KeyboardInterrupt:\n    print('interrupted')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        while not server.visits:
            threading.Event().wait(0.05)
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=20)
    assert (out, err) == ("interrupted\n", "")


@pytest.mark.parametrize("entry", ["", "http://example.org", "example.org/feed", "user@example.org", "a b:c"])
def test_what_is_no_host_cannot_be_allowed(entry):
    """A wrong entry among the allowed hosts is named."""
    with pytest.raises(ConfigError, match="is no host; write a name"):
        list(fetch([Ask("http://example.org/")], rules(allow=frozenset([entry]))))


def test_a_fault_of_the_program_costs_one_address(server, caplog):
    """An address that the program itself trips over is a failure like any other, and is logged as a bug."""

    def resolver(host, port):
        if host == "a.example":
            raise RuntimeError("out of order")
        return ["127.0.0.1"]

    server.pages["/"] = page(b"x")
    asks = [Ask(server.url("/", "a.example")), Ask(server.url("/"))]
    allow = frozenset([server.place])
    outcomes = {each.ask.url: each for each in fetch(asks, rules(allow=allow, resolver=resolver))}
    assert reason(outcomes[asks[0].url]) == "could not be read, by a fault of this program (RuntimeError)"
    assert body(outcomes[asks[1].url]) == b"x"
    assert "out of order" in caplog.text


def test_an_outcome_names_its_ask(server):
    """What was asked comes back with what came of it."""
    ask = Ask(server.url("/none"), key="paper", named_by_user=True)
    assert list(fetch([ask], rules(server))) == [Failure(ask, "answered 404 (not found): check the address")]


@pytest.mark.parametrize("error", [bad.drip_error, page(b"x" * 10_000_000, 404)])
def test_an_error_is_known_by_its_head(server, error):
    """What a server says about an error is not waited for."""
    server.pages["/"] = error
    assert reason(one(server, "/", per_url=15.0)) == "answered 404 (not found): check the address"
