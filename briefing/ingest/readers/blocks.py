"""Blocks of a marked-up article, headings, paragraphs and list items → the role of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import groupby

from briefing.ingest.dump.byline import is_byline
from briefing.ingest.dump.furniture import is_furniture, is_teaser
from briefing.ingest.dump.timestamp import timestamp
from briefing.ingest.reading import Role
from briefing.text.dateline import dateline

_MOST_POINTS = 12  # a longer list at the top is the article itself, or a table of contents
_LONGEST_POINT = 400  # characters
# What publishers call the box of their own bullets.
_POINTS = """
    key points|key point|highlights|story highlights|article highlights|key takeaways|takeaways|the key points
    summary|in brief|in short|at a glance|what to know|what you need to know|the essentials|main points|tl;dr
    l'essentiel|l’essentiel|en bref|points clés|les points clés|en résumé|à retenir|ce qu'il faut retenir
    das wichtigste|das wichtigste in kürze|auf einen blick|kurz gefasst|im überblick|in kürze|puntos clave
    claves|lo esencial|en resumen|en breve|in sintesi|in breve|punti chiave|pontos-chave|em resumo|in het kort
    samenvatting|главное|коротко|ключевые моменты|أبرز النقاط|النقاط الرئيسية|要点|ポイント|핵심 요약
"""
_POINT_LABELS = frozenset(label for line in _POINTS.split("\n") for label in line.strip().split("|") if label)


class Form(Enum):
    """What the markup says that a block is."""

    HEADING = "a heading"
    PARAGRAPH = "a paragraph"
    ITEM = "a list item"
    LINK = "a link alone on its line"
    OTHER = "markup"


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it stands in the markup; its text is plain."""

    form: Form
    text: str
    first: int
    """The number of its first line, from 0."""
    last: int
    """The number of the line after its last."""
    level: int = 0
    """1 to 6, of a heading."""
    url: str | None = None
    """Of a link, and of a heading that is one."""
    what: str = ""
    """Of a block of another form: what it is."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its role, and why it has it."""

    block: Block
    role: Role
    reason: str


def place(blocks: Sequence[Block], title: str) -> tuple[Placed, ...]:
    """Give each block of one article its role.

    A list is the publisher's points where it stands before the first paragraph or below a heading that
    says so, if its items could be sentences; where the article has nothing else, a list is its body.
    """
    placed = tuple(_place(blocks, title))
    if any(one.role in (Role.BODY, Role.LEAD) for one in placed):
        return placed
    return tuple(
        Placed(one.block, Role.BODY, "a list, and there is no other text") if one.role is Role.POINT else one
        for one in placed
    )


def published(placed: Sequence[Placed]) -> datetime | None:
    """Return the time that a line of an article gives as its own, if one does."""
    junk = (one.block.text for one in placed if one.role is Role.JUNK)
    return next((found.when for text in junk if (found := timestamp(text)) and found.when), None)


def _place(blocks: Sequence[Block], title: str) -> Iterator[Placed]:
    opening, labelled = True, False
    for form, run in groupby(blocks, key=lambda block: block.form):
        group = list(run)
        if form is Form.ITEM:
            points = (opening or labelled) and _are_points(group)
            where = "below a heading of points" if labelled else "above the first paragraph"
            for block in group:
                yield Placed(block, Role.POINT, f"a list {where}") if points else _list_item(block)
            opening = opening and points
            continue
        for block in group:
            one = _single(block, title)
            labelled = form is Form.HEADING and _names_points(block.text)
            opening = opening and one.role not in (Role.BODY, Role.LEAD)
            yield one


def _single(block: Block, title: str) -> Placed:
    if block.form is Form.HEADING:
        if block.text.casefold() == title.casefold():
            return Placed(block, Role.HEADLINE, "the headline")
        return Placed(block, Role.SUBHEAD, "a heading inside the article")
    if block.form is Form.LINK:
        return Placed(block, Role.LINK, "a link alone on its line")
    if block.form is Form.OTHER:
        if block.text and block.text.casefold() == title.casefold():
            return Placed(block, Role.HEADLINE, "the headline again")
        return Placed(block, Role.JUNK, block.what)
    return _paragraph(block, title)


def _paragraph(block: Block, title: str) -> Placed:
    if block.text.casefold() == title.casefold():
        return Placed(block, Role.HEADLINE, "the headline again")
    if reason := furniture(block.text):
        return Placed(block, Role.JUNK, reason)
    if dateline(block.text):
        return Placed(block, Role.LEAD, "a paragraph that opens with a dateline")
    return Placed(block, Role.BODY, "a paragraph")


def furniture(text: str) -> str | None:
    """Say what a line is that belongs to the page and not to the article; None for any other."""
    if timestamp(text):
        return "a date"
    if is_byline(text):
        return "a byline"
    return "page furniture" if is_teaser(text) or is_furniture(text) else None


def _list_item(block: Block) -> Placed:
    if reason := furniture(block.text):
        return Placed(block, Role.JUNK, reason)
    return Placed(block, Role.BODY, "a list item")


def _are_points(items: Sequence[Block]) -> bool:
    return (
        len(items) <= _MOST_POINTS
        and all(len(item.text.split()) > 2 or len(item.text) > 12 for item in items)
        and all(len(item.text) <= _LONGEST_POINT for item in items)
    )


def _names_points(text: str) -> bool:
    return text.casefold().strip(" :.–—-") in _POINT_LABELS
