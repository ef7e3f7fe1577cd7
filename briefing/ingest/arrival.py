"""What an address gave → articles, and the further addresses that have to be read for the rest of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from briefing.errors import SourceError
from briefing.ingest.kinds import choose
from briefing.ingest.limits import check_size
from briefing.ingest.readers import READERS
from briefing.ingest.readers.feeds import article, feed, feeds_of
from briefing.ingest.readers.opml import Subscription, subscriptions
from briefing.ingest.reading import Raw
from briefing.model import Article, Dropped, Problem


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of the bytes of one address."""

    kind: str
    """The reader that took them: "feed", "opml", "html", …"""
    title: str = ""
    """The feed's or list's own name."""
    articles: tuple[Article, ...] = ()
    """Articles that are whole."""
    teasers: tuple[Article, ...] = ()
    """Articles whose text only announces the page at their address."""
    feeds: tuple[Subscription, ...] = ()
    """The feeds in a list; those of a page that holds no article of its own."""
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def arrival(raw: Raw, now: datetime) -> Arrival:
    """Return what `raw`, the bytes of an address, holds. What cannot be read is among the problems.

    `now` (aware) is what dates in the future are measured by.
    """
    try:
        kind = choose(raw)
        if kind == "feed":
            return _feed(raw, now)
        if kind == "opml":
            return _list(raw)
        if kind not in ("jsonl", "mail"):  # many articles, each of its own size
            check_size(raw.name, len(raw.data))
        return _reading(raw, kind)
    except SourceError as error:
        return _page_of_feeds(raw, error)


def _feed(raw: Raw, now: datetime) -> Arrival:
    found = feed(raw, now=now)
    made = [(entry, article(raw, found, entry)) for entry in found.entries]
    return Arrival(
        "feed",
        found.title,
        tuple(one for entry, one in made if one and not (entry.is_teaser and one.url)),
        tuple(one for entry, one in made if one and entry.is_teaser and one.url),
        problems=tuple(Problem(raw.name, message) for message in found.problems),
        dropped=found.dropped,
    )


def _list(raw: Raw) -> Arrival:
    found = subscriptions(raw)
    problems = tuple(Problem(raw.name, message) for message in found.problems)
    return Arrival("opml", found.title, feeds=found.feeds, problems=problems, dropped=found.dropped)


def _reading(raw: Raw, kind: str) -> Arrival:
    reading = READERS.get(kind)(raw)
    articles = reading.articles
    if len(articles) == 1:
        articles = (replace(articles[0], url=articles[0].url or raw.url),)
    return Arrival(kind, "", articles, problems=reading.problems, dropped=reading.dropped)


def _page_of_feeds(raw: Raw, error: SourceError) -> Arrival:
    """Return the feeds of a page without an article, as a home page is; else what was wrong with it."""
    feeds = tuple(Subscription(address, title) for title, address in feeds_of(raw.data, raw.url or raw.name))
    problems = () if feeds else (Problem(error.source, error.message),)
    return Arrival("html", feeds=feeds, problems=problems)
