"""Step 8: what somebody paid for: blocks that say so themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.mail import words
from briefing.ingest.readers.mail.frame import body_size, stands_out
from briefing.ingest.readers.mail.pieces import Piece

_MARK = re.compile(rf"(?:{words.SPONSORED})", re.IGNORECASE)
_NAME = re.compile(
    r"(?:.*\b(?:with|by|from|von|mit|avec|par|por|da|door)|.*برعاية) (?P<name>.{2,60})", re.IGNORECASE
)
_GENERIC = re.compile(r"(?:our |the )?(?:sponsors?|partners?)\b", re.IGNORECASE)
_TRIM = " \t[](){}<>«»→›|•·*_.!:…–—-"
# How a sponsor's headline among the others says so.
_MARKED = re.compile(
    r".{4,160}[(\[](?:sponsor(?:ed)?|ad|anzeige|werbung|promoted|promo|publicité|publicidad)[)\]]", re.I
)
_LONGEST = 90  # characters
_SHARE = 0.4  # of all text: no block of a sponsor has more
_MOST_IN_BOX = 60  # lines
_MOST = 10  # lines
_MOST_TEXT = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a sponsor's block."""

    lines: range
    mark: str
    """By which words it says so."""


def is_mark(text: str) -> bool:
    """Whether a line says that what follows is paid for ("Together with Acme", "Advertisement")."""
    return len(text) <= _LONGEST and _MARK.fullmatch(text.strip(_TRIM)) is not None


def sponsors(pieces: Sequence[Piece], framed: dict[int, str]) -> Iterator[Block]:
    """Yield the sponsors' blocks, in order; one that is but a picture has its mark alone."""
    done = 0
    size = body_size(pieces)
    most = _SHARE * sum(len(piece.text) for piece in pieces if not piece.unseen)
    for n, piece in enumerate(pieces):
        if n < done or piece.unseen:
            continue
        if is_mark(piece.text):
            done = _box(pieces, n, size, most) or _run(pieces, n, size, framed)
            yield Block(range(n, done), piece.text.strip(_TRIM))
        elif len(piece.text) < 2 * _LONGEST and _MARKED.fullmatch(piece.text):
            done = _box(pieces, n, size, most) or _article(pieces, n, size, framed)
            yield Block(range(n, done), piece.text)


def _box(pieces: Sequence[Piece], n: int, size: float, most: float) -> int | None:
    """Return the end of the element that the mark opens; None where it holds other articles, too.

    `most` is how many characters of text a sponsor's block may have.
    """
    for element in (pieces[n].element, *pieces[n].element.iterancestors()):
        if n and not pieces[n - 1].unseen and _is_in(pieces[n - 1], element):
            return None
        stop, text = n + 1, 0
        while (
            stop < len(pieces) and text <= most and stop - n <= _MOST_IN_BOX and _is_in(pieces[stop], element)
        ):
            text += len(pieces[stop].text)
            stop += 1
        if stop > n + 1:
            return (
                stop if text <= most and stop - n <= _MOST_IN_BOX and _is_one(pieces, n, stop, size) else None
            )
    return None


def _is_in(piece: Piece, element: Any) -> bool:
    return piece.element is element or any(above is element for above in piece.element.iterancestors())


def _is_one(pieces: Sequence[Piece], start: int, stop: int, size: float) -> bool:
    """Whether lines are one block: with one headline above a text at the most."""
    inside = pieces[start + 1 : stop]
    heads = [k for k, piece in enumerate(inside) if stands_out(piece, size)]
    return sum(k + 1 < len(inside) and has_sentence(inside[k + 1].text) for k in heads) < 2


def _run(pieces: Sequence[Piece], n: int, size: float, framed: dict[int, str]) -> int:
    """Return where a block ends that no element holds: at a rule, or at the headline after its text."""
    stop, text = n + 1, 0
    headed = False
    while stop < len(pieces) and stop - n <= _MOST and text <= _MOST_TEXT and stop not in framed:
        piece = pieces[stop]
        if piece.ruled or is_mark(piece.text):
            break
        if stands_out(piece, size):
            if text or headed:
                break
            headed = True
        else:
            text += len(piece.text)
        stop += 1
    return stop if _is_theirs(pieces, n, stop) else n + 1


def _article(pieces: Sequence[Piece], n: int, size: float, framed: dict[int, str]) -> int:
    """Return where the text below a sponsor's headline ends."""
    stop = n + 1
    while stop < len(pieces) and stop not in framed and not pieces[stop].ruled:
        if stands_out(pieces[stop], size):
            break
        stop += 1
    return stop


def _is_theirs(pieces: Sequence[Piece], n: int, stop: int) -> bool:
    """Whether the lines below a mark are the sponsor's: they name it, or no picture stands in between."""
    named = _NAME.fullmatch(pieces[n].text.strip(_TRIM))
    name = named["name"].strip(_TRIM) if named else ""
    if name and not _GENERIC.match(name):
        first = name.split()[0].casefold()
        return any(first in piece.text.casefold() for piece in pieces[n + 1 : stop])
    return stop > n + 1 and not _has_picture(pieces[n].element, pieces[n + 1].element)


def _has_picture(above: Any, below: Any) -> bool:
    """Whether a picture stands between two elements: the advertisement itself."""
    following = above.xpath(
        "(descendant::img | following::img | following::*[self::h1 or self::h2 or self::p])[1]"
    )
    return bool(following) and following[0].tag == "img" and following[0] is not below
