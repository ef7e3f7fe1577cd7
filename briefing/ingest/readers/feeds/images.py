"""Which picture leads an entry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from briefing.ingest.readers.feeds.links import absolute

_READ = 20_000  # characters of an entry in which its picture is looked for
_IMG = re.compile(r"<img\b[^<>]{0,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{3,12})\s{0,9}=\s{0,9}(?:"([^"]{0,4000})"|'([^']{0,4000})')""", re.IGNORECASE
)
_SMALL = 100  # pixels: what is smaller is an icon, or counts readers
# Pictures that count readers, or are buttons.
_NO_PICTURE = re.compile(
    r"/~r/|/~ff/|/~[a-z]/|feedburner|doubleclick|(?:^|[/._-])(?:pixel|spacer|blank|tracking|beacon|1x1)(?:[/._?-]|$)"
    r"|stats\.wordpress|pixel\.wp|b\.gif|/smil(?:ey|ies)|emoji|gravatar|feedsportal|\.svg(?:$|\?)",
    re.IGNORECASE,
)


def lead_image(stated: Iterable[str], markup: str, *bases: str | None) -> str | None:
    """Return the address of the first picture that the feed states, else of the first in the text.

    Pictures of less than 100 pixels, those that count readers, and those that stand in the feed itself as
    data are none.
    """
    for address in (*stated, *_inside(markup[:_READ])):
        found = absolute(html.unescape(address) if "&amp;" in address else address, *bases)
        if found and not _NO_PICTURE.search(found):
            return found
    return None


def _inside(markup: str) -> Iterator[str]:
    for tag in _IMG.findall(markup):
        said = {name.lower(): one or two for name, one, two in _ATTRIBUTE.findall(tag)}
        sizes = [
            int(size)
            for key in ("width", "height")
            if (size := said.get(key, "")).isdecimal() and len(size) < 6
        ]
        if not any(size < _SMALL for size in sizes):
            yield said.get("src", "")
