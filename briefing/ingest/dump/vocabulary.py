"""How much two stretches of text have in common: what tells one article from the next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container

from briefing.text.months import MONTHS, WEEKDAYS
from briefing.text.words import stop_words, words

_CALENDAR = WEEKDAYS | set(MONTHS)  # every article has them
_LONGEST = 4_000  # characters of a paragraph that are read
# Vowel signs, which would part a word in two: of Arabic, Hebrew and the scripts of India.
_SIGNS = dict.fromkeys(c for c in range(0x0590, 0x0E00) if unicodedata.category(chr(c)).startswith("M"))
_STEM = 5  # letters: "approves", "approved" and "approval" are one
# A capital inside a sentence: after a word, a comma or nothing but a space.
_NAME = re.compile(r"(?:(?<=[^\W_] )|(?<=[^\W_], ))(?!\d)[^\W\d_][\w’'-]+")

Stems = frozenset[str]


def stemmer(language: str) -> Callable[[str], Stems]:
    """Return what takes a text to the set of its content words' beginnings, in any language."""
    dull = stop_words(language)

    def stems(text: str) -> Stems:
        found = words(text[:_LONGEST].translate(_SIGNS) if not text.isascii() else text[:_LONGEST])
        return frozenset(
            word[:_STEM] for word in found if len(word) > 1 and word not in dull and word not in _CALENDAR
        )

    return stems


def names(text: str) -> Stems:
    """Return the names in `text`: words with a capital in mid-sentence, as stems; no days, no months."""
    found = (name for name in _NAME.findall(text[:_LONGEST]) if name[0].isupper() and len(name) > 2)
    return frozenset(name[:_STEM] for name in map(str.casefold, found) if name not in _CALENDAR)


def overlap(few: Stems, many: Container[str]) -> float:
    """Return which part of `few` is also in `many`, 0 to 1."""
    return sum(stem in many for stem in few) / len(few) if few else 0.0
