"""The text of an XML feed → what feedparser makes of it, with bounds on its time.

feedparser is given bytes alone, and well-formed ones wherever that is possible: its own way with broken
markup is slow. What grows with the square of its input there is cut down before.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.readers.feeds.prune import MAX_ENTRIES, prune
from briefing.model import Dropped

MAX_BROKEN = 1_000_000
"""The most characters of a feed that is not well-formed: of a longer one the first entries are read."""
_NAME = r"(?:[A-Za-z_][\w.-]{0,40}:)?"
_ENTRY = re.compile(rf"<{_NAME}(?:item|entry)(?=[\s>/])", re.IGNORECASE)
_ENTRY_END = re.compile(rf"</{_NAME}(?:item|entry)\s{{0,9}}>", re.IGNORECASE)
_TAGS = re.compile(
    rf"<({_NAME}(?:category|keywords|subject|tags))(?=[\s>])[^<>]{{0,2000}}(?:/>|>[^<>]{{0,2000}}</\1\s{{0,9}}>)"
    rf"|</?{_NAME}(?:category|keywords|subject|tags)(?=[\s>/])",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    rf"(<{_NAME}(?:author|creator|managingeditor|webmaster|publisher|contributor|name|email)(?:\s[^<>]{{0,500}})?>"
    r"(?:<!\[CDATA\[)?[^<]{0,300})[^<]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What feedparser found, and what was left out before."""

    result: Any
    problems: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def parsed(name: str, text: str) -> Parsed:
    """Return the feed that `text` holds. Raises SourceError where the parser cannot take it."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return _broken(name, text)
    surplus = prune(root)
    return Parsed(
        _run(name, etree.tostring(root, encoding="utf-8", xml_declaration=True)), (), _told(name, surplus)
    )


def _broken(name: str, text: str) -> Parsed:
    """Return what feedparser makes of a feed that is not well-formed, in time that its size bounds."""
    starts = [found.start() for found in _ENTRY.finditer(text)]
    surplus = len(starts) - MAX_ENTRIES
    problems: tuple[str, ...] = ()
    if surplus > 0:
        text = text[: starts[MAX_ENTRIES]]
    if len(text) > MAX_BROKEN:
        ends = [found.end() for found in _ENTRY_END.finditer(text, 0, MAX_BROKEN)]
        if not ends:
            raise SourceError(name, "is damaged: its XML is not well-formed, and too large to be mended")
        text = text[: ends[-1]]
        problems = (
            f"is damaged: its XML is not well-formed, and only {len(ends):,} of its entries are read",
        )
    result = _run(name, _PEOPLE.sub(r"\1", _TAGS.sub("", text)).encode("utf-8"))
    return Parsed(result, problems, _told(name, surplus))


def _told(name: str, surplus: int) -> tuple[Dropped, ...]:
    if surplus <= 0:
        return ()
    return (Dropped(name, f"{surplus:,} older entries: of a feed the newest {MAX_ENTRIES:,} are read"),)


def _run(name: str, data: bytes) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        AssertionError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise SourceError(name, "is damaged: no parser can read it as a feed") from error
