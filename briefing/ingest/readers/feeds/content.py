"""The markup of an entry → its paragraphs, and whether they are the article or announce it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.readers.blocks import place
from briefing.ingest.readers.feeds.endings import is_mark, signs_off, to_last_sentence, without_mark
from briefing.ingest.readers.html_blocks import lines
from briefing.ingest.readers.html_outline import Piece, outline
from briefing.ingest.readers.html_page import parse
from briefing.ingest.reading import Role

ARTICLE = 1_200
"""Letters below which a description is a teaser: some 200 words. Those of Chinese, Japanese and Korean count
twice."""
CONTENT = 400
"""Letters below which even what the feed calls the content is a teaser."""
CUT = 4_000
"""Letters below which a text that ends in "…" or "Read more" is a teaser; a longer one is an article that
ends so. One that ends in "[…]" is cut off whatever its length."""

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_FRAME = (
    "//nav | //footer | //button | //figcaption | //form[not(.//p)] | //pre | //table[not(.//p)]"
    ' | //*[contains(@class, "twitter-tweet") or contains(@class, "instagram-media")]'
)
# Boxes that sites and their plug-ins put around a text in the feed itself; longer ones are text.
_BOX = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharedaddy|social|relatedposts?|jp-relatedposts|newsletter|subscribe|signup|"
    r"feedflare|caption|wp-caption-text|advert|advertisement|promo|sponsor|screen-reader-text|tags|byline)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_BOX_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an entry."""

    text: str = ""
    points: tuple[str, ...] = ()
    cut: int = 0
    """0 for a text that is whole by its look, 1 for one that ends in "…" or "Read more", 2 in "[…]"."""

    @property
    def weight(self) -> int:
        """How many letters it has; wide ones count twice."""
        return len(self.text) + len(_WIDE.findall(self.text))


def content(name: str, html: str, title: str) -> Content:
    """Return what stands in an entry's markup: paragraphs, the publisher's points, and whether it is cut off.

    Left out are captions, buttons, share boxes, bylines, mere links, code and tables, and the line that says
    where a post appeared first. Raises SourceError for markup of too many elements.
    """
    if "<" not in html and "&" not in html:
        return _whole(lines(html), ())
    if not (html.strip() and (tree := _tree(name, html)) is not None):
        return Content()
    pieces = [*_pieces(tree)]
    placed = place([piece.block() for piece in pieces], title)
    body = [one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD)]
    points = tuple(one.block.text for one in placed if one.role is Role.POINT)
    # A line that is but a link is no part of the text; this one tells what the text is.
    linked = any(is_mark(piece.text) for piece in pieces[-3:])
    return _whole(body, points, cut=int(linked))


def is_teaser(found: Content, *, is_content: bool) -> bool:
    """Tell whether a text announces an article, by its length and its end: see the figures above."""
    if found.cut and (found.cut > 1 or found.weight < CUT):
        return True
    return found.weight < (CONTENT if is_content else ARTICLE)


def _tree(name: str, html: str) -> Any:
    try:
        return parse(name, f"<div>{html}</div>")
    except SourceError as error:
        if "elements:" in error.message or "larger" in error.message:
            raise
        return None


def _pieces(tree: Any) -> Iterator[Piece]:
    frame = set(tree.xpath(_FRAME))
    for element in tree.xpath("//*[@class]"):
        if _BOX.search(element.get("class")) and len(element.text_content()) < _BOX_LETTERS:
            frame.add(element)
    for piece in outline(tree):
        if frame and not frame.isdisjoint(piece.within()):
            continue
        if not signs_off(piece.text):
            yield piece


def _whole(body: list[str], points: tuple[str, ...], cut: int = 0) -> Content:
    """Take the marks of a cut off the end of a text, and with them the sentence that they cut."""
    while body:
        body[-1], found = without_mark(body[-1])
        cut = max(cut, found)
        if body[-1].strip():
            break
        body.pop()
    return Content("\n".join(to_last_sentence(body) if cut else body), points, cut)
