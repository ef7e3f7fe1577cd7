"""The pictures in a page's articles: where each lies, what is said of it, and which could lead one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice, pairwise
from typing import Any

from briefing.ingest.pictures import SMALL, picture
from briefing.ingest.readers.feeds.links import absolute
from briefing.model import Picture

MOST = 60
"""Pictures of a page that are looked at."""
_WIDE = 2_000  # pixels: of several sizes the widest up to this one
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


def figures(root: Any, base: str | None) -> Iterator[Picture]:
    """Yield the pictures in an element that could lead an article, those in an article's own first."""
    articles = root.xpath("descendant-or-self::article | descendant::main")
    seen: set[Any] = set()
    for holder in (*articles[:3], *(root.xpath("descendant::figure")[:MOST])):
        for image in islice(holder.iter("img"), MOST):
            if image not in seen and not _is_aside(image, root):
                seen.add(image)
                source = _source(image)
                if _SAVED.match(source):  # beside the page, on the disk of who saved it
                    continue
                if found := picture(absolute(source, base), *_said(image)):
                    yield found


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
