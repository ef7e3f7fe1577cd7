"""A page → the addresses of its feeds: those that it states, those that it links, those that are usual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.errors import SourceError
from briefing.ingest.articles import host
from briefing.ingest.decode import decode
from briefing.ingest.readers.feeds.links import absolute
from briefing.ingest.readers.feeds.plain import plain
from briefing.ingest.readers.html_page import parse
from briefing.ingest.reading import Raw

_TYPES = re.compile(r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)(?:;.*)?", re.IGNORECASE)
# Types that a page also gives to other things than feeds: their address has to look like one.
_VAGUE = re.compile(r"(?:application|text)/(?:xml|json|rss|atom)(?:;.*)?", re.IGNORECASE)
_PATH = re.compile(
    r"(?:^|[/._?=&-])(?:feeds?|rss2?|atom|rdf)(?:[/._-]?(?:xml|json|rss2?|atom|rdf|php|aspx?))?/?$"
    r"|(?:^|/)(?:index|feed|rss|atom|news|latest)\.(?:xml|rdf|rss|atom)$|feed\.json$|/feeds?/posts/default",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"comment|kommentar|coment[aá]rio|comentario|commenti|reacties|комментари", re.IGNORECASE
)
_MOST = 50
_USUAL = (
    "feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feed.atom",
    "feeds/posts/default", "?feed=rss2", "index.rdf",
)  # fmt: skip


def feeds_of(html: bytes, url: str) -> tuple[tuple[str, str], ...]:
    """Return the title and address of each feed of a page, the best first; none for what is no page.

    First come those that the page states in its head, in its own order, then links that look like feeds;
    feeds of comments come last. A title may be empty.
    """
    try:
        tree = parse(url, decode(Raw(url, html), markup=True).text)
    except SourceError:
        return ()
    base = absolute(next(iter(tree.xpath("//base/@href")), ""), url) or url
    found: dict[str, str] = {}
    for title, link in (*_stated(tree), *_linked(tree, base)):
        address = absolute(link, base)
        if address and address.partition("#")[0] != url.partition("#")[0]:
            found.setdefault(address, plain(title, is_html=False))
    ranked = sorted(found.items(), key=lambda one: bool(_COMMENTS.search(" ".join(one))))
    return tuple((title, address) for address, title in ranked[:_MOST])


def guesses(url: str) -> tuple[str, ...]:
    """Return the addresses where a page's feed usually is: below its path first, then below its site."""
    site = absolute("/", url)
    if site is None:
        return ()
    path = urlsplit(url).path
    folder = urljoin(url, path if path.endswith("/") else f"{path}/") if path.strip("/") else site
    return tuple(dict.fromkeys(f"{base}{name}" for base in (folder, site) for name in _USUAL))


def _stated(tree: Any) -> Iterator[tuple[str, str]]:
    for link in tree.xpath("//link[@href]"):
        rel = link.get("rel", "").lower().split()
        if not {"alternate", "feed"} & set(rel):
            continue
        kind, address = link.get("type", "").strip(), link.get("href").strip()
        vague = not kind and "feed" in rel
        if _TYPES.fullmatch(kind) or vague or (_VAGUE.fullmatch(kind) and _PATH.search(address)):
            yield link.get("title", ""), address


def _linked(tree: Any, base: str) -> Iterator[tuple[str, str]]:
    """Yield links to what looks like a feed of the same site, or of a service that keeps feeds."""
    for link in tree.xpath("//a[@href]"):
        address = link.get("href").strip()
        if not _PATH.search(address.partition("#")[0]):
            continue
        here, there = host(base) or "", host(absolute(address, base)) or ""
        if f".{there}".endswith(f".{_site(here)}") or there.startswith(("feeds.", "feed.", "rss.")):
            yield link.get("title") or " ".join(link.text_content().split())[:100], address


def _site(name: str) -> str:
    """Return the last two parts of a host's name: enough to tell a site's own feeds from others'."""
    return ".".join(name.split(".")[-2:])
