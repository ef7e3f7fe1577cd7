"""The forms of a word by which it is known again: without case and accents, and as a stem."""

from __future__ import annotations

from unicodedata import normalize

import regex

from briefing.text.words import stemmer

# Accents, and the points of Arabic and Hebrew, which are written or not; elsewhere vowel signs are letters.
_ACCENTS = regex.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0652\u0670]+")
_UNDIVIDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})
# In Vietnamese the marks are tones and vowels: "ma", "má" and "mạ" are three words.
_TONAL = frozenset(["vi"])
# Hebrew puts its smallest words before others, without a space; Korean hangs its particles on them.
_ATTACHED = {
    "he": regex.compile("^[ובהלמשכ]{1,2}(?=.{3})"),
    "ko": regex.compile("(?<=..)(?:에서는?|에게|으로|까지|부터|[은는이가을를의에로와과도만])$"),
}


def fold(text: str) -> str:
    """Return `text` without case, accents and the difference between wide and narrow letters."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", normalize("NFKD", text.casefold()))
    return normalize("NFKC", bare).translate(_UNDIVIDED)


def composed(word: str) -> str:
    """Return `word` without case, its accents written in one way."""
    return normalize("NFC", word.casefold())


def marked(word: str, language: str) -> bool:
    """Say whether a word has marks without which it would be another."""
    return language in _TONAL and fold(word) != composed(word)


def forms(word: str, language: str) -> frozenset[str]:
    """Return what a word has in common with its other forms: itself and its stem, with accents and without.

    Two words are forms of one where any of theirs are the same.
    """
    stem, lower = stemmer(language), word.lower()
    plain = fold(lower)
    found = {plain, fold(stem(lower)), stem(plain)}
    if language in _ATTACHED:
        found.add(_ATTACHED[language].sub("", plain))
    return frozenset(found)
