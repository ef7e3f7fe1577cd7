"""OPML, the form in which readers of feeds hand on their subscriptions: read, and written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from briefing.errors import SourceError
from briefing.ingest.decode import decode
from briefing.ingest.limits import MAX_MARKUP, check_size
from briefing.ingest.readers.feeds.links import absolute
from briefing.ingest.readers.feeds.references import declared, legal, mended
from briefing.ingest.reading import Raw, Reading
from briefing.model import Dropped, Problem
from briefing.text.clean import one_line

MAX_FEEDS = 10_000
"""The most feeds of one list that are taken."""
_LONGEST = 1_000  # characters of a title


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed in a list."""

    url: str
    title: str = ""
    folder: tuple[str, ...] = ()
    """The names of the outlines around it, the outermost first."""


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """A list of feeds, each address once, in their order."""

    feeds: tuple[Subscription, ...] = ()
    title: str = ""
    lists: tuple[str, ...] = ()
    """Addresses of further lists, which this one includes."""
    dropped: tuple[Dropped, ...] = ()
    """Outlines whose address is none that can be fetched."""
    problems: tuple[str, ...] = ()


def subscriptions(raw: Raw) -> Subscriptions:
    """Return the feeds of an OPML 1 or 2 list. A feed in two folders is in the first of them.

    Raises SourceError for what is no such list.
    """
    import listparser

    check_size(raw.name, len(raw.data), MAX_MARKUP)
    tree, damage = _tree(raw)
    found = listparser.parse(_plain_xml(tree))
    feeds: dict[str, Subscription] = {}
    dropped: list[Dropped] = []
    for one in found["feeds"]:
        url, title = absolute(one["url"], raw.url, credentials=True), one_line(one["title"][:_LONGEST])
        if url is None:
            dropped.append(Dropped(title or one_line(one["url"][:200]), "has no http or https address"))
        elif len(feeds) < MAX_FEEDS:
            feeds.setdefault(
                url, Subscription(url, "" if title == url else title, _folder(one["categories"]))
            )
        else:
            dropped.append(Dropped(url, f"is beyond the first {MAX_FEEDS:,} feeds of its list"))
    further = (absolute(one["url"], raw.url) for one in found["lists"])
    return Subscriptions(
        tuple(feeds.values()),
        one_line(str(found["meta"].get("title") or "")[:_LONGEST]),
        tuple(dict.fromkeys(filter(None, further))),
        tuple(dropped),
        tuple(filter(None, damage)),
    )


def opml(feeds: Iterable[Subscription], title: str = "Subscriptions") -> bytes:
    """Return the list as OPML 2.0, in its order.

    Read again it gives the same feeds; what is written are titles and folders of one line each.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"<head><title>{escape(one_line(title))}</title></head>", "<body>"]
    opened: tuple[str, ...] = ()
    for feed in feeds:
        folder = tuple(filter(None, map(one_line, feed.folder)))
        shared = _shared(opened, folder)
        lines += ["</outline>"] * (len(opened) - shared)
        lines += [f"<outline text={_value(name)}>" for name in folder[shared:]]
        opened = folder
        name = _value(feed.title or feed.url)
        titled = f" title={_value(feed.title)}" if feed.title else ""
        lines.append(f'<outline type="rss" text={name}{titled} xmlUrl={_value(feed.url)}/>')
    lines += ["</outline>"] * len(opened)
    return "\n".join([*lines, "</body>", "</opml>", ""]).encode("utf-8")


def read(raw: Raw) -> Reading:
    """Read a list of feeds as a source: it holds no articles, and says what it is instead."""
    found = subscriptions(raw)
    count = "1 feed" if len(found.feeds) == 1 else f"{len(found.feeds):,} feeds"
    told = f"is a list of {count} and holds no articles: briefing sources import adds its feeds"
    return Reading(
        problems=tuple(Problem(raw.name, message) for message in (*found.problems, told)),
        dropped=found.dropped,
    )


def _tree(raw: Raw) -> tuple[Any, tuple[str | None, ...]]:
    """Return the list's tree: no entity in it is expanded by a parser, and none is fetched."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    decoded = decode(raw, markup=True)
    text = legal(decoded.text)
    start = text.lower().find("<opml")
    if start < 0:
        raise SourceError(raw.name, "is no list of feeds: it has no <opml> in it")
    body = mended(text[start:], declared(text[:start]))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_pis=True
    )
    tree = etree.fromstring(body.encode("utf-8"), parser)
    if tree is None:
        raise SourceError(raw.name, "is no list of feeds that can be read: its XML is damaged")
    damage = "is damaged: some of its feeds may be missing" if parser.error_log else None
    return tree, (decoded.damage, damage)


def _plain_xml(tree: Any) -> bytes:
    """Return the tree with an end tag for every element, since it will be parsed by the rules of HTML.

    A category counts as the folder only of a feed that is in none.
    """
    from lxml import etree

    for element in tree.iter(etree.Element):
        element.text = element.text or ""
        if element.getparent() is not None and str(element.getparent().tag).lower() == "outline":
            for name in [name for name in element.attrib if name.lower() == "category"]:
                del element.attrib[name]
    return bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True))


def _folder(categories: list[list[str]]) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, categories[0]))) if categories else ()


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (here, there) in pairs if here != there), min(len(one), len(other)))


def _value(text: str) -> str:
    return quoteattr(one_line(text))
