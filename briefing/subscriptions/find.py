"""What a user names → what is to be added: a home page's feed, an address's new place, a path as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import SourceError
from briefing.fetch import Ask
from briefing.gather import is_address, is_list
from briefing.ingest import feeds_in
from briefing.ingest.readers.feeds import guesses
from briefing.ingest.readers.feeds.links import absolute
from briefing.ingest.readers.opml import Subscription
from briefing.subscriptions.content import NOTHING, Content
from briefing.subscriptions.look import Look, Seen

_TRIED = 5  # feeds of a page, until one can be read
_AT_ONCE = 6  # guesses: the usual addresses come first


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found where a user pointed."""

    named: str
    """What the user wrote."""
    at: str
    """What is to be added."""
    content: Content = NOTHING
    others: tuple[Subscription, ...] = ()
    """Further feeds that the page names."""
    problem: str = ""
    """Why nothing of it can be read; empty where something can."""


def find(named: Sequence[str], look: Look) -> Iterator[Finding]:
    """Yield what is to be added for each of `named`, in order: addresses and paths, none of them twice."""
    addresses = {each: address for each in named if (address := _address(each))}
    seen = look([Ask(url, key=url, named_by_user=True) for url in addresses.values()])
    for each in dict.fromkeys(named):
        if each in addresses:
            yield _led(Finding(each, addresses[each]), seen[addresses[each]], look)
        else:
            yield _local(each)


def _address(named: str) -> str | None:
    """Return the web address that was meant; browsers hand on those of feeds as feed:…"""
    if is_address(named):
        return named.strip()
    return absolute(named) if named.lower().startswith("feed:") else None


def _local(named: str) -> Finding:
    if named == "-":
        return Finding(named, named, Content("files"))
    path = Path(os.path.expanduser(named))  # noqa: PTH111 — Path's own raises for a user who isn't there
    if not os.path.exists(path):  # noqa: PTH110 — Path's own raises for names that no file can have
        site = absolute(named)
        hint = f"; for a site write {site}" if site else ""
        return Finding(named, named, problem=f"there is no such file or folder{hint}")
    if not is_list(named):
        return Finding(named, named, Content("files"))
    try:
        return Finding(named, named, Content("opml", feeds=feeds_in(path).feeds))
    except SourceError as error:
        return Finding(named, named, problem=error.message)


def _led(found: Finding, seen: Seen, look: Look) -> Finding:
    """Return what an address leads to: where it moved, or the feed of a home page."""
    page = seen.content
    found = replace(found, at=seen.at, content=page, problem=seen.problem)
    if not page.is_page or (page.whole and not _is_front(seen.at)):
        return replace(found, others=page.feeds if page.is_page else ())
    if best := _feed(page.feeds, found.at, look):
        return _instead(found, best)
    if page.feeds and not page.whole:
        return replace(found, problem=f"names feeds, of which none can be read: {page.feeds[0].url}")
    return found


def _instead(found: Finding, best: Seen) -> Finding:
    """Return the feed in place of the page that led to it."""
    others = tuple(feed for feed in found.content.feeds if feed.url != best.at)
    return replace(found, at=best.at, content=best.content, others=others, problem="")


def _feed(named: Sequence[Subscription], page: str, look: Look) -> Seen | None:
    """Return the first feed that can be read of those that a page names, else of the usual addresses."""
    urls = [feed.url for feed in named[:_TRIED]] or [*guesses(page)]
    for start in range(0, len(urls), _AT_ONCE):
        seen = look([Ask(url, key=page) for url in urls[start : start + _AT_ONCE]])
        if best := next((one for one in seen.values() if one.content.kind == "feed"), None):
            return best
    return None


def _is_front(url: str) -> bool:
    """Whether an address is that of a whole site: what stands there is no article for long."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query
