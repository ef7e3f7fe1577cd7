"""Rules for tests, which don't wait, and short ways to ask."""

from __future__ import annotations

from dataclasses import replace

from briefing.fetch import Answer, Ask, Failure, Known, Rules, Validators, fetch
from tests.fetch import server as bad
from tests.fetch.server import Page, Server

QUICK = Rules(per_url=15.0, pause=0.0, backoff=0.01, tries=2, per_host=20, parallel=20)
SOON = 1.5  # seconds: a deadline for what never comes
LATE = "took longer than 1.5 seconds"
NOT_HTTP = "its answer is not proper HTTP: check the address and its port"


def rules(*servers: Server, **changes: object) -> Rules:
    """Return quick rules that let these servers be read."""
    return replace(QUICK, **{"allow": frozenset(server.place for server in servers), **changes})


def named(*names: str, at: str = "127.0.0.1") -> dict[str, object]:
    """Return the rules by which these names lie on this machine, and are allowed to."""
    return {"allow": frozenset(names), "resolver": lambda host, port: [at]}


def one(
    server: Server, path: str = "/", known: Known | None = None, host: str = "", **changes: object
) -> Answer | Failure:
    """Return what came of one page."""
    (outcome,) = fetch([Ask(server.url(path, host))], rules(server, **changes), known=known)
    return outcome


def reason(outcome: Answer | Failure) -> str:
    """Return why there is no answer."""
    assert isinstance(outcome, Failure), outcome
    return outcome.reason


def body(outcome: Answer | Failure) -> bytes:
    """Return an answer's body."""
    assert isinstance(outcome, Answer), outcome
    return outcome.body


class Memory(dict[str, Validators]):
    """What is known, for as long as a test runs."""

    def validators(self, url: str) -> Validators | None:
        """Return what was learned last."""
        return self.get(url)

    def learn(self, url: str, validators: Validators) -> None:
        """Remember it."""
        self[url] = validators


FAULTS: dict[str, tuple[Page, str]] = {
    "hang": (bad.hang, LATE),
    "hang-in-head": (bad.hang_in_head, LATE),
    "hang-in-body": (bad.hang_in_body, LATE),
    "drip": (bad.drip, LATE),
    "drip-head": (bad.drip_head, LATE),
    "reset": (bad.reset, "broke off the connection"),
    "reset-in-body": (bad.reset_in_body, "broke off the connection"),
    "too-short": (bad.too_short, "broke off in the middle of the answer"),
    "contradictory": (bad.contradictory, NOT_HTTP),
    "babble": (bad.babble, NOT_HTTP),
    "endless": (bad.endless, "is larger than 20 MB"),
    "endless-head": (bad.endless_head, "sent headers without end"),
    "endless-chunks": (bad.endless_chunks, LATE),
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
"""Twenty ways to fail, and what is said of each."""
