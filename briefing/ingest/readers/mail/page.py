"""A newsletter's lines with all that is known of them, and what an article's lines become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.ingest.readers.blocks import Block, Form
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.mail.frame import calls, is_call, stands_out, tells
from briefing.ingest.readers.mail.item import Item
from briefing.ingest.readers.mail.pieces import Piece
from briefing.ingest.reading import Line, Role

_LABEL = 60  # characters
_TEXT = (Form.PARAGRAPH, Form.ITEM)


@dataclass(frozen=True, slots=True)
class Told:
    """A line's role, its article and why."""

    role: Role
    article: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """A message's lines, and what is known of them all."""

    tree: Any
    pieces: tuple[Piece, ...]
    framed: Mapping[int, str]
    size: float
    subject: str
    view: str | None


def blocks(page: Page, numbers: Sequence[int]) -> list[Block]:
    """Return the lines of an article; short ones above and below its text are no part of that."""
    found = [_block(page, n) for n in numbers]
    told = [n for n, block in enumerate(found) if block.form in _TEXT and tells(block.text)]
    first, last = (told[0], told[-1]) if told else (0, len(found))
    return [
        replace(block, form=Form.OTHER, what="a short line above the text or below it")
        if not first <= n <= last and block.form is Form.PARAGRAPH and len(block.text) < _LABEL
        else block
        for n, block in enumerate(found)
    ]


def _block(page: Page, n: int) -> Block:
    """Return a line of an article as a block; words that only invite to read on are cut off its end."""
    piece = page.pieces[n]
    if n in page.framed:
        return Block(Form.OTHER, piece.text, n, n + 1, what=page.framed[n])
    if is_call(piece):
        return Block(Form.LINK, piece.text, n, n + 1, url=piece.url)
    if stands_out(piece, page.size) and not (piece.linked and has_sentence(piece.text)):
        return Block(Form.HEADING, without_call(piece), n, n + 1, piece.level)
    return Block(
        piece.form if piece.form is not Form.HEADING else Form.PARAGRAPH, without_call(piece), n, n + 1
    )


def without_call(piece: Piece) -> str:
    """Return a line without a last link to read on, or to a source in brackets."""
    last = piece.links[-1] if piece.links else None
    if last is None or not last.start or last.end < len(piece.text) - 3:
        return piece.text
    words, above = piece.text[last.start : last.end], piece.text[: last.start].rstrip()
    bracketed = len(words) < _LABEL and (above.endswith("(") or words.startswith("("))
    return above.rstrip(" (→»—–-|[") if bracketed or calls(words) else piece.text


def without_text(page: Page, item: Item) -> dict[int, Told]:
    """Return the roles of the lines of what has no text, and is no article for that."""
    own = (*((item.head,) if item.head is not None else ()), *item.body)
    return {
        n: Told(Role.LINK, None, "a link without a text of its own")
        if page.pieces[n].linked
        else Told(Role.JUNK, None, "the newsletter's own words, or a headline without a text")
        for n in own
        if n not in page.framed
    }


def has_word(text: str) -> bool:
    """Whether a line has a letter or a figure."""
    return any(map(str.isalnum, text))


def lines(pieces: Sequence[Piece], told: Mapping[int, Told]) -> tuple[Line, ...]:
    """Return every line of a message; those of which nothing is told are the newsletter's own."""
    other = Told(Role.JUNK, None, "the newsletter's own words")
    return tuple(
        Line(n + 1, piece.text, (one := told.get(n, other)).role, one.article, one.reason)
        for n, piece in enumerate(pieces)
    )
