"""What is asked, under which rules, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from briefing.model import Validators

Resolver = Callable[[str, int], Sequence[str]]
"""Takes a host and a port and gives the host's addresses, best first. Raises OSError; may take its time."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An address to read."""

    url: str
    key: str = ""
    """The source that it is read for, which has a deadline of its own; its host where none is named."""
    named_by_user: bool = False
    """Whether a person wrote it: it reaches no more than any other, but a failure comes with advice."""
    robots: bool = True
    """Whether the host's robots.txt has a say in it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave. Nothing in it is decoded but the compression."""

    ask: Ask
    url: str
    """Where it came from in the end, after redirects."""
    moved_to: str | None = None
    """The address to use from now on, where permanent redirects alone led to another."""
    body: bytes = b""
    content_type: str = ""
    """In lower case, without parameters: "application/rss+xml"; empty where none was sent."""
    charset: str = ""
    """As the Content-Type header names it; empty where it names none."""
    unchanged: bool = False
    """Whether it is what was known already; then the body is empty."""
    etag: str = ""
    last_modified: str = ""
    fresh_until: datetime | None = None
    """Until when it needn't be asked for again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that could not be read."""

    ask: Ask
    reason: str
    """One line, to follow the address and a colon: what happened and, where that helps, what to do."""


class Known(Protocol):
    """What earlier runs learned. It is used in the thread that reads the answers, and in no other."""

    def validators(self, url: str) -> Validators | None:
        """Return what is remembered of an address."""

    def learn(self, url: str, validators: Validators) -> None:
        """Remember this of an address, in place of all before.

        It is called when the next answer is asked for, so that what was not dealt with comes again.
        """


@dataclass(frozen=True, slots=True)
class Rules:
    """How much may be asked of whom. Times are in seconds, sizes in bytes."""

    allow: frozenset[str] = field(default=frozenset())
    """Hosts that may lie at private addresses, as the address has them: names, addresses, "host:port"."""
    per_url: float = 30.0
    """The most for one address, with look-up, redirects and retries, but without the wait for its turn."""
    per_source: float = 120.0
    """The most for all addresses of one source, while any of them is under way."""
    per_run: float = 900.0
    """The most for all of a run, with whatever its answers are put to in between."""
    most_bytes: int = 20_000_000
    """The largest body, before decompression and after."""
    parallel: int = 16
    """How many requests may be under way at once."""
    per_host: int = 2
    """How many of them at the same host."""
    pause: float = 0.5
    """The least time from the start of one request to that of the next at the same host."""
    most_delay: float = 5.0
    """The longest such pause that a robots.txt may ask for."""
    redirects: int = 10
    tries: int = 3
    """How often an address is asked when a fault may pass."""
    backoff: float = 0.5
    """The wait after the first try, doubled after each and then varied at random."""
    most_fresh: float = 12 * 3600.0
    """The longest that a host's word is taken for what it sent being fresh: a daily run asks every day."""
    resolver: Resolver | None = None
    """What looks up names; the system's own where none is given."""
