"""By which forms a word is known again: without case and accents, and as a stem."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
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


def _composed(word: str) -> str:
    """Return `word` without case, its accents written in one way."""
    return normalize("NFC", word.casefold())


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


def matcher(wanted: str, language: str, literal: bool) -> Callable[[str, frozenset[str]], bool]:
    """Return what says whether a word, with its forms, is one of the word that is looked for."""
    plain = fold(wanted)
    if len(wanted) > 1 and wanted.isupper() and wanted.lower() in _small_words(language):
        return lambda word, _forms: word.isupper() and fold(word) == plain
    if language in _TONAL and plain != (exact := _composed(wanted)):
        return lambda word, _forms: _composed(word) == exact
    if literal:
        return lambda word, _forms: fold(word) == plain
    made = forms(wanted, language)
    return lambda _word, forms: not made.isdisjoint(forms)


@lru_cache(maxsize=64)
def _small_words(language: str) -> frozenset[str]:
    """Return the words that carry no topic, of the longest list: French "ai" is on no shorter one."""
    import stopwordsiso

    return frozenset(stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else ())
