"""Which part of a sentence is somebody's words: nothing inside is changed, and no pronoun is the report's."""

from __future__ import annotations

import re

_ANY = "\"“”„«»‘'"
_DOUBLE = re.compile('["“”„«»]')
# An apostrophe stands between letters, or at the end of a plural; a mark that opens has no letter before it.
_OPENS = re.compile(r"(?<![\w.,!?])['‘](?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of `text` between quotation marks, marks included.

    Double marks pair in turn, whatever their shape; one that is left over reaches to the end. Where there are
    none, single ones count, where both of a pair are there.
    """
    if not any(mark in text for mark in _ANY):
        return ()
    places = [found.start() for found in _DOUBLE.finditer(text)]
    if places:
        ends = [place + 1 for place in places[1::2]]
        return tuple(zip(places[::2], [*ends, len(text)], strict=False))
    return tuple(_single(text))


def quoted(text: str, place: int) -> bool:
    """Say whether the character at `place` is quoted."""
    return any(start <= place < end for start, end in quotations(text))


def _single(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    after = 0
    while opening := _OPENS.search(text, after):
        closing = _CLOSES.search(text, opening.end())
        if closing is None:
            break
        after = closing.end()
        found.append((opening.start(), after))
    return found
