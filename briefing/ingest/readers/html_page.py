"""A page's markup → a tree that is safe to work on, and what the page says of itself outside its text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.articles import moment
from briefing.ingest.limits import MAX_ELEMENTS, MAX_MARKUP, check_size
from briefing.ingest.readers.blocks import Block, Form
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.html_outline import Piece
from briefing.text.language import normalize

_NO_ARTICLE = "holds no article"
# Pictures that a browser saved inside the page: most of its bytes, and none of its words.
_EMBEDDED = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=%]{500,}")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")
_UNSEEN = re.compile(r"font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)", re.IGNORECASE)
_HEADLINE = 200  # characters
_PAIRED = ("article", "main", "section", "div")
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->|^\s*url: (https?://\S+)", re.MULTILINE)
_DATED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_PUBLISHED = (
    '//meta[@property="article:published_time" or @itemprop="datePublished"]/@content',
    '//time[@itemprop="datePublished" or @pubdate]/@datetime',
)


def parse(name: str, text: str) -> Any:
    """Return the page's tree, as lxml has it, without elements that no browser shows.

    Raises SourceError for what is no markup at all, or has more elements than can be worked on in time.
    """
    from trafilatura.utils import load_html

    # What it would log is told as a problem of the source.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = _REFERENCE.sub(_character, _EMBEDDED.sub("data:,", text))
    check_size(name, len(text), MAX_MARKUP)
    whole = "<html" in text[:5_000].lower()
    tree = load_html(text if whole else f"<html><body>{text}</body></html>")
    if tree is None:
        raise SourceError(
            name, f"{_NO_ARTICLE}: it has no readable markup, or its elements are nested too deeply"
        )
    if next(islice(tree.iter(), MAX_ELEMENTS, None), None) is not None:
        raise SourceError(name, f"has more than {MAX_ELEMENTS:,} elements: save the article's own page")
    for element in [*tree.iter("*")]:
        if _UNSEEN.search(element.get("style", "")) and element.getparent() is not None:
            element.drop_tree()
    return tree


def _character(reference: re.Match[str]) -> str:
    """Return a numbered character as browsers read it; nothing for a control, which no tree can hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("cp1252", "ignore")
    return reference[0] if number > 0x1F or number in (9, 10, 13) else ""


def published(tree: Any, day: str | None) -> datetime | None:
    """Return when the page says that it was published; midnight of `day` ("2026-11-20") where it doesn't.

    A time of day is believed from the fields that are meant for it, or from a `<time>` on that very day.
    """
    times = (found for text in _stated(tree) if (found := moment(text)))
    if stated := next(times, None):
        return stated
    if not day:
        return None
    same = (text for text in tree.xpath("//time/@datetime") if text.startswith(day) and len(text) > len(day))
    return next((found for text in same if (found := moment(text))), moment(day))


def _stated(tree: Any) -> Iterator[str]:
    yield from tree.xpath(_PUBLISHED[0])
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        yield from _DATED.findall(script)
    yield from tree.xpath(_PUBLISHED[1])


def saved_from(text: str) -> str | None:
    """Return the address that a browser noted in a comment at the top when it saved the page."""
    note = _SAVED.search(text[:2_000])
    return note[1] or note[2] if note else None


def language(tree: Any, text: str) -> str | None:
    """Return the language that the page declares.

    English is what templates declare by themselves: where the text is long enough to tell, that says nothing.
    """
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return None if normalize(declared) == "en" and len(text) > 200 else declared or None


def headline(tree: Any, title: str, site: str) -> str:
    """Return the page's title without the site's name: its only `h1`, where the title begins with that."""
    first = [" ".join(element.itertext()) for element in tree.xpath("//h1")]
    tops = [" ".join(top.split()) for top in first]
    if len(tops) == 1 and tops[0] and (not title or title.startswith(tops[0])):
        return tops[0]
    bare = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE) if site else title
    return bare or title


def top_line(pieces: Sequence[Piece], kept: Sequence[Block]) -> str:
    """Return what stands for a headline on a page without one: a heading or bold line above its text."""
    prose = {one.text for one in kept if one.form is Form.PARAGRAPH and has_sentence(one.text)}
    opening = [*takewhile(lambda piece: _stands_out(piece) or piece.text not in prose, pieces)]
    lines = [piece.text for piece in opening if piece.bare and _stands_out(piece)]
    return lines[-1] if lines and len(opening) < len(pieces) else ""


def _stands_out(piece: Piece) -> bool:
    bold = piece.bold and not piece.text.endswith((".", ":", ";"))
    return len(piece.text) <= _HEADLINE and (bold or piece.form is Form.HEADING)


def cut_off(text: str) -> bool:
    """Whether a page stops before its end: inside a tag, in mid-text, or with its containers left open.

    A page that closes its body or its root is whole; many that don't are whole too.
    """
    tail = text[-2_000:].lower()
    if "</html" in tail or "</body" in tail or "<html" not in text[:5_000].lower():
        return False
    if not text.rstrip().endswith(">"):
        return True
    lower = text.lower()
    return any(lower.count(f"<{tag}") > lower.count(f"</{tag}") for tag in _PAIRED)
