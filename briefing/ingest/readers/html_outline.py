"""A page's markup → every piece of text in it, in order, each with what its elements say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.ingest.readers.blocks import Block, Form
from briefing.ingest.readers.html_blocks import lines

_UNREAD = frozenset(
    "head script style noscript template svg math select textarea iframe object audio video canvas".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meter nobr "
    "output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_BOLD = frozenset(("b", "strong"))
_SPACES = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or list item of a page."""

    form: Form
    text: str
    level: int
    """1 to 6, of a heading."""
    element: Any
    """The innermost element that is no inline one."""
    linked: bool
    """Whether some of it is a link."""
    bare: bool
    """Whether some of it is no link."""
    bold: bool
    """Whether all of it is in bold type."""

    def block(self) -> Block:
        """Return it as a block of an article; a mere link is no part of one."""
        if self.linked and not self.bare and self.form is not Form.HEADING:
            return Block(Form.OTHER, self.text, 0, 1, what="nothing but a link to another page")
        return Block(self.form, self.text, 0, 1, self.level)

    def within(self) -> tuple[Any, ...]:
        """Return the elements that it is in, the innermost first."""
        return (self.element, *self.element.iterancestors())


class _Run:
    """Text between two ends of blocks."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.linked = self.bare = self.bold = self.plain = False

    def add(self, text: str | None, *, link: bool, bold: bool) -> None:
        if text and text.strip():
            self.linked |= link
            self.bare |= not link
            self.bold |= bold
            self.plain |= not bold
        self.texts.append(_SPACES.sub(" ", text or ""))

    def ends_at_break(self) -> bool:
        """Whether a line break here ends a block: a second one does, and one after a line in bold type."""
        return (self.bold and not self.plain) or "\n" in "".join(self.texts[-2:])

    def pieces(self, element: Any) -> Iterator[Piece]:
        """Yield the run's paragraphs as what its element says they are."""
        text = "".join(self.texts)
        if not text.strip():
            return
        while element.tag in _INLINE and element.getparent() is not None:
            element = element.getparent()
        tags = [element.tag, *(above.tag for above in element.iterancestors())]
        heading = next((tag for tag in tags if tag in _HEADINGS), None)
        form = Form.HEADING if heading else Form.ITEM if "li" in tags else Form.PARAGRAPH
        for line in [" ".join(text.split())] if heading else lines(text):
            level = int(heading[1]) if heading else 0
            yield Piece(form, line, level, element, self.linked, self.bare, not self.plain)


def outline(root: Any) -> Iterator[Piece]:
    """Yield all text below an element that a browser shows, in order; blocks end where their elements do."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    run, link, bold = _Run(), 0, 0
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        starts, tag = event == "start", element.tag
        unread = event in ("comment", "pi") or _is_unread(element)
        link += (starts - (event == "end")) * (tag == "a")
        bold += (starts - (event == "end")) * (tag in _BOLD)
        above = element.getparent() if starts else element
        if not unread and tag not in _INLINE and (tag != "br" or (starts and run.ends_at_break())):
            yield from run.pieces(element if above is None else above)
            run = _Run()
        elif tag == "br" and starts:
            run.texts.append("\n")
        if starts and unread:
            walk.skip_subtree()
        elif starts or element is not root:
            run.add(element.text if starts else element.tail, link=link > 0, bold=bold > 0)


def _is_unread(element: Any) -> bool:
    style = element.get("style", "")
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in _UNREAD or hidden or bool(style and _HIDDEN.search(style))
