"""From sources to articles: files are read, addresses fetched, feeds followed to the pages of their entries.

sources  what a user names: files, folders, addresses, lists of feeds
reach    addresses → what they hold, read in processes that can be killed
pages    entries of feeds that only announce their article → the article from its page
known    what the library has learned of addresses, and what it is to learn
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from briefing import fetch, ingest, store
from briefing.gather.known import Known
from briefing.gather.pages import completed
from briefing.gather.reach import Reach
from briefing.gather.sources import Place, Source, is_address, is_list, places
from briefing.ingest import Reading
from briefing.ingest.arrival import Arrival
from briefing.ingest.unique import unique
from briefing.ingest.window import window
from briefing.model import Article, Dropped, Problem

if TYPE_CHECKING:
    from briefing.config import Fetch

__all__ = ["Period", "Source", "gather", "is_address", "is_list", "rules"]

Step = Callable[[str, int, int], None]

_DEPTH = 4  # a list of feeds, a home page, its feed, and one to spare


def rules(settings: Fetch) -> fetch.Rules:
    """Return the rules of fetching that the settings ask for."""
    return fetch.Rules(**settings.model_dump() | {"allow": frozenset(settings.allow)})


@dataclass(frozen=True, slots=True)
class Period:
    """What counts as news: what came after `since` and up to `now` (aware); everything without a `since`."""

    now: datetime
    since: datetime | None = None
    edition: date = date.max
    """The day of the briefing: what those of earlier days told is news if it has changed."""

    def of_feed(self, articles: Sequence[Article], library: store.Library) -> tuple[Article, ...]:
        """Return the articles of a feed that are news, also those that were told and have changed since."""
        news = {article.id for article in self.news(articles)}
        old = [article for article in articles if article.id not in news]
        news |= library.revised(old, self.edition) if old else set()
        return tuple(article for article in articles if article.id in news)

    def news(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Return the articles that are."""
        return tuple(articles) if self.since is None else window(articles, self.since, self.now)


def gather(
    sources: Sequence[Source],
    library: store.Library,
    period: Period,
    *,
    rules: fetch.Rules | None = None,
    step: Step = lambda *_: None,
) -> Reading:
    """Return the articles of all sources: files first, then addresses, each in their order.

    What fails becomes a problem. Of feeds only what is new in `period` is taken. What addresses give is kept
    in the library, and one that says that nothing has changed is neither read nor followed again.
    """
    files = [s for s in sources if not is_address(s.at) and not is_list(s.at)]
    reading = _read(files, step)
    known = Known(library)
    reach = Reach(known, rules or fetch.Rules(), period.now, step)
    came, problems = _follow(sources, reach)

    whole, failed = completed(came, library.given, lambda one: bool(period.news([one])), reach)
    for place, arrival in came:
        library.give(place.url, whole[place.url])
        of_feed = arrival.kind in ("feed", "unchanged")
        kept = period.of_feed(whole[place.url], library) if of_feed else whole[place.url]
        reading += _taken(place, arrival, kept, older=len(whole[place.url]) - len(kept))
    for address, title in _titles(came).items():
        library.call(address, title)
    known.learn_all()
    told = (*problems, *reach.problems, *failed, *filter(None, [library.problem]))
    return unique(reading + Reading(problems=told))


def _read(files: Sequence[Source], step: Step) -> Reading:
    """Read files and folders; what is set for a source its articles have."""
    if not any(source.name or source.folder or source.weight != 1 for source in files):
        return ingest.collect([source.at for source in files], step=step)
    reading = Reading()
    for source in files:
        found = ingest.collect([source.at], step=step)
        set_ = (_set(one, source, "/".join(source.folder)) for one in found.articles)
        reading += replace(found, articles=tuple(set_))
    return reading


def _follow(
    sources: Sequence[Source], reach: Reach
) -> tuple[list[tuple[Place, Arrival]], tuple[Problem, ...]]:
    """Read addresses, then the feeds that they lead to; return what each held, and what lists lack."""
    waiting, problems = places(sources)
    arrived: dict[str, tuple[Place, Arrival]] = {}
    for _ in range(_DEPTH):
        asked = {place.url: place for place in waiting if place.url not in arrived}
        came = dict(reach(asked.values(), "fetching"))
        arrived |= {url: (place, came[url]) for url, place in asked.items() if url in came}
        waiting = [further for url in came for further in asked[url].leads_to(came[url])]
    return list(arrived.values()), problems


def _titles(came: Sequence[tuple[Place, Arrival]]) -> dict[str, str]:
    """Return what sources call themselves, by their address; a home page is called what its feed is."""
    pages = {place.url for place, arrival in came if arrival.kind == "html"}
    found: dict[str, str] = {}
    for place, arrival in came:
        if arrival.title:
            found[place.url] = arrival.title
            if place.source.at in pages:
                found.setdefault(place.source.at, arrival.title)
    return found


def _taken(place: Place, arrival: Arrival, articles: Sequence[Article], older: int) -> Reading:
    """Return what is taken of a source's articles, with what was left out of it."""
    entries = "1 entry is" if older == 1 else f"{older:,} entries are"
    dropped = (Dropped(place.url, f"{entries} older than the last briefing"),) if older else ()
    set_ = (_set(one, place.source, place.folder) for one in articles)
    return Reading(tuple(set_), arrival.problems, (*arrival.dropped, *dropped))


def _set(article: Article, source: Source, folder: str) -> Article:
    """Return an article with what is set for its source."""
    name, where = source.name or article.source, folder or article.folder
    return replace(article, source=name, folder=where, weight=source.weight)
