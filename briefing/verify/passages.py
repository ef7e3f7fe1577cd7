"""Passages: the sentences of a text as words, with what two of them are compared by."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.text.number_words import ONES, TENS
from briefing.text.words import UNSPACED, stemmer
from briefing.verify.cuts import cuts
from briefing.verify.irregular import BASE

Key = Callable[[str], str]

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u200c\u200d"
_REST = r"\d+(?:[.,]\d+)*|[$£€¥%]"
_ACRONYM = r"(?:[A-Za-z]\.)+[A-Za-z]\b"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
# What a word starts with stands first: the engine skips everything else at full speed. Most words come next.
_LATIN = re.compile(rf"(?=[{_LETTER}\d$£€¥%])(?:[{_LETTER}]{{2,}}|{_ACRONYM}|[{_LETTER}]|{_REST})")
_ANY = re.compile(rf"{_ACRONYM}|[{UNSPACED}]|(?:[^\W\d_{UNSPACED}]|[{_MARKS}])+|{_REST}")
_NOT_LATIN = re.compile("[\u0250-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]")

_MOST_KEYS = 100_000


class Passage:
    """A stretch of a text: its words as written, in lower case, and as keys that equal words share."""

    __slots__ = ("_keys", "_of", "_places", "_raw", "_words", "end", "start")

    def __init__(self, text: Text, start: int, end: int) -> None:
        self._of, self.start, self.end = text, start, end
        self._words: list[str] | None = None
        self._keys: list[str] | None = None
        self._places: list[tuple[int, int]] | None = None
        self._raw: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """The words in lower case."""
        if self._words is None:
            self._words = self._of.pattern.findall(self._of.small, self.start, self.end)
        return self._words

    @property
    def raw(self) -> list[str]:
        """The words as written."""
        if self._raw is None:
            self._raw = self._of.pattern.findall(self._of.given, self.start, self.end)
        return self._raw

    @property
    def keys(self) -> list[str]:
        """What each word is compared by: its stem, or the figure that it spells."""
        if self._keys is None:
            self._keys = list(map(self._of.key, self.words))
        return self._keys

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        if self._places is None:
            found = self._of.pattern.finditer(self._of.given, self.start, self.end)
            self._places = [match.span() for match in found]
        return self._places

    def gap(self, i: int) -> str:
        """Return what stands before the word `i`, back to the word before it."""
        places = self.places
        return self._of.given[
            places[i - 1][1] if i else self.start : places[i][0] if i < len(places) else self.end
        ]

    def told(self, i: int, j: int) -> str:
        """Return the words from `i` to before `j` as they are written, on one line."""
        return " ".join(self._of.given[self.places[i][0] : self.places[j - 1][1]].split())

    @property
    def small(self) -> str:
        """The passage in lower case."""
        return self._of.small[self.start : self.end]

    @property
    def text(self) -> str:
        """The passage as written."""
        return self._of.given[self.start : self.end]


class _Keys(dict[str, str]):
    """Keys by word, made when first asked for: a plain dictionary answers faster than a cache."""

    def __init__(self, key: Key) -> None:
        super().__init__()
        self._key = key

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        self[word] = found = self._key(word)
        return found


def _english_key(word: str) -> str:
    """Return what an English word in lower case is compared by: its stem, or the figure that it spells."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    if "." in word:
        return word.replace(".", "")
    if word in ONES and word != "one":
        return str(ONES[word])
    if word in TENS:
        return str(TENS[word])
    stem = stemmer("en")(BASE.get(word, word))
    return stem.replace("our", "or").replace("is", "iz") if len(stem) > 5 else stem


@lru_cache(maxsize=64)
def key_of(language: str) -> Key:
    """Return what takes a word in lower case to what it is compared by in that language."""
    return _Keys(_english_key if language == "en" else stemmer(language)).__getitem__


def pattern_for(text: str) -> re.Pattern[str]:
    """Return the pattern of a word that suits the scripts of `text`."""
    return _LATIN if text.isascii() or not _NOT_LATIN.search(text) else _ANY


class Text:
    """A text, the same in lower case, and how words are found in it and compared."""

    __slots__ = ("given", "key", "pattern", "small")

    def __init__(self, given: str, key: Key) -> None:
        self.given, self.key, self.pattern = given, key, pattern_for(given)
        self.small = given.lower()
        if len(self.small) != len(given):  # a few capitals have two small letters; offsets must stay
            self.small = "".join(c.lower() if len(c.lower()) == 1 else c for c in given)


def passage_of(text: str, language: str) -> Passage:
    """Return all of `text` as one passage."""
    return Passage(Text(text, key_of(language)), 0, len(text))


def passages(text: str, language: str) -> list[Passage]:
    """Return the sentences of `text` that hold a word. The work is linear."""
    whole = Text(text, key_of(language))
    found = (Passage(whole, *cut) for cut in cuts(text, language))
    return [passage for passage in found if passage.words]
