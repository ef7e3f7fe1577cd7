"""The part of a text that shows best what was looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from unicodedata import combining, normalize

_WIDTH = 160  # characters
_LONGEST = 50_000  # characters that are looked through
_MOST = 100  # places of a word that are looked at
_WORD = re.compile(r"\w+")


def snippet(text: str, terms: Sequence[str]) -> str:
    """Return about 160 characters of `text` with the most of the terms, on one line, cut between words."""
    plain, places = _plain(text[:_LONGEST])
    spots = sorted(_spots(plain, terms))
    start = places[_best(spots)] if spots else 0
    begin = max(0, start - _WIDTH // 4)
    if begin:
        begin = _cut(text, begin, start)
    end = min(len(text), begin + _WIDTH)
    if end < len(text):
        end = _cut_back(text, end, max(start, begin + _WIDTH // 2))
    shown = " ".join(text[begin:end].split())
    return f"{'… ' if begin else ''}{shown}{' …' if end < len(text) else ''}"


def _spots(plain: str, terms: Sequence[str]) -> list[tuple[int, str]]:
    """Return where the words of the terms stand, and which."""
    found = {word for term in terms for word in _WORD.findall(_plain(term)[0])}
    return [
        (match.start(), word)
        for word in sorted(found)
        for match in islice(re.finditer(rf"(?:\b|(?<=[^\x00-\u0e00])){re.escape(word)}", plain), _MOST)
    ]


def _best(spots: Sequence[tuple[int, str]]) -> int:
    """Return the first place from which the most different words stand within reach."""

    def reached(number: int) -> int:
        start = spots[number][0]
        return len({word for place, word in spots[number : number + _MOST] if place < start + _WIDTH // 2})

    return spots[max(range(len(spots)), key=lambda number: (reached(number), -number))][0]


def _cut(text: str, begin: int, last: int) -> int:
    """Return the start of the first word from `begin` on."""
    space = text.find(" ", begin, last)
    return space + 1 if space >= 0 else begin


def _cut_back(text: str, end: int, first: int) -> int:
    """Return the end of the last word before `end`."""
    space = text.rfind(" ", first, end)
    return space if space >= 0 else end


def _plain(text: str) -> tuple[str, list[int]]:
    """Return text without capitals and diacritics, and for each of its characters its place in the text."""
    told: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        letters = _letters(character)
        told.append(letters)
        places += [place] * len(letters)
    return "".join(told), places


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    return "".join(c for c in normalize("NFKD", character).casefold() if not combining(c))
