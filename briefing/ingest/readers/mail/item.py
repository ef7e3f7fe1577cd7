"""An article of a newsletter: which of its lines are whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.readers.mail.frame import calls, is_call, tells
from briefing.ingest.readers.mail.pieces import Piece

NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[①-⑳]|\d\ufe0f?\u20e3)\s+|\d{1,2} big things?: ", re.IGNORECASE)
"""How a newsletter numbers its articles."""
_READ = re.compile(r" ?[(\[]\d{1,3}[ -]?min(?:ute)?s?[ -]read[)\]]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a newsletter: the numbers of its lines."""

    head: int | None
    """Of its headline; None where it stands in the line of its text, or there is none."""
    body: tuple[int, ...]
    """Of the others."""
    led: bool = False
    """Whether its only line opens with its headline ("Ferry sails — It is back")."""


def bare_title(title: str) -> str:
    """Return a headline without its number in the newsletter, its full stop and how long it takes to read."""
    bare = _READ.sub("", NUMBERED.sub("", title, count=1) if NUMBERED.match(title) else title)
    return bare.removesuffix(".") if bare.count(".") == 1 else bare


def split_lead(piece: Piece) -> tuple[str, str]:
    """Return the headline that a line opens with, and the rest of it."""
    text = piece.text[piece.lead :].lstrip(" —–:|-")
    return piece.text[: piece.lead].strip(" —–:|-"), text


def text_of(pieces: Sequence[Piece], item: Item) -> str:
    """Return the text of an article, without its headline and what only leads elsewhere."""
    if item.led:
        return split_lead(pieces[item.body[0]])[1]
    lines = [pieces[n].text for n in item.body if not is_call(pieces[n])]
    return "\n".join(lines) if any(map(tells, lines)) else ""


def title_of(pieces: Sequence[Piece], item: Item) -> str:
    """Return an article's headline as it stands."""
    return pieces[item.head].text if item.head is not None else split_lead(pieces[item.body[0]])[0]


def leads_elsewhere(pieces: Sequence[Piece], item: Item) -> bool:
    """Whether an article's headline is a link, or its text ends in one to read on."""
    if item.led or (item.head is not None and pieces[item.head].links):
        return True
    return any(ends_in_call(pieces[n]) for n in item.body)


def ends_in_call(piece: Piece) -> bool:
    """Whether a line is, or ends in, a link that invites to read on."""
    return bool(piece.links) and any(calls(piece.text[one.start : one.end]) for one in piece.links[-1:])


def has_link(pieces: Sequence[Piece], item: Item) -> bool:
    """Whether there is a link in an article's text."""
    return any(pieces[n].links for n in item.body)
