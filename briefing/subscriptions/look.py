"""Addresses → what they hold, fetched side by side under the rules of any run; nothing is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from briefing import fetch
from briefing.apart import Killed, apart
from briefing.ingest import PRELOAD, Raw
from briefing.subscriptions.content import NOTHING, Content, content

Step = Callable[[str, int, int], None]

_SECONDS = 20.0  # for a parser and the bytes of one address


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of looking at an address."""

    at: str
    """The address to use from now on: another where it moved for good."""
    content: Content = NOTHING
    problem: str = ""
    """Why nothing of it can be read; empty where something can."""


@dataclass(frozen=True, slots=True)
class Look:
    """How addresses are looked at."""

    rules: fetch.Rules
    now: datetime
    """Aware; what dates in the future are measured by."""
    step: Step = lambda *_: None

    def __call__(self, asks: Sequence[fetch.Ask]) -> dict[str, Seen]:
        """Return what each address holds, in the order of the asks."""
        once = {ask.url: ask for ask in asks}
        seen: dict[str, Seen] = {}
        moved: dict[str, str] = {}
        if once:
            work = partial(content, now=self.now)
            fetched = self._fetched(list(once.values()), seen, moved)
            for url, came in apart(work, fetched, _SECONDS, preload=PRELOAD):
                seen[url] = (
                    Seen(url, problem=str(came)) if isinstance(came, Killed) else _seen(moved[url], came)
                )
        return {url: seen[url] for url in once}

    def _fetched(
        self, asks: list[fetch.Ask], seen: dict[str, Seen], moved: dict[str, str]
    ) -> Iterator[tuple[str, Raw]]:
        for done, answer in enumerate(fetch.fetch(asks, self.rules), 1):
            self.step("fetching", done, len(asks))
            url = answer.ask.url
            if isinstance(answer, fetch.Failure):
                seen[url] = Seen(url, problem=answer.reason)
            else:
                moved[url] = answer.moved_to or url
                kind, charset = answer.content_type, answer.charset
                yield url, Raw(url, answer.body, url=answer.url, content_type=kind, charset=charset)


def _seen(at: str, found: Content) -> Seen:
    return Seen(at, found, "" if found.is_readable else found.problem or "holds nothing that can be read")
