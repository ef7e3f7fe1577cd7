"""Sources ↔ the feeds of an OPML list: addresses, names and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.config import Source
from briefing.errors import SourceError
from briefing.fetch import Ask
from briefing.gather import is_address, is_list
from briefing.ingest import feeds_in
from briefing.ingest.readers.opml import Subscription, Subscriptions, opml
from briefing.model import Problem
from briefing.subscriptions.look import Look
from briefing.subscriptions.settings import Listed


def listed_in(place: str, look: Look) -> Subscriptions:
    """Return the feeds of a list, a file or an address. Raises SourceError for what is none."""
    if not is_address(place):
        return feeds_in(place)
    seen = look([Ask(place, key=place, named_by_user=True)])[place]
    if seen.content.kind != "opml":
        raise SourceError(place, seen.problem or "is no list of feeds (OPML)")
    told = seen.content.problem
    return Subscriptions(seen.content.feeds, problems=(told,) if told else ())


def imported(feeds: Iterable[Subscription]) -> Iterator[Source]:
    """Yield each feed as a source."""
    return (Source(at=feed.url, name=feed.title or None, folder=feed.folder) for feed in feeds)


def exported(sources: Sequence[Listed]) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the sources as a list, those of lists in files one by one, and those that no list can hold."""
    feeds: dict[str, Subscription] = {}
    problems: list[Problem] = []
    for one in sources:
        try:
            for feed in _feeds(one):
                feeds.setdefault(feed.url, feed)
        except SourceError as error:
            problems.append(Problem(one.source.at, error.message))
    return opml(feeds.values()), tuple(problems)


def _feeds(one: Listed) -> Iterable[Subscription]:
    source = one.source
    if is_address(source.at):
        return (Subscription(source.at, source.name or "", source.folder),)
    if is_list(source.at):
        return feeds_in(one.place).feeds
    raise SourceError(source.at, "is no address, and left out: a list holds nothing else")
