"""A number of slots, for which what has begun already waits ahead of what has not."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Slots:
    """Slots, taken in the order of asking, those that ask to be ahead first.

    A host's page thus follows its robots.txt while their connection is still open, and the first answers are
    there before the last host has been asked for its robots.txt.
    """

    def __init__(self, number: int) -> None:
        self._free = number
        self._ahead: deque[asyncio.Future[None]] = deque()
        self._behind: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def one(self, ahead: bool) -> AsyncIterator[None]:
        """Wait for a slot, and have it."""
        if self._free:
            self._free -= 1
        else:
            await self._handed_over(self._ahead if ahead else self._behind)
        try:
            yield
        finally:
            self._release()

    async def _handed_over(self, queue: deque[asyncio.Future[None]]) -> None:
        future = asyncio.get_running_loop().create_future()
        queue.append(future)
        try:
            await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():  # it was handed over in the same moment
                self._release()
            raise

    def _release(self) -> None:
        for queue in (self._ahead, self._behind):
            while queue:
                future = queue.popleft()
                if not future.done():
                    future.set_result(None)
                    return
        self._free += 1
