"""Which line ends are only where a line was full, and which end a sentence.

A news text has one paragraph a line, so a line end ends a sentence, and a blank line always does. Two things
speak against it. The words: the next line starts with a small letter, or this one ends with a comma or dash.
And the look of text wrapped at a fixed width: lines of up to `_WIDEST` characters, some of which go on with a
small letter (or all of which keep the space at which they were broken); there, a line with no room for the
next one's first word runs on, and its own last mark decides as if a space stood behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_WIDEST = 120
_NARROWEST = 40
_MARKER = re.compile(r"(?:[•⁃◦▪‣●*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]+) *\S")
_OPEN_END = re.compile(r"[,;–—(\[、，のはをがにでともへや]$")
# Marks that belong to the line before.
_STRAY = re.compile(r"[”’»)\]}]|[.,;:!?](?: |$)")
_ENDED = re.compile(r"[.!?…:。！？؟۔।։።]['\"”’»)\]]*$")


def unwrapped(text: str) -> str:
    """Return `text` with each newline that only wraps a line replaced by a space; every offset stays."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joints = ["\n"] * (len(lines) - 1)
    for first, last in _blocks(lines):
        for number, soft in enumerate(_soft(lines[first:last]), first):
            if soft:
                joints[number] = " "
    return "".join(piece for pair in zip(lines, [*joints, ""], strict=True) for piece in pair)


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of two or more lines with no blank line between them."""
    first = 0
    for number, line in enumerate([*lines, ""]):
        if not line or line.isspace():
            if number - first > 1:
                yield first, number
            first = number + 1


def _soft(raw: list[str]) -> list[bool]:
    """Say for each line end within the block whether the sentence runs over it."""
    block = [line.strip(" ") for line in raw]
    pairs = list(pairwise(block))
    width = max(map(len, block))
    if width < _NARROWEST and len(block) > 2 and not any(_ENDED.search(line[-9:]) for line in block):
        return [False] * len(pairs)  # a list of a few words a line
    runs_on = [_runs_on(line, after) for line, after in pairs]
    wrapped = _NARROWEST <= width <= _WIDEST and (
        any(runs_on) or all(line.endswith(" ") for line in raw[:-1])
    )
    return [on or (wrapped and _full(*pair, width)) for on, pair in zip(runs_on, pairs, strict=True)]


def _runs_on(line: str, after: str) -> bool:
    """Say whether the words alone show that the sentence runs over the line end."""
    if _MARKER.match(after):
        return False
    return after[0].islower() or bool(_OPEN_END.search(line[-1])) or bool(_STRAY.match(after))


def _full(line: str, after: str, width: int) -> bool:
    """Say whether the line had no room for the next one's first word."""
    first_word = after.partition(" ")[0]
    return not _MARKER.match(after) and len(line) + 1 + len(first_word) >= 0.85 * width
