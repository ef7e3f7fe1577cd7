"""Which picture leads a page's article: the one that the page names for it, else the first figure in it.

Sources: the Open Graph protocol (https://ogp.me), schema.org's Article in JSON-LD, HTML's `figure`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice, pairwise
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from briefing.ingest.pictures import SMALL, picture
from briefing.ingest.readers.feeds.links import absolute
from briefing.model import Picture

_READ = 500_000  # characters of a page's JSON that are read
_MOST = 60  # pictures of a page that are looked at
_WIDE = 2_000  # pixels: of several sizes the widest up to this one
_NAMED = (
    ("og:image:secure_url", "og:image:alt"),
    ("og:image", "og:image:alt"),
    ("og:image:url", "og:image:alt"),
    ("twitter:image", "twitter:image:alt"),
    ("twitter:image:src", "twitter:image:alt"),
)
_ARTICLE = re.compile(r"(?:\w*article|blogposting|report\w*)", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:logos?|icons?|avatars?|author|byline|profile|related|recommend\w*|newsletter|promo\w*|advert\w*"
    r"|ads?|sponsor\w*|sidebar|share|social|comments?|menu|nav\w*|footer|breadcrumbs?|teasers?|emoji|badge)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "noscript", "template"))
_WHOLE = frozenset(("article", "main", "body", "html"))
_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
_SAVED = re.compile(r"(?:\./)?[^/:]{1,200}_(?:files|Dateien|fichiers|archivos)/", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,5})(?:\.\d+)?([wx]),?")
_CREDIT = re.compile(r"credit|copyright|photographer|(?:^|[\s_-])(?:source|byline|author)(?:$|[\s_-])", re.I)
_CAPTION = re.compile(r"caption|legende|bildunterschrift", re.IGNORECASE)
# What is added to a file's name for one of its sizes.
_SIZED = re.compile(r"[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|\d+x|scaled|large|medium|full)$", re.IGNORECASE)


def lead_picture(tree: Any, url: str | None, canonical: str | None = None) -> Picture | None:
    """Return the picture that leads the one article of a page, with its caption; None where there is none.

    `url` is where the page was fetched from; of one that was saved, addresses go by its `canonical` one.
    """
    base = absolute(next(iter(tree.xpath("//base/@href")), ""), url) or url or canonical
    inside = [*islice(figures(tree, base), _MOST)]
    for named in _named(tree):
        found = picture(absolute(named.url, base), named.alt, named.credit)
        if found is not None:
            return _captioned(found, inside)
    return next(iter(inside), None)


def figures(root: Any, base: str | None) -> Iterator[Picture]:
    """Yield the pictures in an element that could lead an article, those in an article's own first."""
    articles = root.xpath("descendant-or-self::article | descendant::main")
    seen: set[Any] = set()
    for holder in (*articles[:3], *(root.xpath("descendant::figure")[:_MOST])):
        for image in islice(holder.iter("img"), _MOST):
            if image not in seen and not _is_aside(image, root):
                seen.add(image)
                source = _source(image)
                if _SAVED.match(source):  # beside the page, on the disk of who saved it
                    continue
                if found := picture(absolute(source, base), *_said(image)):
                    yield found


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


def _is_aside(image: Any, root: Any) -> bool:
    """Whether a picture stands beside the article, or is too small to lead it."""
    if is_small(image):
        return True
    for element in (image, *image.iterancestors()):
        if element is root:
            return False
        if element.tag in _OUTSIDE:
            return True
        marks = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag not in _WHOLE and _ASIDE.search(marks):
            return True
    return False


def is_small(image: Any) -> bool:
    """Whether a picture is said to be narrower, or lower, than one that leads an article."""
    return any(
        (size := image.get(key, "").removesuffix("px")).isdecimal() and len(size) < 6 and int(size) < least
        for key, least in (("width", SMALL), ("height", SMALL // 2))
    )


def _source(image: Any) -> str:
    """Return where a picture lies, of several sizes the widest that is of use."""
    holder = next(image.iterancestors("picture"), None)
    others = () if holder is None else holder.iter("source")
    sizes = [
        size
        for element in (image, *islice(others, 10))
        for key in ("srcset", "data-srcset")
        for size in _sizes(element.get(key, "")[:20_000])
    ]
    fitting = [size for size in sizes if size[0] <= _WIDE]
    if fitting:
        return max(fitting, key=lambda size: size[0])[1]
    addresses = (image.get(key, "") for key in _SOURCES)
    return next((one for one in addresses if one and not one.startswith("data:")), "")


def _sizes(srcset: str) -> Iterator[tuple[float, str]]:
    """Yield the widths and addresses of a `srcset`; of densities, twice the usual is a width of 1,200."""
    parts = srcset.split()
    for url, size in pairwise(parts):
        if found := _SIZE.fullmatch(size):
            number = int(found[1])
            yield (number if found[2] == "w" else 600 * number), url.strip(",")


def _said(image: Any) -> tuple[str, str]:
    """Return a picture's caption, else its alternative text, and its credit."""
    caption = next(_captions(image), None)
    if caption is None:
        return image.get("alt", ""), ""
    caption = deepcopy(caption)
    credit = next((one for one in caption.iterdescendants() if _is_credit(one)), None)
    owner = "" if credit is None else _words(credit)
    if credit is not None:
        credit.drop_tree()
    return _words(caption) or image.get("alt", ""), owner


def _captions(image: Any) -> Iterator[Any]:
    """Yield the elements that say what a picture shows: in its figure, or in a box around it alone."""
    boxes = [*image.iterancestors("figure")][:1] or [*filter(_holds_one, islice(image.iterancestors(), 3))]
    for box in boxes:
        yield from box.iter("figcaption")
        yield from (one for one in box.iter("p", "div", "span") if _CAPTION.search(one.get("class", "")))


def _holds_one(element: Any) -> bool:
    """Whether an element is a box around one picture."""
    return len([*islice(element.iter("img"), 2)]) == 1 and len([*islice(element.iter("p"), 4)]) < 4


def _is_credit(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    marks = (element.get(key, "") for key in ("class", "itemprop", "id"))
    return element.tag == "cite" or any(map(_CREDIT.search, marks))


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _captioned(found: Picture, inside: list[Picture]) -> Picture:
    """Return a picture that a page names with what the article's figure of it says."""
    same = next((one for one in inside if _file(one.url) == _file(found.url)), None)
    if same is None:
        return found
    return Picture(found.url, same.alt or found.alt, found.credit or same.credit)


def _file(url: str) -> str:
    """Return the name of a picture's file, whatever its size."""
    return _SIZED.sub("", PurePosixPath(urlsplit(url).path).stem).casefold()
