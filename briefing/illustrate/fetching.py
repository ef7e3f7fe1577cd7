"""The addresses of pictures → pictures as they are shown: from memory, else from the network."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefing import fetch
from briefing.apart import Killed, apart
from briefing.illustrate.scaling import Scaled, scale
from briefing.model import Validators
from briefing.store.pictures import Kept, Pictures

SECONDS = 120.0
"""The most that pictures may hold up a briefing."""
Step = Callable[[str, int, int], None]

_PRELOAD = ("briefing.illustrate.scaling", "PIL.Image", "PIL.AvifImagePlugin", "PIL.WebPImagePlugin")
_MOST_BYTES = 10_000_000
_SECONDS = 10.0  # for a decoder and one picture
# How long a picture, or that it is none to show, is taken for granted: the same day again asks for nothing.
_DAY = timedelta(hours=20)
_HOUR = timedelta(hours=1)  # and that it could not be had


@dataclass(frozen=True, slots=True)
class Means:
    """What pictures are got by, and how long that may take."""

    rules: fetch.Rules
    now: datetime
    """Aware; what `memory` is measured by."""
    memory: Pictures | None = None
    seconds: float = SECONDS
    step: Step = lambda *_: None


class Reach:
    """Gets pictures, all within the time of one run."""

    def __init__(self, means: Means) -> None:
        self._rules = replace(means.rules, most_bytes=min(means.rules.most_bytes, _MOST_BYTES))
        self._memory, self._now, self._step = means.memory, means.now, means.step
        self._ends = time.monotonic() + means.seconds
        self._kept: dict[str, Kept] = {}
        self._lessons: dict[str, Validators] = {}
        self.refused: dict[str, str] = {}
        """Why an address gave no picture that is shown."""

    def __call__(self, urls: Iterable[str]) -> dict[str, Scaled]:
        """Return the pictures at these addresses, as far as they can be had."""
        asked = tuple(dict.fromkeys(urls))
        self._kept |= self._memory.get(asked) if self._memory is not None else {}
        known = {url: self._kept[url] for url in asked if self._is_known(url)}
        new = self._new([url for url in asked if url not in known])
        if self._memory is not None and new:
            self._memory.put(new, self._now)
        found = known | new
        self.refused |= {url: one.reason for url, one in found.items() if not one.data}
        return {url: Scaled(one.data, one.width, one.height) for url, one in found.items() if one.data}

    def validators(self, url: str) -> Validators | None:
        """Return by what a server can be asked whether a picture changed that is kept."""
        kept = self._kept.get(url)
        return Validators(kept.etag, kept.last_modified) if kept and kept.data else None

    def learn(self, url: str, validators: Validators) -> None:
        """Take note of what a server said of a picture."""
        self._lessons[url] = validators

    def _is_known(self, url: str) -> bool:
        return url in self._kept and self._kept[url].again_at > self._now

    def _new(self, urls: list[str]) -> dict[str, Kept]:
        """Return what becomes of these addresses when they are asked for."""
        if not urls:
            return {}
        found: dict[str, Kept] = {}
        later = self._now + _DAY
        for url, outcome in apart(scale, self._fetched(urls, found), _SECONDS, preload=_PRELOAD):
            if isinstance(outcome, Scaled):
                found[url] = Kept(later, width=outcome.width, height=outcome.height, data=outcome.data)
            else:
                found[url] = Kept(
                    later, reason=str(outcome) if isinstance(outcome, Killed) else outcome.reason
                )
        said = {url: self._lessons.get(url, Validators()) for url in found}
        return {
            url: replace(one, etag=said[url].etag, last_modified=said[url].last_modified)
            for url, one in found.items()
        }

    def _fetched(self, urls: list[str], found: dict[str, Kept]) -> Iterator[tuple[str, bytes]]:
        """Yield the bytes of each picture; what gives none is put into `found`."""
        rules = replace(self._rules, per_run=max(0.1, self._ends - time.monotonic()))
        for done, answer in enumerate(fetch.fetch(map(fetch.Ask, urls), rules, known=self), 1):
            self._step("fetching pictures", done, len(urls))
            url = answer.ask.url
            if isinstance(answer, fetch.Answer) and not answer.unchanged:
                yield url, answer.body
            elif isinstance(answer, fetch.Answer):
                found[url] = replace(self._kept[url], again_at=self._now + _DAY)
            elif time.monotonic() < self._ends:
                found[url] = Kept(self._now + _HOUR, reason=answer.reason)
            else:  # this run had no time for it, and the next one may
                self.refused[url] = answer.reason
