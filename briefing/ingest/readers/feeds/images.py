"""Which picture leads an entry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from briefing.ingest.pictures import SMALL, picture
from briefing.ingest.readers.feeds.links import absolute
from briefing.ingest.readers.feeds.plain import plain
from briefing.model import Picture

_READ = 20_000  # characters of an entry in which its picture is looked for
_IMG = re.compile(r"<img\b[^<>]{0,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{3,12})\s{0,9}=\s{0,9}(?:"([^"]{0,4000})"|'([^']{0,4000})')""", re.IGNORECASE
)
_FIGURE_END = re.compile(r"</figure|<figure|<img\b", re.IGNORECASE)
_CAPTION = re.compile(r"<figcaption\b[^<>]{0,500}>(.{0,2000}?)</figcaption", re.IGNORECASE | re.DOTALL)
_NEAR = 4_000  # characters below a picture in which its caption is looked for


def lead_image(stated: Iterable[Picture], markup: str, *bases: str | None) -> Picture | None:
    """Return the first picture that the feed states, else the first in the text, with its caption.

    Narrow ones, those that count readers, and those that stand in the feed itself as data are none.
    """
    for one in (*stated, *_inside(markup[:_READ])):
        url = html.unescape(one.url) if "&amp;" in one.url else one.url
        said = (plain(text, is_html=True) for text in (one.alt, one.credit))
        if found := picture(absolute(url, *bases), *said):
            return found
    return None


def _inside(markup: str) -> Iterator[Picture]:
    for tag in _IMG.finditer(markup):
        said = {name.lower(): one or two for name, one, two in _ATTRIBUTE.findall(tag[0])}
        sizes = [
            int(size)
            for key, least in (("width", SMALL), ("height", SMALL // 2))
            if (size := said.get(key, "")).isdecimal() and len(size) < 6 and int(size) < least
        ]
        if not sizes:
            yield Picture(said.get("src", ""), _caption(markup, tag.end()) or said.get("alt", ""))


def _caption(markup: str, start: int) -> str:
    """Return the caption of the figure in which a picture ends at `start`; empty where it has none."""
    below = markup[start : start + _NEAR]
    end = _FIGURE_END.search(below)
    found = _CAPTION.search(below[: end.start()] if end and end[0].startswith("</") else "")
    return found[1] if found else ""
