"""Fetching as the pipeline sees it, against a real server."""

import pytest

from briefing.fetch import Answer, Ask, Failure, Rules, fetch
from tests.fetch import server as bad
from tests.fetch.server import Server, page

QUICK = Rules(per_url=1.5, pause=0.0, backoff=0.01, tries=2, per_host=20, parallel=20)


def rules(*servers: Server, **changes) -> Rules:
    """Return quick rules that let these servers be read."""
    from dataclasses import replace

    return replace(QUICK, allow=frozenset(server.place for server in servers), **changes)


def one(server: Server, path: str, **changes) -> Answer | Failure:
    """Return what came of one page."""
    (outcome,) = fetch([Ask(server.url(path))], rules(server, **changes))
    return outcome


FAULTS = {
    "hang": (bad.hang, "took longer than 1.5 seconds"),
    "hang-in-head": (bad.hang_in_head, "took longer than 1.5 seconds"),
    "hang-in-body": (bad.hang_in_body, "took longer than 1.5 seconds"),
    "drip": (bad.drip, "took longer than 1.5 seconds"),
    "drip-head": (bad.drip_head, "took longer than 1.5 seconds"),
    "reset": (bad.reset, "broke off the connection"),
    "reset-in-body": (bad.reset_in_body, "broke off the connection"),
    "too-short": (bad.too_short, "broke off in the middle of the answer"),
    "contradictory": (bad.contradictory, "does not speak HTTP at this port"),
    "babble": (bad.babble, "does not speak HTTP at this port"),
    "endless": (bad.endless, "is larger than 20 MB"),
    "endless-head": (bad.endless_head, "does not speak HTTP at this port"),
    "endless-chunks": (bad.endless_chunks, "took longer than 1.5 seconds"),
    "false-gzip": (bad.false_gzip, "sent broken compression"),
    "cut-gzip": (bad.cut_gzip, "sent compression that breaks off in the middle"),
    "bomb": (bad.bomb, "is larger than 20 MB"),
    "missing": (bad.missing, "answered 404 (not found): check the address"),
    "file": (bad.redirect("file:///etc/passwd"), "leads to file:, and only http: and https: are read"),
    "private": (
        bad.redirect("http://10.0.0.1/"),
        "redirects to 10.0.0.1: leads to a private address (10.0.0.1)",
    ),
    "loop": (bad.redirect("/loop"), "redirects in a circle"),
}


def test_a_page_is_read(server):
    """A page's bytes come back as they were sent, with its type and charset."""
    server.pages["/feed"] = page(
        "<rss>é</rss>".encode("latin-1"), Content_Type="Text/XML; charset=ISO-8859-1"
    )
    answer = one(server, "/feed")
    assert isinstance(answer, Answer)
    assert answer.body == b"<rss>\xe9</rss>"
    assert (answer.content_type, answer.charset) == ("text/xml", "iso-8859-1")
    assert (answer.url, answer.moved_to, answer.unchanged) == (server.url("/feed"), None, False)


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_name(server, name):
    """Whatever a server does, what went wrong is said in one line."""
    misbehave, reason = FAULTS[name]
    server.pages[f"/{name}"] = misbehave
    outcome = one(server, f"/{name}")
    assert isinstance(outcome, Failure)
    assert outcome.reason == reason


def test_twenty_good_and_twenty_faulty(server):
    """Twenty faulty sources cost none of twenty good ones."""
    for number in range(20):
        server.pages[f"/good{number}"] = page(b"<rss>%d</rss>" % number)
    for name, (misbehave, _) in FAULTS.items():
        server.pages[f"/{name}"] = misbehave
    paths = [
        path for pair in zip(FAULTS, range(20), strict=True) for path in (f"/{pair[0]}", f"/good{pair[1]}")
    ]
    outcomes = {
        each.ask.url: each for each in fetch([Ask(server.url(path)) for path in paths], rules(server))
    }
    assert [
        each.reason for url, each in outcomes.items() if "/good" in url and isinstance(each, Failure)
    ] == []
    for number in range(20):
        assert outcomes[server.url(f"/good{number}")].body == b"<rss>%d</rss>" % number
    for name, (_, reason) in FAULTS.items():
        assert outcomes[server.url(f"/{name}")].reason == reason
