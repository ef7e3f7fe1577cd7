"""Work on foreign bytes, in processes that can be killed: a page on which a parser hangs costs itself."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import TypeVar

from briefing.confine import confine

Key = TypeVar("Key")
Item = TypeVar("Item")
Done = TypeVar("Done")

_MOST_MEMORY = 2 << 30  # bytes of one process
_WAITING = 8  # items that are handed over ahead: each may be twenty megabytes


class Killed(Exception):
    """Work that was stopped or that died; the message says which, as the rest of a sentence."""


def apart(
    work: Callable[[Item], Done], items: Iterable[tuple[Key, Item]], seconds: float
) -> Iterator[tuple[Key, Done | Killed]]:
    """Yield each item's key and what `work` makes of it, in order; after so many `seconds` it is killed.

    `work`, the items and the answers have to be picklable. What `work` raises is raised here.
    """
    from pebble import ProcessPool

    waiting: deque[tuple[Key, Future[Done]]] = deque()
    context = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
    with ProcessPool(
        os.cpu_count() or 1, context=context, initializer=confine, initargs=[_MOST_MEMORY]
    ) as pool:
        try:
            for key, item in items:
                waiting.append((key, pool.schedule(work, args=[item], timeout=seconds)))
                while len(waiting) > _WAITING or (waiting and waiting[0][1].done()):
                    first, future = waiting.popleft()
                    told = _outcome(future, seconds)
                    yield first, told
            for first, future in waiting:
                told = _outcome(future, seconds)
                yield first, told
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
            raise


def _outcome(future: Future[Done], seconds: float) -> Done | Killed:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Killed(f"could not be read within {seconds:g} seconds")
    except (ProcessExpired, MemoryError):
        return Killed("cannot be read: what reads it ran out of memory or crashed")
