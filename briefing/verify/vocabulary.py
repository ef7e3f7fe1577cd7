"""Words as characters: a text in which every word is one character is searched at the speed of a string."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from itertools import count

from briefing.text.words import stop_words
from briefing.verify.facts.function_words import FUNCTION
from briefing.verify.passages import Key, Text, key_of

END = "\n"
"""What stands between the characters of two passages."""
UNMET = "\0"
"""What stands for a word that no text has had so far."""
MARK = "\ufdd0"
"""What is read as the end of a passage: a character that stands for nothing in any text, and in no word."""
FAMILY = 4
"""Letters that words of one family share."""
_MARKS = ".,;:!?()\"'“”‘’"  # around words, part of none
_FIRST = 32  # the first number that is given out
_MOST = 60_000  # stretches that are remembered
_LONGEST = 40  # characters of one
_LONG = 200_000  # characters: a longer text has a vocabulary of its own, which goes when it goes


class _Characters(dict[str, str]):
    """A character for each name, given out when first asked for; beyond a million all share one."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(_FIRST)

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, chr(min(next(self._numbers), sys.maxunicode)))


class Vocabulary(dict[str, str]):
    """By what stands between white space: two characters for each word in it, the word's and its key's.

    Most of a new text is made of stretches that earlier ones had, so it is read without looking for words.
    """

    def __init__(self, pattern: re.Pattern[str], key: Key, dull: frozenset[str]) -> None:
        super().__init__({MARK: 2 * END})
        self._pattern, self._key, self._dull = pattern, key, dull
        self.of_word, self.of_key = _Characters(), _Characters()
        self.families: dict[str, list[str]] = {}
        """By the first letters of a key that says something: the characters of all that share them."""

    def __missing__(self, stretch: str) -> str:
        found = self.get(stretch.strip(_MARKS)) or self._read(stretch)
        if len(stretch) <= _LONGEST and not self.full:
            self[stretch] = found
        return found

    def _read(self, stretch: str) -> str:
        words = self._pattern.findall(stretch)
        return "".join([self.of_word[word] + self._keyed(self._key(word)) for word in words])

    def _keyed(self, key: str) -> str:
        if (found := self.of_key.get(key)) is None:
            found = self.of_key[key]
            if len(key) >= FAMILY and key not in self._dull:
                self.families.setdefault(key[:FAMILY], []).append(found)
        return found

    @property
    def full(self) -> bool:
        """Whether it has grown enough to be dropped for a new one."""
        return len(self) >= _MOST

    def coded(self, words: Iterable[str]) -> str:
        """Return the characters of some words."""
        return "".join([self.of_word.get(word, UNMET) for word in words])


def vocabulary_for(text: Text, language: str) -> Vocabulary:
    """Return what the words of `text` are coded by: all but long texts of a language share one."""
    if len(text.given) > _LONG:
        return Vocabulary(text.pattern, text.key, dull_words(language))
    if _shared(language, text.pattern).full:
        _shared.cache_clear()
    return _shared(language, text.pattern)


@lru_cache(maxsize=16)
def _shared(language: str, pattern: re.Pattern[str]) -> Vocabulary:
    return Vocabulary(pattern, key_of(language), dull_words(language))


def dull_words(language: str) -> frozenset[str]:
    """Return the words in lower case that say nothing of what a text is about."""
    return FUNCTION if language == "en" else stop_words(language)
