"""From worths to an order in which no topic and no section takes over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush, heapreplace
from typing import NamedTuple

TOPIC = 2.0
SECTION = 6.0
"""After how many stories of its topic, or its section, a further one is worth half."""


class Pick(NamedTuple):
    """A story in its place."""

    number: int
    worth: float
    """What it is worth after those before it."""
    of_topic: int
    """How many of its topic come before it."""
    of_section: int


def spread(worths: Sequence[float], sections: Sequence[str], threads: Sequence[int]) -> list[Pick]:
    """Return the stories in order: next comes what is worth most after those that are chosen already.

    A worth is divided by 1 + n / TOPIC and by 1 + m / SECTION, for n stories chosen of its topic and m of its
    section. That is greedy selection as in maximal marginal relevance (Carbonell and Goldstein 1998), what is
    alike being known, and with divisors as parliaments give out seats (Dang and Croft 2012). Worths only fall
    on the way, so an old one is reckoned anew only when it comes to the top (Minoux 1978). Of equals the
    first given is first.
    """
    desk = _Desk(worths, sections, threads)
    return list(iter(desk.next, None))


class _Desk:
    """Stories by section and topic; in one topic of a section their order never changes."""

    def __init__(self, worths: Sequence[float], sections: Sequence[str], threads: Sequence[int]) -> None:
        self._worths, self._sections, self._threads = worths, sections, threads
        self._topics: Counter[int] = Counter()
        self._told: Counter[str] = Counter()
        self._queues: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number in sorted(range(len(worths)), key=lambda each: (worths[each], -each)):
            self._queues[sections[number], threads[number]].append(number)
        self._heaps: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for (section, _), queue in self._queues.items():
            heappush(self._heaps[section], (-self._after_topic(queue[-1]), queue[-1]))
        self._top = [(*self._best(section), section) for section in self._heaps]
        heapify(self._top)

    def next(self) -> Pick | None:
        """Take out the story that is worth most now; None where none is left."""
        while self._top:
            section = self._top[0][2]
            now = self._best(section)
            if now == self._top[0][:2]:
                return self._take(section, now)
            heapreplace(self._top, (*now, section))
        return None

    def _take(self, section: str, best: tuple[float, int]) -> Pick:
        worth, number = best
        thread = self._threads[number]
        pick = Pick(number, -worth, self._topics[thread], self._told[section])
        self._topics[thread] += 1
        self._told[section] += 1
        heap, queue = self._heaps[section], self._queues[section, thread]
        heappop(heap)
        queue.pop()
        if queue:
            heappush(heap, (-self._after_topic(queue[-1]), queue[-1]))
        if heap:
            heapreplace(self._top, (*self._best(section), section))
        else:
            heappop(self._top)
        return pick

    def _best(self, section: str) -> tuple[float, int]:
        """Return the negative worth of a section's best story, and its number."""
        heap = self._heaps[section]
        while (now := -self._after_topic(heap[0][1])) != heap[0][0]:
            heapreplace(heap, (now, heap[0][1]))
        return heap[0][0] / (1 + self._told[section] / SECTION), heap[0][1]

    def _after_topic(self, number: int) -> float:
        return self._worths[number] / (1 + self._topics[self._threads[number]] / TOPIC)
