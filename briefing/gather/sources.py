"""What a user names: files and folders, addresses, and lists of feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing import ingest
from briefing.errors import SourceError
from briefing.ingest.arrival import Arrival
from briefing.ingest.readers.opml import Subscription
from briefing.model import Problem


class Source(Protocol):
    """A source, and what is set for it."""

    @property
    def at(self) -> str:
        """A path, "-", or an address."""

    @property
    def name(self) -> str | None:
        """What its articles are shown under, in place of the name that it has itself."""

    @property
    def pages(self) -> str:
        """Of which entries of a feed the pages are read: "teasers", "all" or "none"."""

    @property
    def robots(self) -> bool:
        """Whether its robots.txt has a say."""

    @property
    def folder(self) -> Sequence[str]:
        """Where its articles belong, as the names of folders; empty where that is not set."""

    @property
    def weight(self) -> float:
        """How much what it tells counts, beside 1 for another."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address, and the source that led to it."""

    url: str
    source: Source
    folder: str = ""
    """The folder of the list that it stands in: its section."""
    found_in: str = ""
    """The feed that it is a page of."""

    def leads_to(self, came: Arrival) -> Iterator[Place]:
        """Yield the feeds that are to be read as well: all of a list, the first of a home page."""
        feeds = came.feeds if came.kind == "opml" else came.feeds[:1]
        return self._places(feeds)

    def _places(self, feeds: Sequence[Subscription]) -> Iterator[Place]:
        return (Place(feed.url, self.source, "/".join(feed.folder) or self.folder) for feed in feeds)


def is_address(source: str) -> bool:
    """Return whether a source is to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def is_list(source: str) -> bool:
    """Return whether a source is a file with a list of feeds."""
    return not is_address(source) and source.lower().endswith(".opml")


def places(sources: Sequence[Source]) -> tuple[list[Place], tuple[Problem, ...]]:
    """Return the addresses among the sources and in their lists, in order, and what is wrong with a list."""
    found: list[Place] = []
    problems: list[Problem] = []
    for source in sources:
        if is_address(source.at):
            found.append(Place(source.at, source, "/".join(source.folder)))
        elif is_list(source.at):
            try:
                listed = ingest.feeds_in(source.at)
            except SourceError as error:
                problems.append(Problem(error.source, error.message))
                continue
            problems += [Problem(source.at, message) for message in listed.problems]
            place = Place(source.at, source, "/".join(source.folder))
            found += place.leads_to(Arrival("opml", feeds=listed.feeds))
    return found, tuple(problems)
