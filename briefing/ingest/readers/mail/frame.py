"""Step 7: the lines that belong to a newsletter and to none of its articles, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from briefing.ingest.readers.blocks import Form, furniture
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.mail import words
from briefing.ingest.readers.mail.pieces import Piece

_WEB_VIEW = re.compile(rf"(?<!\w)(?:{words.WEB_VIEW})", re.IGNORECASE)
_FOOTER = re.compile(rf"(?<!\w)(?:{words.FOOTER})", re.IGNORECASE)
_CALL = re.compile(rf"(?:{words.CALLS})(?: ?[→»>›⟶▶…]+| ?\.{{3}}|:)?", re.IGNORECASE)
_TRIM = " \t[](){}<>«»→›|•·*_.!:…–—-"
_NOTICE = 160  # characters: what leads to the newsletter's own page is no longer
_LONGEST = 600  # characters of a line of a footer
_TAIL = 0.35  # of all text: no footer is longer
_HEADLINE = 200  # characters
_TEASER = 60  # characters of a sentence that is cut off
_LARGER = 1.15  # times the size of the body: a line in larger type
_ADDRESS = re.compile(r"\d")
_ADDRESS_WORDS = 16

VIEW = "leads to the newsletter's own page"
BELOW = "the newsletter's own: its footer, or what leads to itself"


def body_size(pieces: Sequence[Piece]) -> float:
    """Return the size of most of the letters that are seen, in pixels."""
    letters: dict[float, int] = {}
    for piece in pieces:
        if not piece.unseen:
            letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    return max(letters, key=lambda size: letters[size], default=16.0)


def stands_out(piece: Piece, size: float) -> bool:
    """Whether a line looks like a headline: a heading, or short and bold, larger than the text, or a link."""
    if len(piece.text) > _HEADLINE or is_call(piece) or not any(map(str.isalpha, piece.text)):
        return False
    if piece.form is Form.HEADING:
        return True
    ends = piece.text.endswith((".", ":", ";", "。", "؛", ","))
    if piece.linked:
        return len(piece.text.split()) > 2 or piece.bold or len(piece.text) > 12
    return not ends and (piece.bold or piece.size >= _LARGER * size)


def is_call(piece: Piece) -> bool:
    """Whether a line does no more than invite to read on elsewhere."""
    return piece.linked and calls(piece.text)


def calls(text: str) -> bool:
    """Whether these are words that invite to read on ("Read more →")."""
    return len(text) <= 60 and _CALL.fullmatch(text.strip(_TRIM)) is not None


def tells(text: str) -> bool:
    """Whether a line tells something: a sentence, or as many words of one as a list of stories shows."""
    return has_sentence(text) or len(text) >= _TEASER


def is_web_view(text: str) -> bool:
    """Whether a line leads to the newsletter's own page ("View in browser")."""
    return len(text) <= _NOTICE and _WEB_VIEW.search(text) is not None


def is_footer(text: str) -> bool:
    """Whether a line has the words of a footer; those of an article may have some of them, too."""
    return len(text) <= _LONGEST and _FOOTER.search(text) is not None


def web_view(pieces: Sequence[Piece]) -> str | None:
    """Return the address of the newsletter's own page, where it has one."""
    for piece in pieces:
        for link in piece.links:
            if is_web_view(piece.text[link.start : link.end]):
                return link.url
    return next((piece.url for piece in pieces if piece.links and is_web_view(piece.text)), None)


def frame(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the numbers of the lines that are no part of an article, each with what it is."""
    found: dict[int, str] = {}
    for n, piece in enumerate(pieces):
        if reason := _reason(piece):
            found[n] = reason
    start = _footer(pieces, found)
    return found | {n: found.get(n, BELOW) for n in range(start, len(pieces))}


def is_own(framed: Mapping[int, str]) -> bool:
    """Whether some of the lines are such as only a newsletter has."""
    return any(reason in (VIEW, BELOW) for reason in framed.values())


def _reason(piece: Piece) -> str | None:
    if piece.unseen:
        return piece.unseen
    if not any(map(str.isalnum, piece.text)):
        return "a rule or an ornament"
    if is_web_view(piece.text):
        return VIEW
    if _is_plainly_footer(piece):
        return BELOW
    if is_call(piece):  # "Read more" of an article leads to it
        return None
    return furniture(piece.text)


def _is_plainly_footer(piece: Piece) -> bool:
    """Whether it is a footer's wherever it stands: as a link, as a whole, or by more than one phrase."""
    if not is_footer(piece.text):
        return False
    if any(_FOOTER.search(piece.text[link.start : link.end]) for link in piece.links):
        return not stands_out(piece, piece.size) or len(piece.text) < 40
    hits = {hit.casefold() for hit in _FOOTER.findall(piece.text)}
    return len(hits) > 1 or len(piece.text) < 40 or _FOOTER.match(piece.text) is not None


def _footer(pieces: Sequence[Piece], found: dict[int, str]) -> int:
    """Return where the footer begins: nothing but a little text, and no headline, stands below that line."""
    size = body_size(pieces)
    total = sum(len(piece.text) for n, piece in enumerate(pieces) if n not in found)
    below = 0
    start = len(pieces)
    for n in range(len(pieces) - 1, -1, -1):
        piece = pieces[n]
        if found.get(n) == BELOW:
            start = n
        elif n not in found:
            below += len(piece.text)
            if below > _TAIL * total or _opens_article(pieces, n, size):
                break
    above = takewhile(lambda n: n in found or _is_closing(pieces[n], size), range(start - 1, -1, -1))
    return min(above, default=start) if start < len(pieces) else start


def _opens_article(pieces: Sequence[Piece], n: int, size: float) -> bool:
    """Whether a line is a headline with a text below it that is none of a footer's."""
    if not stands_out(pieces[n], size) or is_footer(pieces[n].text):
        return False
    below = next((piece for piece in pieces[n + 1 : n + 3] if not stands_out(piece, size)), None)
    return below is not None and has_sentence(below.text) and not is_footer(below.text)


def _is_closing(piece: Piece, size: float) -> bool:
    """Whether a line above a footer is an address, or a name in small type."""
    if piece.form is not Form.PARAGRAPH or piece.bold or has_sentence(piece.text) or is_call(piece):
        return False
    short = len(piece.text.split()) <= _ADDRESS_WORDS
    return short and (bool(_ADDRESS.search(piece.text)) or piece.size < size or is_footer(piece.text))
