"""Step 5: the HTML of a newsletter → every line of text in it, with its looks and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.articles import web_address
from briefing.ingest.limits import MAX_ELEMENTS, MAX_MARKUP, check_size
from briefing.ingest.readers.mail.pieces import SPACES, Bit, Piece, is_rule, pieces_of
from briefing.ingest.readers.mail.styles import Rules, declarations_of, first_look, look, sheet

_UNREAD = frozenset(
    "head script style noscript template svg math select textarea iframe object audio video canvas".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr "
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_EMBEDDED = re.compile(r"data:[^\"'\s)>]{500,}")


def parse(name: str, text: str) -> Any:
    """Return the tree of a message's HTML, None where it has no text.

    Raises SourceError where it is too large.
    """
    from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types

    text = _EMBEDDED.sub("data:,", text)
    check_size(name, len(text), MAX_MARKUP)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise SourceError(name, f"has more than {MAX_ELEMENTS:,} elements: save the newsletter's web page")
    return tree


def outline(tree: Any) -> tuple[Piece, ...]:
    """Return all text of a message in order, what is hidden included."""
    rules = sheet("\n".join(element.text or "" for element in tree.iter("style")))
    return tuple(_Outline(rules).pieces(tree))


class _Outline:
    """A walk over the tree; the looks and the link of each open element are on a stack."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.looks = [first_look(rules)]
        self.links: list[str] = []
        self.blocks: list[bool] = []
        self.bits: list[Bit] = []
        self.ruled = False

    def pieces(self, tree: Any) -> Iterator[Piece]:
        from lxml import etree

        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if element.tag in _UNREAD:
                if event == "start":
                    walk.skip_subtree()
                else:
                    self._add(element.tail)
            elif event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)

    def _start(self, element: Any) -> Iterator[Piece]:
        style = declarations_of(element, self.rules)
        block = _is_block(element, style)
        if block:
            yield from self._flush(element.getparent())
            self.ruled |= element.tag == "hr" or _has_border(style, "top")
        elif element.tag == "br":
            self.bits.append(Bit("\n", self.looks[-1], ""))
        self.looks.append(look(element, self.looks[-1], self.rules))
        self.blocks.append(block)
        url = web_address(element.get("href")) if element.tag == "a" else None
        self.links.append(url or (self.links[-1] if self.links else ""))
        self._add(element.text)

    def _end(self, element: Any) -> Iterator[Piece]:
        if self.blocks.pop():
            yield from self._flush(element)
            self.ruled |= _has_border(declarations_of(element, self.rules), "bottom")
        self.looks.pop()
        self.links.pop()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.bits.append(Bit(SPACES.sub(" ", text), self.looks[-1], self.links[-1] if self.links else ""))

    def _flush(self, element: Any) -> Iterator[Piece]:
        """Yield the paragraphs of the text so far, which stands in `element`."""
        bits, self.bits = self.bits, []
        for piece in pieces_of(bits, element, self.ruled):
            yield piece
            self.ruled = is_rule(piece.text) or (self.ruled and bool(piece.unseen))


def _is_block(element: Any, style: dict[str, str]) -> bool:
    shown = style.get("display", "")
    return element.tag != "br" and (element.tag not in _INLINE or shown in ("block", "table", "list-item"))


def _has_border(style: dict[str, str], side: str) -> bool:
    border = style.get(f"border-{side}", "") if side == "top" or "border-bottom" in style else ""
    return "solid" in border and not border.startswith(("0", "none")) and "transparent" not in border
