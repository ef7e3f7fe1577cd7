"""All addresses of a run, side by side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpx2

from briefing.fetch import robots
from briefing.fetch.address import host, parse
from briefing.fetch.answer import Landed, Start, landed, still_fresh
from briefing.fetch.ask import Ask, Failure, Rules
from briefing.fetch.clock import Clock, Source
from briefing.fetch.faults import Fault, duration
from briefing.fetch.gatekeeper import Gatekeeper, Reader
from briefing.fetch.journey import Journey
from briefing.fetch.politeness import Turns
from briefing.fetch.pools import Pools
from briefing.model import Validators

_log = logging.getLogger(__name__)

_ROBOTS = 10.0  # seconds, within an address's own: a robots.txt is small or broken
Deliver = Callable[[Landed | Failure], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """An address and where to look for it, first to last."""

    ask: Ask
    starts: tuple[Start, ...]


class Run:
    """A run: what it may take, whose turn it is, and what each source has taken already."""

    def __init__(self, rules: Rules, deliver: Deliver) -> None:
        """Take the rules and what is called with each outcome. To be made where the event loop runs."""
        self.turns = Turns(rules)
        self._rules, self._deliver = rules, deliver
        self._sources: dict[str, Source] = {}
        self._end = asyncio.get_running_loop().time() + rules.per_run

    async def all(self, plans: Iterable[Plan]) -> None:
        """Read all addresses. Raises ConfigError where the environment doesn't let any be read."""
        async with Pools(self._rules) as pools, asyncio.TaskGroup() as group:
            journey = Journey(self._rules, pools, self.turns)
            gatekeeper = Gatekeeper(_robots(journey, self._end), self.turns, group)
            for plan in plans:
                group.create_task(self._deliver_one(plan, journey, gatekeeper))

    async def _deliver_one(self, plan: Plan, journey: Journey, gatekeeper: Gatekeeper) -> None:
        outcome = await self._one(plan, journey, gatekeeper)
        self.turns.made()
        self._deliver(outcome)

    async def _one(self, plan: Plan, journey: Journey, gatekeeper: Gatekeeper) -> Landed | Failure:
        if (kept := still_fresh(plan.ask, plan.starts[0], datetime.now(UTC))) is not None:
            return kept
        try:
            async with asyncio.timeout_at(self._end):
                return await self._read(plan, journey, gatekeeper if plan.ask.robots else None)
        except TimeoutError:
            return Failure(plan.ask, f"was not read: the run's {duration(self._rules.per_run)} were over")
        except Fault as fault:
            advice = f"; {fault.advice}" if fault.advice and plan.ask.named_by_user else ""
            return Failure(plan.ask, fault.reason + advice)
        except Exception as error:
            # One address must not cost the others theirs; this is a bug of ours, and is logged as one.
            _log.exception("%s could not be read", plan.ask.url)
            return Failure(
                plan.ask, f"could not be read, by a fault of this program ({type(error).__name__})"
            )

    async def _read(self, plan: Plan, journey: Journey, gatekeeper: Gatekeeper | None) -> Landed:
        key = plan.ask.key or host(parse(plan.ask.url))
        source = self._sources.setdefault(key, Source(self._rules.per_source))
        async with Clock(self._rules, source) as clock:
            for start in plan.starts[:-1]:
                try:
                    return await self._from(start, plan.ask, journey, clock, gatekeeper)
                except Fault:
                    _log.debug("%s has moved to %s no longer", plan.ask.url, start.url)
            return await self._from(plan.starts[-1], plan.ask, journey, clock, gatekeeper)

    async def _from(
        self, start: Start, ask: Ask, journey: Journey, clock: Clock, gatekeeper: Gatekeeper | None
    ) -> Landed:
        end = await journey.go(start.url, start.known, clock, gatekeeper, self._rules.most_bytes)
        return landed(ask, start, end, datetime.now(UTC), self._rules.most_fresh)


def _robots(journey: Journey, end: float) -> Reader:
    """Return what reads a robots.txt: as any other address, but once, and for a shorter time."""
    rules = replace(journey.rules, tries=1)
    once = replace(journey, rules=rules, ahead=False)

    async def read(url: httpx2.URL) -> tuple[bytes, float]:
        most = min(_ROBOTS, rules.per_url / 3)
        clock = Clock(rules, Source(most), most)
        data = b""
        try:
            async with asyncio.timeout_at(end), clock:
                found = await once.go(str(url), Validators(), clock, None, robots.MOST)
                if found.reply.body is not None:
                    with closing(found.reply.body) as body:
                        data = body.read()
        except (Fault, TimeoutError) as fault:
            _log.debug("%s allows all: %s", url, fault)
        return data, clock.spent

    return read
