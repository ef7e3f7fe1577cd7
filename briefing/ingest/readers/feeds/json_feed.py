"""JSON Feed 1.0 and 1.1 → a channel and its items (https://www.jsonfeed.org/version/1.1/).

A key of the wrong kind counts as not there, as do entries that are no objects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.decode import decode
from briefing.ingest.readers.feeds.model import Body, Channel, Item
from briefing.ingest.readers.feeds.plain import paragraphs
from briefing.ingest.readers.feeds.prune import MAX_ENTRIES
from briefing.ingest.reading import Raw
from briefing.model import Dropped, Picture

_VERSION = re.compile(rb'"version"\s{0,9}:\s{0,9}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.IGNORECASE)
_MEDIA = ("audio/", "video/")


def is_json_feed(data: bytes) -> bool:
    """Whether bytes are JSON that calls itself a JSON Feed, wherever in it that stands."""
    opening = data[:100].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return opening.startswith(b"{") and bool(
        _VERSION.search(data.replace(b"\0", b"") if b"\0" in data[:8] else data)
    )


def channel(raw: Raw) -> Channel:
    """Return the feed in `raw`. Raises SourceError for what is no JSON, or JSON of another kind."""
    decoded = decode(raw)
    top = _object(raw.name, decoded.text)
    rows = top.get("items")
    if not isinstance(rows, list) or "jsonfeed.org" not in _string(top, "version"):
        raise SourceError(raw.name, 'is JSON but no JSON Feed: it has no "version" of one or no "items"')
    surplus = len(rows) - MAX_ENTRIES
    return Channel(
        title=_string(top, "title"),
        home=_string(top, "home_page_url"),
        base=raw.url or _string(top, "feed_url") or None,
        language=_string(top, "language"),
        items=tuple(_item(row, top) for row in rows[:MAX_ENTRIES] if isinstance(row, dict)),
        problems=(decoded.damage,) if decoded.damage else (),
        dropped=(Dropped(raw.name, f"{surplus:,} entries: the first {MAX_ENTRIES:,} are read"),)
        if surplus > 0
        else (),
    )


def _object(name: str, text: str) -> dict[str, Any]:
    try:
        top = json.loads(text.lstrip("\ufeff"), strict=False, parse_int=_number)
    except json.JSONDecodeError as error:
        where = f"at line {error.lineno:,}, column {error.colno:,}"
        raise SourceError(
            name, f"is a JSON Feed that is cut off or damaged {where}: nothing of it is read"
        ) from error
    except RecursionError as error:
        raise SourceError(name, "is a JSON Feed that is nested too deeply to be read") from error
    if not isinstance(top, dict):
        raise SourceError(name, "is JSON but no JSON Feed")
    return top


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < 40 else digits


def _item(row: Mapping[str, Any], top: Mapping[str, Any]) -> Item:
    attached = [one for one in _list(row, "attachments") if isinstance(one, dict)]
    return Item(
        id=_id(row),
        links=(_string(row, "url"), _string(row, "external_url")),
        title=_string(row, "title"),
        bodies=tuple(_bodies(row)),
        published=_string(row, "date_published") or _string(row, "date_modified"),
        updated=_string(row, "date_modified"),
        authors=tuple(_authors(row)) or tuple(_authors(top)),
        pictures=(Picture(_string(row, "image")), Picture(_string(row, "banner_image"))),
        language=_string(row, "language"),
        categories=tuple(tag for tag in _list(row, "tags")[:64] if isinstance(tag, str)),
        is_media=any(_string(one, "mime_type").startswith(_MEDIA) for one in attached),
    )


def _bodies(row: Mapping[str, Any]) -> Iterator[Body]:
    yield Body(_string(row, "content_html"), True)
    yield Body(paragraphs(_string(row, "content_text")), True)
    yield Body(paragraphs(_string(row, "summary")), False)


def _authors(holder: Mapping[str, Any]) -> Iterator[str]:
    for author in (*_list(holder, "authors")[:64], holder.get("author")):
        if isinstance(author, dict) and (name := _string(author, "name")):
            yield name


def _string(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _id(row: Mapping[str, Any]) -> str:
    """Return an entry's id: a string, or the digits of a number."""
    value = row.get("id")
    return (
        str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _string(row, "id")
    )


def _list(holder: Mapping[str, Any], key: str) -> list[Any]:
    value = holder.get(key)
    return value if isinstance(value, list) else []
