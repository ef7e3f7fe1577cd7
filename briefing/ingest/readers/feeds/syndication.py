"""RSS, RDF and Atom, as feedparser tells them → a channel and its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.ingest.pictures import SMALL
from briefing.ingest.readers.feeds.markup import markup
from briefing.ingest.readers.feeds.model import Body, Channel, Item
from briefing.ingest.readers.feeds.parser import parsed
from briefing.ingest.readers.feeds.plain import paragraphs
from briefing.ingest.readers.feeds.prune import CAPTION, CREDIT
from briefing.ingest.reading import Raw
from briefing.model import Picture

_HTML = ("text/html", "application/xhtml+xml")
_MEDIA = ("audio/", "video/", "application/x-shockwave-flash")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")


def channel(raw: Raw) -> Channel:
    """Return the feed in `raw`. Raises SourceError for what is no such feed."""
    source = markup(raw)
    found = parsed(raw.name, source.text)
    result, about = found.result, found.result["feed"]
    is_atom = str(result.get("version") or "").startswith("atom")
    return Channel(
        title=_text(about, "title"),
        title_is_html=_is_html(about, "title"),
        home=next(iter(_pages(about)), ""),
        base=raw.url if is_atom else None,
        language=_text(about, "language"),
        items=tuple(map(_item, result["entries"])),
        is_podcast=any(key.startswith("itunes") for key in about),
        problems=(*source.problems, *found.problems),
        dropped=found.dropped,
    )


def _item(entry: Any) -> Item:
    links = [link for link in entry.get("links") or () if isinstance(link, dict)]
    enclosures = [link for link in links if link.get("rel") == "enclosure"]
    media = [one for one in entry.get("media_content") or () if isinstance(one, dict)]
    updated = _text(entry, "updated")
    return Item(
        id=_text(entry, "id"),
        links=(*_original(entry), *_pages(entry), *_permalink(entry)),
        title=_text(entry, "title"),
        title_is_html=_is_html(entry, "title"),
        bodies=tuple(_bodies(entry)),
        published=_text(entry, "published") or _text(entry, "created") or updated,
        updated=updated,
        authors=tuple(_authors(entry)),
        pictures=tuple(_pictures(entry, media, enclosures)),
        language=_language(entry),
        source=_text(entry.get("source") or {}, "title"),
        categories=tuple(
            filter(None, (_text(tag, "label") or _text(tag, "term") for tag in entry.get("tags") or ()))
        ),
        is_media="yt_videoid" in entry or any(map(_is_media, (*media, *enclosures))),
    )


def _text(holder: Any, key: str) -> str:
    value = holder.get(key) if key in holder else None
    return value if isinstance(value, str) else ""


def _is_html(holder: Any, key: str) -> bool:
    detail = holder.get(f"{key}_detail")
    return isinstance(detail, dict) and detail.get("type") in _HTML


def _original(entry: Any) -> Iterator[str]:
    """Yield the article's own address where a service put its counting one into the link."""
    for key in ("feedburner_origlink", "pheedo_origlink", "origlink"):
        yield _text(entry, key)


def _permalink(entry: Any) -> Iterator[str]:
    """Yield the id where it is an address: where no link of an entry is one, this is the page."""
    if _text(entry, "id").startswith(("http://", "https://")):
        yield _text(entry, "id")


def _pages(holder: Any) -> Iterator[str]:
    """Yield the addresses of the page that is meant: those that say HTML first."""
    links = [link for link in holder.get("links") or () if isinstance(link, dict) and _text(link, "href")]
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    for link in sorted(pages, key=lambda link: link.get("type") not in _HTML):
        yield link["href"]
    yield _text(holder, "link")


def _bodies(entry: Any) -> Iterator[Body]:
    contents = [(one, True) for one in entry.get("content") or ()]
    # Without a detail of its own the summary is a copy of the content.
    bare = {"value": _text(entry, "summary"), "type": _HTML[0]}
    details = [(entry.get("summary_detail") or ({} if contents else bare), False)]
    for detail, is_content in (*contents, *details):
        value, kind = detail.get("value"), str(detail.get("type") or _HTML[0])
        if not isinstance(value, str) or not value.strip():
            continue
        if kind in _HTML:
            yield Body(value, is_content)
        elif kind.startswith("text/"):
            yield Body(paragraphs(value), is_content)


def _authors(entry: Any) -> Iterator[str]:
    names = [_text(one, "name") for one in entry.get("authors") or () if isinstance(one, dict)]
    yield from filter(None, names or [_text(entry, "author")])


def _language(entry: Any) -> str:
    details = (entry.get(key) for key in ("title_detail", "summary_detail"))
    said = (detail.get("language") for detail in details if isinstance(detail, dict))
    return next((tag for tag in said if isinstance(tag, str) and tag), "")


def _pictures(entry: Any, media: Iterable[Any], enclosures: Iterable[Any]) -> Iterator[Picture]:
    """Yield the pictures of an entry, the best first: the widest that is told as one, then thumbnails."""
    yield from _by_width(one for one in media if _is_picture(one))
    yield from (Picture(_text(one, "href")) for one in enclosures if _is_picture(one))
    yield from _by_width(one for one in entry.get("media_thumbnail") or () if isinstance(one, dict))
    image = entry.get("image")
    yield Picture(_text(image, "href") if isinstance(image, dict) else "")


def _by_width(pictures: Iterable[Any]) -> Iterator[Picture]:
    """Yield those that are not said to be narrow, the widest first."""
    wide = [one for one in pictures if not 0 < _width(one) < SMALL]
    for one in sorted(wide, key=_width, reverse=True):
        yield Picture(_text(one, "url"), _text(one, CAPTION), _text(one, CREDIT))


def _is_picture(one: Any) -> bool:
    kind = f"{_text(one, 'medium')} {_text(one, 'type')}".strip()
    address = (_text(one, "url") or _text(one, "href")).partition("?")[0].lower()
    return kind.startswith(("image", "image/")) or (not kind and address.endswith(_PICTURES))


def _is_media(one: Any) -> bool:
    return _text(one, "type").startswith(_MEDIA) or _text(one, "medium") in ("audio", "video")


def _width(one: Any) -> int:
    width = _text(one, "width")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
