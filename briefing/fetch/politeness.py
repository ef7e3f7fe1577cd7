"""Whose turn it is: how many requests are under way, in all and at one host, and how soon after another."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from briefing.fetch.ask import Rules
from briefing.fetch.slots import Slots

_UNREAD = 64  # answers that may wait to be dealt with before no more is asked


class Host:
    """What is under way at one host. `pause` and `next` are in the event loop's seconds."""

    def __init__(self, rules: Rules) -> None:
        self.free = asyncio.Semaphore(rules.per_host)
        self.pause = rules.pause
        self.next = 0.0

    async def wait(self) -> None:
        """Wait until the host may be asked, and claim that moment."""
        now = asyncio.get_running_loop().time()
        start = max(now, self.next)
        self.next = start + self.pause
        await asyncio.sleep(start - now)


class Turns:
    """Turns to ask. Nobody who has one waits for another, so all get theirs."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._hosts: defaultdict[str, Host] = defaultdict(lambda: Host(rules))
        self._slots = Slots(rules.parallel)
        self._unread = 0
        self._room = asyncio.Event()
        self._room.set()

    @asynccontextmanager
    async def turn(self, host: str, ahead: bool = True) -> AsyncIterator[None]:
        """Wait for a turn at a host, and have it; `ahead` of those who are not, when it comes to the rest."""
        at = self._hosts[host]
        async with at.free:
            await at.wait()
            await self._room.wait()
            async with self._slots.one(ahead):
                yield

    def slow(self, host: str, delay: float) -> None:
        """Heed the pause that a host's robots.txt asks for, within reason."""
        at = self._hosts[host]
        at.pause = max(at.pause, min(delay, self._rules.most_delay))

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for a while."""
        at = self._hosts[host]
        at.next = max(at.next, asyncio.get_running_loop().time() + seconds)

    def made(self) -> None:
        """Count an answer that waits to be dealt with."""
        self._unread += 1
        if self._unread >= _UNREAD:
            self._room.clear()

    def taken(self) -> None:
        """Count one that no longer waits."""
        self._unread -= 1
        if self._unread < _UNREAD:
            self._room.set()
