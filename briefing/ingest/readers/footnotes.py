"""Footnotes in Markdown: neither the notes nor the marks that point to them are text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,60}\]:")
_MARK = re.compile(r"[ \t]?\[\^[^\]\s]{1,60}\](?!:)")
_INDENTED = re.compile(r"(?: {2}|\t)\s*\S")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def without_footnotes(lines: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return the lines with empty ones in place of notes, without marks, and the numbers of the notes' lines.

    A note ends with its paragraph; indented paragraphs below it are part of it.
    """
    kept: list[str] = []
    notes: set[int] = set()
    in_note = in_code = fresh = False
    for number, line in enumerate(lines):
        in_code ^= bool(_FENCE.match(line))
        if not line.strip():
            fresh = True
        elif not in_code and _NOTE.match(line):
            in_note = True
        elif fresh and in_note:
            in_note = bool(_INDENTED.match(line))
        fresh = fresh and not line.strip()
        if in_note and line.strip():
            notes.add(number)
        kept.append("" if in_note else line if in_code else _MARK.sub("", line))
    return kept, frozenset(notes)
