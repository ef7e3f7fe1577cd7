"""Requests run at once in an event loop of their own; who asked takes the answers one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")

_GRACE = 2.0
"""Seconds for connections to be closed when nobody waits for the answers any more."""


def streamed(work: Callable[[Callable[[Item], None]], Coroutine[object, object, None]]) -> Generator[Item]:
    """Yield what `work` hands to its argument, as soon as it does, while it goes on in another thread.

    What it raises is raised here, behind what it had handed over. Closing the generator, or Ctrl-C while it
    waits, cancels the work. An event loop that the caller may have is not touched.
    """
    told: SimpleQueue[tuple[Item] | BaseException | None] = SimpleQueue()
    loop = asyncio.new_event_loop()
    task = loop.create_task(work(lambda item: told.put((item,))))
    thread = Thread(target=_run, args=(loop, task, told.put), name="briefing-llm", daemon=True)
    thread.start()
    try:
        while (item := told.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        with suppress(RuntimeError):  # the loop is closed: the work was done
            loop.call_soon_threadsafe(task.cancel)
        thread.join(_GRACE)


def _run(
    loop: asyncio.AbstractEventLoop, task: asyncio.Task[None], tell: Callable[[BaseException | None], None]
) -> None:
    ended: BaseException | None = None
    try:
        loop.run_until_complete(task)
    except BaseException as error:  # it belongs to the thread that waits
        ended = error
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
        tell(ended)
