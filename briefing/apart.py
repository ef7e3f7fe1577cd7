"""Work on foreign bytes, in processes that can be killed: a page on which a parser hangs costs itself."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from types import ModuleType
from typing import TypeVar

from briefing.confine import confine

Key = TypeVar("Key")
Item = TypeVar("Item")
Done = TypeVar("Done")

_MOST_MEMORY = 2 << 30  # bytes of one process
_MOST_PROCESSES = 4  # however many cores there are: each takes its memory
_preloaded: list[str] = []  # in the process that the others are forked from
_WAITING = 8  # items that are handed over ahead: each may be twenty megabytes


class Killed(Exception):
    """Work that was stopped or that died; the message says which, as the rest of a sentence."""


def apart(
    work: Callable[[Item], Done],
    items: Iterable[tuple[Key, Item]],
    seconds: float,
    *,
    preload: Sequence[str] = (),
) -> Iterator[tuple[Key, Done | Killed]]:
    """Yield each item's key and what `work` makes of it, in order; after so many `seconds` it is killed.

    `work`, the items and the answers have to be picklable. What `work` raises is raised here. The modules
    named in `preload` are loaded once for all processes, where the system can do that.
    """
    from pebble import ProcessPool

    waiting: deque[tuple[Key, Future[Done]]] = deque()
    context = _context(preload)
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    with ProcessPool(processes, context=context, initializer=confine, initargs=[_MOST_MEMORY]) as pool:
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


class _WithoutProgram:
    """Starts a process that does not run the program anew which started it.

    It would only do so for functions that stand in that program, and a script without a guard
    (`if __name__ == "__main__"`) would start what it has started, again and again.
    """

    def start(self) -> None:
        """Start it."""
        program = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            super().start()  # type: ignore[misc]  # a process's
        finally:
            sys.modules["__main__"] = program


class _SpawnedProcess(_WithoutProgram, SpawnProcess):
    pass


class _Spawned(SpawnContext):
    Process = _SpawnedProcess


if "forkserver" in multiprocessing.get_all_start_methods():
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class _ForkedProcess(_WithoutProgram, ForkServerProcess):
        pass

    class _Forked(ForkServerContext):
        Process = _ForkedProcess


def _context(preload: Sequence[str]) -> BaseContext:
    """Return what starts processes: forked from one in which these modules are loaded.

    One with others in it, which nobody needs any more, is ended: it would keep its memory to the end.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return _Spawned()
    from multiprocessing.forkserver import _forkserver

    if _preloaded != [*preload]:
        _forkserver._stop()  # type: ignore[attr-defined]  # there is no public way
        _preloaded[:] = preload
    context = _Forked()
    context.set_forkserver_preload([*preload])
    return context


def _outcome(future: Future[Done], seconds: float) -> Done | Killed:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Killed(f"could not be read within {seconds:g} seconds")
    except (ProcessExpired, MemoryError):
        return Killed("cannot be read: what reads it ran out of memory or crashed")
