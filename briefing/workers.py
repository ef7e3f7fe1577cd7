"""Many items on all cores: answers in the order of the items, each as soon as it is there."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from queue import Queue
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_ALONE = 24
"""Items that are worked on here before others are asked to help, who take a fraction of a second to start."""
_WAITING = 16
"""Items for each process that wait for it, or for an earlier answer, at most."""


def in_order(
    work: Callable[[Item], Answer], items: Iterable[Item], preload: Sequence[str] = (), processes: int = 0
) -> Generator[Answer]:
    """Yield `work(item)` for each item, in order, without waiting for the next item.

    From the 25th item on other processes help, as many as there are cores (or `processes`); so `work`, the
    items and the answers have to be picklable. `preload` are the modules that the work needs. What `items`
    raises is raised here, behind the answers to those before. An item whose process dies is worked on here.
    """
    count = processes or _cores()
    iterator = iter(items)
    for done, item in enumerate(iterator, 1):
        yield work(item)
        if done == _ALONE and count > 1:
            break
    else:
        return
    yield from _together(work, iterator, _context(preload), count)


def _together(
    work: Callable[[Item], Answer], items: Iterator[Item], context: BaseContext, count: int
) -> Generator[Answer]:
    waiting: Queue[tuple[Item, Future[Answer]] | Exception | None] = Queue(maxsize=_WAITING * count)
    pool = ProcessPoolExecutor(count, context, _settle)
    gc.freeze()  # what is there by now stays: it need not be looked through again and again
    for _ in range(count + 1):  # what waits for the processes to start can no longer be taken back
        pool.submit(os.getpid)

    def hand_out() -> None:
        """Give out the items, in a thread of its own: the next one may be long in coming."""
        try:
            for item in items:
                waiting.put((item, _submit(pool, work, item)))
            waiting.put(None)
        except Exception as error:
            waiting.put(error)

    Thread(target=hand_out, daemon=True).start()
    try:
        while (found := waiting.get()) is not None:
            if isinstance(found, Exception):
                raise found
            yield _answer(work, *found)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _answer(work: Callable[[Item], Answer], item: Item, answer: Future[Answer]) -> Answer:
    """Return the answer of the process that works on the item; work on it here where none has begun."""
    if answer.cancel():
        return work(item)
    try:
        return answer.result()
    except BrokenExecutor:
        return work(item)


def _submit(pool: ProcessPoolExecutor, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
    """Return what will be the answer, or says that the pool is broken."""
    try:
        return pool.submit(work, item)
    except BrokenExecutor as error:
        broken: Future[Answer] = Future()
        broken.set_exception(error)
        return broken


def _settle() -> None:
    """Leave Ctrl-C to the one who asked for the answers."""
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context(preload: Sequence[str]) -> BaseContext:
    """Return how processes are started: from a clean one with these modules, never as copies of this one."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*preload])
    return context
