"""What sentencex proposes as sentence boundaries, in any of its languages."""

from __future__ import annotations

import re

# sentencex looks each boundary up among all quotations of a paragraph, which is quadratic, and lets a mark
# that nobody closed swallow the rest; so it is given short pieces without marks. The margin on either side
# gives the boundaries near a cut their context.
_PIECE = 2000
_MARGIN = 120
_MARKS = '"“”„‟‘’‚‛«»‹›「」『』《》()[]{}<>（）`\0'
_QUOTES = re.compile(r"'(?:(?!\w)|(?<!\w'))")  # no apostrophes
_SURROGATES = re.compile("[\ud800-\udfff]")
_STOPS = re.compile(r"[.!?…]+\s+")


def proposals(text: str, language: str) -> frozenset[int]:
    """Return the offsets at which sentencex starts a new sentence of `text`, whose white space is plain.

    `language` is two or three letters. On a piece that it fails on, each stop before white space counts.
    """
    bare = _bare(text)
    found: list[int] = []
    for start in range(0, len(bare), _PIECE):
        low, end = max(0, start - _MARGIN), start + _PIECE
        starts = (low + offset for offset in _starts(bare[low : end + _MARGIN], language))
        found.extend(at for at in starts if start < at <= end)
    return frozenset(found)


def _bare(text: str) -> str:
    """Return `text` with a space for each quotation mark or bracket, in code that UTF-8 can hold."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    text = _QUOTES.sub(" ", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def _starts(piece: str, code: str) -> list[int]:
    from sentencex import segment

    try:
        parts: list[str] = segment(code, piece)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # not an Exception, and has no public name
            raise
        return [match.end() for match in _STOPS.finditer(piece)]
    starts, offset = [], 0
    for part in parts[:-1]:
        offset += len(part)
        starts.append(offset)
    return starts
