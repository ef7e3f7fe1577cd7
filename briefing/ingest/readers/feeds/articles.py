"""Entries of a feed → articles, as far as the entries themselves hold them."""

from __future__ import annotations

from briefing.ingest.articles import Found, build, host
from briefing.ingest.readers.feeds.links import without_tracking
from briefing.ingest.readers.feeds.model import Entry, Feed
from briefing.ingest.reading import Raw
from briefing.model import Article, digest
from briefing.text.language import normalize

_TELLING = 200  # letters of a text that tell its language better than a template's "en"


def article(raw: Raw, feed: Feed, entry: Entry) -> Article | None:
    """Return an entry's article, its text as the entry holds it; None where it holds none.

    Its id is made of the feed's site and the entry's id, so that it stays when the text is mended, and two
    feeds of a site that show one article give it one id. Its address has no tracking in it.
    """
    if not entry.text.strip():
        return None
    site = host(entry.url) or host(feed.home) or raw.name
    declared = normalize(entry.language) if entry.language else ""
    return build(
        raw,
        Found(
            text=entry.text,
            title=entry.title,
            id=digest(site, entry.id),
            url=without_tracking(entry.url) if entry.url else None,
            source=entry.source or feed.title or host(feed.home),
            language=None if declared == "en" and len(entry.text) > _TELLING else declared or None,
            published=entry.published or entry.updated,
            points=entry.points,
            picture=entry.picture,
        ),
    )
