"""The bytes of an address → what a source of it would give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing.ingest import Raw
from briefing.ingest.arrival import Arrival, arrival
from briefing.ingest.readers.feeds import feed, feeds_of
from briefing.ingest.readers.opml import Subscription
from briefing.model import Article

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Content:
    """What a source holds at the moment."""

    kind: str = ""
    """The reader that took it: "feed", "opml", "html", …; "files" for what is no address."""
    title: str = ""
    entries: int = 0
    whole: int = 0
    """How many of the entries are articles as they stand."""
    teasers: int = 0
    """How many only announce their article. Those that are neither are headlines, and told of nowhere."""
    newest: datetime | None = None
    headline: str = ""
    """The newest entry's."""
    feeds: tuple[Subscription, ...] = ()
    """The feeds of a list, or those that a page names."""
    is_page: bool = False
    problem: str = ""
    """Why nothing of it can be read, or else what is wrong with a part; empty where all is well."""

    @property
    def is_readable(self) -> bool:
        """Whether it is anything that a source can be: a feed may well be empty today."""
        return self.kind == "feed" or bool(self.whole or self.teasers or self.feeds)


NOTHING = Content()


def content(raw: Raw, now: datetime) -> Content:
    """Return what `raw` holds; a date that cannot be true at `now` (aware) counts as none."""
    found = arrival(raw, now)
    is_page = found.kind == "html" and bool(_MARKUP.search(raw.data[:4_000]))
    feeds = found.feeds
    if is_page and found.articles:  # an article's page names feeds as well
        feeds = tuple(Subscription(url, title) for title, url in feeds_of(raw.data, raw.url or raw.name))
    entries = len(feed(raw, now=now).entries) if found.kind == "feed" else len(found.articles)
    return summed(found, entries, feeds, is_page=is_page)


def summed(
    found: Arrival, entries: int, feeds: tuple[Subscription, ...] = (), *, is_page: bool = False
) -> Content:
    """Return in short what was found in a source of so many entries."""
    newest = _newest((*found.articles, *found.teasers))
    return Content(
        kind=found.kind,
        title=found.title,
        entries=entries,
        whole=len(found.articles),
        teasers=len(found.teasers),
        newest=newest.published if newest else None,
        headline=newest.title if newest else "",
        feeds=feeds,
        is_page=is_page,
        problem=found.problems[0].message if found.problems else "",
    )


def _newest(articles: Sequence[Article]) -> Article | None:
    """Return the newest article; the first where none has a date."""
    dated = [(one.published, one) for one in articles if one.published]
    if dated:
        return max(dated, key=lambda pair: pair[0])[1]
    return articles[0] if articles else None
