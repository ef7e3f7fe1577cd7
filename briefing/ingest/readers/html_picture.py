"""Which picture leads a page's article: the one that the page names for it, else the first figure in it.

Sources: the Open Graph protocol (https://ogp.me), schema.org's Article in JSON-LD, HTML's `figure`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from briefing.ingest.pictures import picture
from briefing.ingest.readers.feeds.links import absolute
from briefing.ingest.readers.html_figures import MOST, figures
from briefing.model import Picture

_READ = 500_000  # characters of a page's JSON that are read
_NAMED = (
    ("og:image:secure_url", "og:image:alt"),
    ("og:image", "og:image:alt"),
    ("og:image:url", "og:image:alt"),
    ("twitter:image", "twitter:image:alt"),
    ("twitter:image:src", "twitter:image:alt"),
)
_ARTICLE = re.compile(r"(?:\w*article|blogposting|report\w*)", re.IGNORECASE)
# What is added to a file's name for one of its sizes.
_SIZED = re.compile(r"[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|\d+x|scaled|large|medium|full)$", re.IGNORECASE)


def lead_picture(tree: Any, url: str | None, canonical: str | None = None) -> Picture | None:
    """Return the picture that leads the one article of a page, with its caption; None where there is none.

    `url` is where the page was fetched from; of one that was saved, addresses go by its `canonical` one.
    """
    base = absolute(next(iter(tree.xpath("//base/@href")), ""), url) or url or canonical
    inside = [*islice(figures(tree, base), MOST)]
    for named in _named(tree):
        found = picture(absolute(named.url, base), named.alt, named.credit)
        if found is not None:
            return _captioned(found, inside)
    return next(iter(inside), None)


def _named(tree: Any) -> Iterator[Picture]:
    """Yield the pictures that a page names in its head."""
    said: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]")[:400]:
        key = (meta.get("property") or meta.get("name") or "").strip().lower()
        said.setdefault(key, meta.get("content"))
    for name, alt in _NAMED:
        if name in said:
            yield Picture(said[name], said.get(alt, ""))
    for script in tree.xpath('//script[@type="application/ld+json"]/text()')[:20]:
        if len(script) <= _READ:
            yield from _in_json(str(script))
    for link in tree.xpath('//link[@rel="image_src"]/@href')[:1]:
        yield Picture(str(link))


def _in_json(text: str) -> Iterator[Picture]:
    """Yield the pictures of the articles that JSON-LD tells of."""
    try:
        pending = [json.loads(text, strict=False, parse_int=str)]
    except (ValueError, RecursionError):
        return
    for _ in range(1_000):
        if not pending:
            return
        one = pending.pop(0)
        if isinstance(one, list):
            pending[:0] = one[:100]
        elif isinstance(one, dict):
            kinds = one.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names):
                yield from _stated(one.get("image"))
            pending += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _stated(image: Any) -> Iterator[Picture]:
    """Yield the pictures of an article's "image": an address, an object, or a list of them."""
    several = image if isinstance(image, list) else [image]
    for one in several[:10]:
        if isinstance(one, str):
            yield Picture(one)
        elif isinstance(one, dict):
            url = one.get("url") or one.get("contentUrl") or one.get("@id")
            url = url[0] if isinstance(url, list) and url else url
            if isinstance(url, str):
                yield Picture(url, _text(one, "caption", "description"), _text(one, "creditText", "creator"))


def _text(holder: dict[str, Any], *keys: str) -> str:
    for key in keys:
        value = holder.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _captioned(found: Picture, inside: list[Picture]) -> Picture:
    """Return a picture that a page names with what the article's figure of it says."""
    same = next((one for one in inside if _file(one.url) == _file(found.url)), None)
    if same is None:
        return found
    return Picture(found.url, same.alt or found.alt, found.credit or same.credit)


def _file(url: str) -> str:
    """Return the name of a picture's file, whatever its size."""
    return _SIZED.sub("", PurePosixPath(urlsplit(url).path).stem).casefold()
