"""Each host's robots.txt, read once in a run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine

import httpx2

from briefing.fetch import robots
from briefing.fetch.address import host, port
from briefing.fetch.faults import Fault
from briefing.fetch.politeness import Turns

_log = logging.getLogger(__name__)

Reader = Callable[[httpx2.URL], Coroutine[None, None, tuple[bytes, float]]]
"""Reads a robots.txt, wherever it redirects to, and says how long that took; it is empty if it cannot."""


class Gatekeeper:
    """Whether hosts want to be read."""

    def __init__(self, read: Reader, turns: Turns, group: asyncio.TaskGroup) -> None:
        self._read, self._turns, self._group = read, turns, group
        self._files: dict[tuple[str, str, int], asyncio.Task[tuple[str, float]]] = {}

    async def check(self, url: httpx2.URL) -> float:
        """Raise Fault where a host asks not to read an address.

        Returns the seconds that its robots.txt took, to whoever asks first; 0 to the others.
        """
        origin = (url.scheme, host(url), port(url))
        first = origin not in self._files
        if first:
            self._files[origin] = self._group.create_task(self._rules(url))
        rules, seconds = await asyncio.shield(self._files[origin])
        if not robots.may_read(rules, str(url)):
            raise Fault("its robots.txt asks not to read it")
        return seconds if first else 0.0

    async def _rules(self, url: httpx2.URL) -> tuple[str, float]:
        try:
            data, seconds = await self._read(url.copy_with(raw_path=b"/robots.txt"))
            rules = robots.condense(data)
            self._turns.slow(host(url), robots.delay(rules))
        except Exception:  # a bug of ours, which costs nobody anything
            _log.exception("%s: robots.txt could not be heeded", host(url))
            return "", 0.0
        return rules, seconds
