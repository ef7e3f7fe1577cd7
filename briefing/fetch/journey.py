"""The way of one address: its turns, its retries and its redirects, to an answer or a fault."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore2
import httpx2

from briefing.fetch import retry
from briefing.fetch.address import host, join, parse
from briefing.fetch.ask import Rules
from briefing.fetch.clock import Clock
from briefing.fetch.exchange import Reply, exchange
from briefing.fetch.faults import Fault, of_error, of_status
from briefing.fetch.freshness import conditions
from briefing.fetch.gatekeeper import Gatekeeper
from briefing.fetch.politeness import Turns
from briefing.fetch.pools import Pools
from briefing.model import Validators

_ERRORS = (
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    OSError,
)
_LONG = 100  # characters of a foreign host's name that are told
_PERMANENT = {301, 308}
_REDIRECTS = _PERMANENT | {302, 303, 307}


@dataclass(frozen=True, slots=True)
class End:
    """Where a way ended."""

    url: httpx2.URL
    reply: Reply
    moved_to: str | None
    """Where permanent redirects alone led."""
    straight: bool
    """Whether no redirect that may change any day was on the way."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What all ways of a run share."""

    rules: Rules
    pools: Pools
    turns: Turns
    ahead: bool = True
    """Whether it takes its turns ahead of others."""

    async def go(
        self, start: str, known: Validators, clock: Clock, gatekeeper: Gatekeeper | None, most: int
    ) -> End:
        """Follow an address to its answer. Raises Fault."""
        url, moved, straight = parse(start), None, True
        headers = conditions(known)
        seen = {str(url)}
        for _ in range(self.rules.redirects + 1):
            if gatekeeper is not None:
                with clock.stopped():
                    seconds = await gatekeeper.check(url)
                clock.charge(seconds)
            try:
                reply = await self._asked(url, headers, clock, most)
            except Fault as fault:
                raise _at(url, start, fault) from None
            if reply.status not in _REDIRECTS:
                return End(url, reply, moved, straight)
            url = _next(url, reply, seen)
            straight = straight and reply.status in _PERMANENT
            moved = str(url) if straight else moved
            # A date says nothing about another address that this one leads to today; a tag is one text's own.
            headers.pop("If-Modified-Since", None)
        raise Fault(f"redirects more than {self.rules.redirects} times")

    async def _asked(self, url: httpx2.URL, headers: dict[str, str], clock: Clock, most: int) -> Reply:
        """Ask until there is an answer, or a fault that stays."""
        tried = 0
        while True:
            tried += 1
            try:
                return await self._once(url, headers, clock, most)
            except Fault as fault:
                pause = max(retry.backoff(tried, self.rules.backoff), fault.wait)
                if not fault.again or tried >= self.rules.tries or pause >= clock.left:
                    raise
                self.turns.hold(host(url), fault.wait)
                await asyncio.sleep(pause)

    async def _once(self, url: httpx2.URL, headers: dict[str, str], clock: Clock, most: int) -> Reply:
        clock.check()
        async with AsyncExitStack() as turn:
            with clock.stopped():
                await turn.enter_async_context(self.turns.turn(host(url), self.ahead))
            clock.check()
            try:
                reply = await exchange(await self.pools.to(url), url, headers, most)
            except _ERRORS as error:
                raise of_error(error) from error
        if reply.body is None and reply.status not in _REDIRECTS and not (reply.status == 304 and headers):
            raise of_status(reply.status, retry.retry_after(reply.headers, datetime.now(UTC)))
        return reply


def _next(url: httpx2.URL, reply: Reply, seen: set[str]) -> httpx2.URL:
    """Return where a redirect leads, and remember that it was seen. Raises Fault."""
    location = reply.headers.get("location", "")
    if not location:
        raise Fault(f"answered {reply.status} without saying where it went")
    target = join(url, location)
    if str(target) in seen:
        raise Fault("redirects in a circle")
    seen.add(str(target))
    return target


def _at(url: httpx2.URL, start: str, fault: Fault) -> Fault:
    """Say where a fault was met, if that is not the host that was asked for."""
    if host(url) != host(parse(start)):
        fault.reason = f"redirects to {host(url)[:_LONG]}: {fault.reason}"
    return fault
