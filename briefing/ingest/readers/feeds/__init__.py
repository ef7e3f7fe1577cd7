"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom, and JSON Feed.

One file a step: markup, references, prune, parser, syndication or json_feed give a channel as its format has
it; plain, links, content, images and entries make entries of it; articles makes articles of those.
Nothing here reaches the network.
"""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.ingest.readers.feeds import json_feed
from briefing.ingest.readers.feeds.articles import article
from briefing.ingest.readers.feeds.discovery import feeds_of, guesses
from briefing.ingest.readers.feeds.entries import entries
from briefing.ingest.readers.feeds.links import absolute, without_tracking
from briefing.ingest.readers.feeds.model import Channel, Entry, Feed
from briefing.ingest.readers.feeds.plain import plain
from briefing.ingest.reading import Raw, Reading
from briefing.model import Dropped, Problem

__all__ = ["Entry", "Feed", "article", "feed", "feeds_of", "guesses", "read", "without_tracking"]


def feed(raw: Raw, *, now: datetime | None = None) -> Feed:
    """Return the feed in `raw`, entries in its order; one without entries is a quiet feed and no error.

    A date that cannot be true at `now` (aware; the clock's time where none is given) counts as none.
    Raises SourceError for what is no feed, and says what it is.
    """
    channel = _channel(raw)
    home = absolute(channel.home, raw.url)
    found = [*entries(raw.name, channel, home, now or datetime.now(UTC))]
    return Feed(
        title=plain(channel.title, is_html=channel.title_is_html),
        home=home,
        language=channel.language.strip()[:40] or None,
        entries=tuple(one for one in found if isinstance(one, Entry)),
        problems=channel.problems,
        dropped=(*channel.dropped, *(one for one in found if isinstance(one, Dropped))),
    )


def read(raw: Raw, *, now: datetime | None = None) -> Reading:
    """Read the articles that a feed's entries hold; the text of a teaser is the teaser.

    Raises SourceError for what is no feed.
    """
    found = feed(raw, now=now)
    pairs = [(entry, article(raw, found, entry)) for entry in found.entries]
    bare = [Dropped(entry.title, f"is but a headline in {raw.name}") for entry, made in pairs if made is None]
    return Reading(
        articles=tuple(made for _, made in pairs if made is not None),
        problems=tuple(Problem(raw.name, message) for message in found.problems),
        dropped=(*found.dropped, *bare),
    )


def _channel(raw: Raw) -> Channel:
    if json_feed.is_json_feed(raw.data) or raw.data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return json_feed.channel(raw)
    from briefing.ingest.readers.feeds import syndication

    return syndication.channel(raw)
