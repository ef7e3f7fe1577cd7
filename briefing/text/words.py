"""Words, stop words and stems, in any language: from libraries' own lists, with nothing to download."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from unicodedata import category

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words, as a class: each pair of neighbours stands for a word."""
# Vowel signs, points and joiners that stand inside the words of Hindi, Tamil, pointed Hebrew or Arabic, …
_MARKS = "".join(chr(c) for c in range(0x300, 0x1D00) if category(chr(c)) in {"Mn", "Mc"}) + "\u200c\u200d"
_LETTERS = rf"(?:[^\W_{UNSPACED}]+[{_MARKS}]*)+"
_WORD = re.compile(rf"[{UNSPACED}]+|{_LETTERS}(?:['’.,\-]{_LETTERS})*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:['.,\-][a-z0-9]+)*")  # the same, four times as fast
_UNSPACED_RUN = re.compile(rf"[{UNSPACED}]")

_NAMES = {
    "ar": "arabic", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "he": "hebrew", "hu": "hungarian", "it": "italian",
    "ja": "japanese", "ko": "korean", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sk": "slovak", "sv": "swedish", "th": "thai", "uk": "ukrainian",
    "zh": "chinese",
}  # fmt: skip
_STEMLESS = frozenset(["he", "ja", "ko", "sk", "th", "uk", "zh"])
_STEMMED = {code: name for code, name in _NAMES.items() if code not in _STEMLESS} | {
    "ca": "catalan", "et": "estonian", "eu": "basque", "fa": "persian", "ga": "irish", "hi": "hindi",
    "hy": "armenian", "id": "indonesian", "lt": "lithuanian", "ne": "nepali", "sr": "serbian", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip

Stemmer = Callable[[str], str]


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, figures included ("1.2", "covid-19", "l'état").

    In scripts without spaces (Chinese, Japanese, Thai, …) overlapping pairs of characters stand for words.
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    tokens: list[str] = _WORD.findall(text.lower())
    if not _UNSPACED_RUN.search(text):
        return tokens
    found: list[str] = []
    for token in tokens:
        if _UNSPACED_RUN.match(token) and len(token) > 1:
            found += [token[i : i + 2] for i in range(len(token) - 1)]
        else:
            found.append(token)
    return found


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Return the words of `language` that carry no topic, in lower case; empty where no list is known.

    The lists are sumy's (shorter, made for summarizing) and, for other languages, stopwords-iso's.
    """
    listed = files("sumy") / "data" / "stopwords" / f"{_NAMES.get(language)}.txt"
    if listed.is_file():
        return frozenset(map(str.strip, listed.read_text("utf-8").lower().splitlines())) - {""}
    import stopwordsiso

    return (
        frozenset(map(str.lower, stopwordsiso.stopwords(language)))
        if stopwordsiso.has_lang(language)
        else frozenset()
    )


@lru_cache(maxsize=64)
def stemmer(language: str) -> Stemmer:
    """Return what takes a word in lower case to its stem: Snowball, or the word itself elsewhere."""
    if language not in _STEMMED:
        return str
    import Stemmer as snowball

    stem: Stemmer = snowball.Stemmer(_STEMMED[language], 0).stemWord
    return lru_cache(maxsize=50_000)(stem)


def trigrams(tokens: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return all runs of three words."""
    return frozenset(zip(tokens, tokens[1:], tokens[2:], strict=False))


def stems(text: str, language: str) -> list[str]:
    """Return the stems of the words of `text` that are no stop words of `language`, in order."""
    return stems_of(words(text), language)


def stems_of(tokens: Iterable[str], language: str) -> list[str]:
    """Return the stems, in order, of those of `tokens` (in lower case) that are no stop words."""
    dull, stem = stop_words(language), stemmer(language)
    return [stem(token) for token in tokens if token not in dull]
