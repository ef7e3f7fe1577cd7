"""Addresses → what they hold: fetched, then read in processes that can be killed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from briefing import fetch
from briefing.apart import Killed, apart
from briefing.gather.known import Known
from briefing.gather.sources import Place
from briefing.ingest import PRELOAD, Raw
from briefing.ingest.arrival import Arrival, arrival
from briefing.model import Problem

_SECONDS = 20.0  # for a parser and the bytes of one address


class Reach:
    """Reads addresses, all within the time of one run. Those that cannot be read are among its problems."""

    def __init__(
        self, known: Known, rules: fetch.Rules, now: datetime, step: Callable[[str, int, int], None]
    ) -> None:
        self._known, self._rules, self._step = known, rules, step
        self._read = partial(arrival, now=now)
        self._ends = time.monotonic() + rules.per_run
        self.failures: dict[str, str] = {}
        """Why an address could not be read."""
        self._quiet: set[str] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The failures of addresses that were not asked about quietly."""
        return tuple(Problem(url, why) for url, why in self.failures.items() if url not in self._quiet)

    def __call__(
        self, places: Iterable[Place], what: str, *, quietly: bool = False
    ) -> Iterator[tuple[str, Arrival]]:
        """Yield each address and what it holds, as soon as it is there; what has not changed is given again.

        `quietly`: failures are for the caller to tell.
        """
        asked = {place.url: place for place in places}
        self._quiet |= asked.keys() if quietly else set()
        unchanged: list[tuple[str, Arrival]] = []
        fetched = self._fetched(asked, what, unchanged)
        for url, came in apart(self._read, fetched, _SECONDS, preload=PRELOAD):
            if isinstance(came, Killed):
                self.failures[url] = str(came)
            else:
                yield url, came
        yield from unchanged

    def _fetched(
        self, places: dict[str, Place], what: str, unchanged: list[tuple[str, Arrival]]
    ) -> Iterator[tuple[str, Raw]]:
        asks = [
            fetch.Ask(p.url, key=p.source.at, named_by_user=p.url == p.source.at, robots=p.source.robots)
            for p in places.values()
        ]
        rules = replace(self._rules, per_run=max(0.1, self._ends - time.monotonic()))
        answers = fetch.fetch(asks, rules, known=self._known) if asks else ()
        for done, answer in enumerate(answers, 1):
            self._step(what, done, len(asks))
            url = answer.ask.url
            if isinstance(answer, fetch.Failure):
                self.failures[url] = answer.reason
                self._known.failed(url, answer.reason)
            elif answer.unchanged:
                unchanged.append((url, Arrival("unchanged", articles=self._known.given(url))))
            else:
                kind, charset = answer.content_type, answer.charset
                yield url, Raw(url, answer.body, url=answer.url, content_type=kind, charset=charset)
