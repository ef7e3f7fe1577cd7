"""Total deadlines, which stand still while an address waits for its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from briefing.fetch.ask import Rules
from briefing.fetch.faults import Fault, duration


class Source:
    """The time that a source's addresses have taken, those that ran side by side counted once."""

    def __init__(self, most: float) -> None:
        self.most = most
        self._spent = self._since = 0.0
        self._running = 0

    def left(self, now: float) -> float:
        """Return the seconds it may still take."""
        return self.most - self._spent - (now - self._since if self._running else 0.0)

    def begin(self, now: float) -> None:
        """Count from now on, if nothing of it is counted yet."""
        if not self._running:
            self._since = now
        self._running += 1

    def end(self, now: float) -> None:
        """Count no more, if nothing else of it is under way."""
        self._running -= 1
        if not self._running:
            self._spent += now - self._since


class Clock:
    """The time of one address, within that of its source. Entered and left like a timeout."""

    def __init__(self, rules: Rules, source: Source, most: float | None = None) -> None:
        self._most = self._left = rules.per_url if most is None else most
        self._source = source
        self._since = 0.0
        self._timeout = asyncio.timeout(None)

    async def __aenter__(self) -> Clock:
        await self._timeout.__aenter__()
        self._go()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._halt()
        try:
            await self._timeout.__aexit__(kind, error, trace)
        except TimeoutError:
            raise self._fault() from None

    @property
    def left(self) -> float:
        """The seconds that it may still take."""
        now = asyncio.get_running_loop().time()
        return min(self._left - (now - self._since), self._source.left(now))

    @property
    def spent(self) -> float:
        """The seconds that it took, when it no longer runs."""
        return self._most - self._left

    def check(self) -> None:
        """Raise Fault where nothing is left."""
        if self.left <= 0:
            raise self._fault()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stand still."""
        self._halt()
        self._set(None)
        try:
            yield
        finally:
            self._go()

    def charge(self, seconds: float) -> None:
        """Count seconds that another clock has measured."""
        self._left -= seconds
        self._set(self._until())

    def _go(self) -> None:
        self._since = asyncio.get_running_loop().time()
        self._source.begin(self._since)
        self._set(self._until())

    def _halt(self) -> None:
        now = asyncio.get_running_loop().time()
        self._left -= now - self._since
        self._source.end(now)

    def _until(self) -> float:
        return asyncio.get_running_loop().time() + self.left

    def _set(self, when: float | None) -> None:
        if not self._timeout.expired():  # else it is about to be broken off
            self._timeout.reschedule(when)

    def _fault(self) -> Fault:
        if self._source.left(asyncio.get_running_loop().time()) < self._left:
            return Fault(f"its source took longer than {duration(self._source.most)} in all")
        return Fault(f"took longer than {duration(self._most)}")
