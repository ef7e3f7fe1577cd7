"""Plain text in a given number of columns, where wide characters take two and combining ones none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

# Scripts that break anywhere: each character stands alone, with the closing marks that cannot open a line.
_WIDE = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "、。，．：；！？」』】）〉》〕ー…"
_TOKEN = re.compile(rf" |[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+")


def wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield `text` as lines of at most `width` columns, the first indented by `first`, others by `rest`.

    An address is never broken; another word is, where it is longer than a line.
    """
    line, space = first, ""
    indent = first
    for token in _tokens(text, width - max(cell_len(first), cell_len(rest))):
        if token == " ":
            space = " "
        elif line != indent and cell_len(line + space + token) > width:
            yield line
            line, space, indent = rest + token, "", rest
        else:
            line, space = line + space + token if line != indent else line + token, ""
    yield line.rstrip()


def _tokens(text: str, room: int) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if "://" in match[0] or cell_len(match[0]) <= room:
            yield match[0]
        else:
            yield from _pieces(match[0], room)


def _pieces(word: str, room: int) -> Iterator[str]:
    """Cut `word` into pieces of at most `room` columns, but at least one character."""
    piece, used = "", 0
    for character in word:
        wide = cell_len(character)
        if piece and used + wide > room:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + wide
    yield piece
