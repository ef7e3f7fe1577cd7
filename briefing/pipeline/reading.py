"""From sources to articles, and what of them the reader knows already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.model import Told
from briefing.pipeline.steps import Step, local_now, no_step
from briefing.store import FILE, Library, home

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.ingest import Reading

_FIRST = timedelta(days=2)
"""How far back the first briefing reaches."""
_LATELY = 30
"""Days after which a story that comes up again is told from its beginning."""


def read(config: Config, now: datetime, edition: date, *, step: Step = no_step) -> Reading:
    """Return the articles of all sources for the briefing of a day, and what went wrong with any.

    With `only_new` what came before the last briefing is left out, and what it or another told.
    """
    # All readers come along with these: what condenses single texts does without.
    from briefing.gather import Period, gather, rules

    asked = rules(config.fetch)
    with Library(home() / FILE, clock=lambda: now) as library:
        if not config.only_new:
            return gather(config.sources, library, Period(now), rules=asked, step=step)
        last = library.last(edition)
        since = last.made_at if last else now - _FIRST
        reading = gather(config.sources, library, Period(now, since, edition), rules=asked, step=step)
        articles, dropped = library.unseen(reading.articles, edition)
        return replace(reading, articles=articles, dropped=(*reading.dropped, *dropped))


def told_before(config: Config, edition: date) -> tuple[Told, ...]:
    """Return the stories that the reader has from earlier briefings, with `only_new`; none without."""
    if not config.only_new:
        return ()
    with Library(home() / FILE) as library:
        return library.told(edition, _LATELY)


def read_one(source: str, config: Config) -> Reading:
    """Return the articles of one source, whole, by the settings of `config`."""
    from briefing.config import Source

    now = local_now()
    one = config.model_copy(update={"sources": (Source(at=source),), "only_new": False})
    return read(one, now, now.date())
