"""Step 6: text between the ends of two blocks → lines, each with its looks and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from briefing.ingest.readers.blocks import Form
from briefing.ingest.readers.mail.styles import Look
from briefing.text.clean import clean

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SPACES = re.compile(r"[\s\xa0]+")
# What programs put behind a preheader, so that a list of messages shows nothing else there.
_PADDING = re.compile(
    r"(?:[\u034f\u200b-\u200f\u2007\u00ad\ufeff\u061c\u2060\u115f\u1160\u3164\u17b4\u17b5][\s\xa0\u034f]*){4,}"
)
_INVISIBLE = str.maketrans("", "", "\u034f\u200b\u00ad\ufeff\u2060\u115f\u1160\u3164")
_BULLET = re.compile(r"[•·▪■●○◦‣►▶➤✓–—*-] +(?=[^\W_]|[\"“«(\[])")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔:;,]['\"”’»›)\]]*$")


@dataclass(frozen=True, slots=True)
class Link:
    """Where in a piece a link stands, and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a newsletter: a paragraph, a heading or a list item."""

    text: str
    form: Form
    level: int
    """1 to 6, of a heading."""
    size: float
    """In pixels, of most of its letters."""
    bold: bool
    """Whether all of it is in bold type."""
    lead: int
    """How many of its characters, from the first on, are in bold type or one link, and then some are not."""
    links: tuple[Link, ...]
    unseen: str
    """Why a mail program does not show it; empty for what is seen."""
    ruled: bool
    """Whether a rule stands between it and the line above."""
    element: Any
    """The innermost element that is no inline one."""

    @property
    def linked(self) -> bool:
        """Whether all of it is a link."""
        return bool(self.links) and sum(one.end - one.start for one in self.links) >= len(self.text) - 2

    @property
    def url(self) -> str | None:
        """The first address that it leads to."""
        return self.links[0].url if self.links else None


@dataclass(frozen=True, slots=True)
class Bit:
    """Text between two ends of elements."""

    text: str
    look: Look
    url: str


def pieces_of(bits: list[Bit], element: Any, ruled: bool) -> Iterator[Piece]:
    """Yield the lines of a text that stands in `element`; `ruled` says that a rule stands above it."""
    for line in _paragraphs(bits):
        for piece in _pieces(line, element, ruled):
            yield piece
            ruled = is_rule(piece.text) or (ruled and bool(piece.unseen))


def is_rule(text: str) -> bool:
    """Whether a line is a rule made of signs."""
    return len(text) >= 3 and not any(map(str.isalnum, text))


def _paragraphs(bits: list[Bit]) -> Iterator[list[Bit]]:
    """Part text at its line breaks: at two always, at one where it does not go on with the line above."""
    held: list[Bit] = []
    for gap, line in _lines(bits):
        if held and (gap > 1 or not _goes_on(held[-1], line[0])):
            yield held
            held = []
        held += [Bit(" ", line[0].look, ""), *line] if held else line
    if held:
        yield held


def _lines(bits: list[Bit]) -> Iterator[tuple[int, list[Bit]]]:
    """Yield the lines that have text, each with the number of line breaks above it."""
    line: list[Bit] = []
    gap = breaks = 0
    for bit in (*bits, Bit("\n", Look(), "")):
        if bit.text != "\n":
            # White space at the ends of a line belongs to none of its styles.
            line += [bit] if line or bit.text.strip() else []
            continue
        while line and not line[-1].text.strip():
            line.pop()
        if line:
            yield gap, line
            line, breaks = [], 0
        breaks += 1
        gap = breaks


def _goes_on(above: Bit, below: Bit) -> bool:
    """Whether a line break stands within a paragraph: in mid-sentence, between words of one style."""
    alike = (above.look == below.look) and above.url == below.url
    return alike and not _SENTENCE_END.search(above.text.strip()[-20:]) and below.text.strip()[:1].islower()


def _pieces(bits: list[Bit], element: Any, ruled: bool) -> Iterator[Piece]:
    """Yield what is hidden in a paragraph, and what is seen of it."""
    for hidden in (True, False):
        held = [bit for bit in bits if bool(bit.look.unseen) is hidden]
        if piece := _piece(held, element, ruled):
            yield piece


def _piece(bits: list[Bit], element: Any, ruled: bool) -> Piece | None:
    raw = "".join(bit.text for bit in bits)
    padding = _PADDING.search(raw)
    spans, text = _joined(bits, padding.start() if padding else len(raw))
    if not text:
        return None
    letters: dict[float, int] = {}
    for start, end, bit in spans:
        letters[bit.look.size] = letters.get(bit.look.size, 0) + end - start
    form, level = _form(element)
    mark = _BULLET.match(text) if form is not Form.HEADING else None
    cut = mark.end() if mark else 0
    unseen = next((bit.look.unseen for bit in bits if bit.look.unseen), "")
    return Piece(
        text=text[cut:],
        form=Form.ITEM if mark else form,
        level=level,
        size=max(letters, key=lambda size: letters[size]),
        bold=all(bit.look.bold for start, end, bit in spans if text[start:end].strip()),
        lead=max(_lead(spans, text) - cut, 0),
        links=tuple(Link(max(link.start - cut, 0), link.end - cut, link.url) for link in _links(spans)),
        unseen=unseen or ("a preheader, and what pads it to fill the list of messages" if padding else ""),
        ruled=ruled,
        element=element,
    )


def _joined(bits: list[Bit], limit: int) -> tuple[list[tuple[int, int, Bit]], str]:
    """Return where the text of each bit stands in that of all, and that, cleaned and with single spaces."""
    spans: list[tuple[int, int, Bit]] = []
    parts: list[str] = []
    length = taken = 0
    spaced = True
    for bit in bits:
        text = clean(bit.text[: max(limit - taken, 0)].translate(_INVISIBLE)).replace("\n", " ")
        taken += len(bit.text)
        text = SPACES.sub(" ", text.lstrip() if spaced else text)
        if text:
            spans.append((length, length + len(text), bit))
            parts.append(text)
            length += len(text)
            spaced = text.endswith(" ")
    whole = "".join(parts).rstrip()
    return [(start, min(end, len(whole)), bit) for start, end, bit in spans if start < len(whole)], whole


def _lead(spans: list[tuple[int, int, Bit]], text: str) -> int:
    """Return how far a first run in bold type, or a first link, goes; 0 where it is all or nothing."""
    if not spans:
        return 0
    first = spans[0][2]
    run = 0
    for start, end, bit in spans:
        same = bit.url == first.url if first.url else bit.look.bold
        if not same and text[start:end].strip():
            return run if first.url or first.look.bold else 0
        run = end
    return 0


def _links(spans: list[tuple[int, int, Bit]]) -> Iterator[Link]:
    """Yield the links, what stands in several elements of one as one."""
    for url, run in groupby(spans, key=lambda span: span[2].url):
        if url:
            held = [*run]
            yield Link(held[0][0], held[-1][1], url)


def _form(element: Any) -> tuple[Form, int]:
    """Return what the elements around a text say that it is, up to the cell of the table that it is in."""
    while element is not None and element.tag not in ("td", "table", "body"):
        if element.tag in _HEADINGS:
            return Form.HEADING, int(element.tag[1])
        if element.get("role") == "heading":
            level = element.get("aria-level", "2")
            return Form.HEADING, int(level) if level in "123456" and len(level) == 1 else 2
        if element.tag == "li":
            return Form.ITEM, 0
        element = element.getparent()
    return Form.PARAGRAPH, 0
