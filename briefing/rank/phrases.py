"""A reader's words and phrases, and which of them a text has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from briefing.errors import ConfigError
from briefing.rank.forms import fold, forms, matcher
from briefing.text.words import UNSPACED

# A word, without the "'s" of possession; or what no phrase goes across: the end of a line or of a sentence,
# which the stop after a short word ("St.", "U.S.") may not be.
_TOKEN = regex.compile(r"['’]s\b|([^\W_]+)|[!?;:…。！？；：\n]|(?<=\w{4})\.(?!\S)")
_WORD = regex.compile(r"['’]s\b|([^\W_]+)")
_UNSPACED = regex.compile(rf"[{UNSPACED}]")
_QUOTED = regex.compile(r"[\"“„«](.+)[\"”“»]")
_REMEMBERED = 50_000  # words of a language whose hits are kept

Hits = frozenset[tuple[int, int]]
"""Words of phrases: each the number of its phrase and its own in it."""
_NONE: Hits = frozenset()
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    """As it is looked for in scripts without spaces, where it is in one."""
    words: tuple[str, ...]
    """As written; none in scripts without spaces."""
    literal: bool
    """Whether its words stand for no other form of theirs."""


class Phrases:
    """Words and phrases that are looked for in texts of any language.

    A word stands for all forms with the same stem, in capitals or not, with accents or without; a phrase is
    its words in a row, within a sentence. What is in quotation marks stands for itself alone. In scripts
    without spaces it is looked for as it is written. Capitals alone tell "WHO" from "who": they count where
    the word would else be one that carries no topic.

    Raises ConfigError for one without a letter or a figure.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = tuple(map(_phrase, phrases))
        self._unspaced = [(n, each.text) for n, each in enumerate(self._phrases) if not each.words]
        self._in: dict[str, Callable[[str], Hits]] = {}

    def __bool__(self) -> bool:
        """Say whether there is anything to look for."""
        return bool(self._phrases)

    def found(self, text: str, language: str) -> frozenset[int]:
        """Return the numbers of the phrases that `text` has."""
        hits_of = self._hits(language)
        plain = _without_typography(text)
        if plain.isascii() and not any(map(hits_of, set(plain.translate(_SPACED).split()))):
            return self._as_written(text)  # so it is with most texts, and told five times as fast
        hits = [hits_of(word) if word else _NONE for word in _TOKEN.findall(text)]
        started = [(phrase, at) for at, here in enumerate(hits) for phrase, place in here if not place]
        spaced = {phrase for phrase, at in started if self._goes_on(phrase, hits, at)}
        return self._as_written(text) | spaced

    def _goes_on(self, phrase: int, hits: Sequence[Hits], at: int) -> bool:
        """Say whether words go on with a phrase whose first is at `at`."""
        run = hits[at : at + len(self._phrases[phrase].words)]
        whole = len(run) == len(self._phrases[phrase].words)
        return whole and all((phrase, place) in here for place, here in enumerate(run))

    def _as_written(self, text: str) -> frozenset[int]:
        folded = fold(text) if self._unspaced and not text.isascii() else ""
        return frozenset(number for number, phrase in self._unspaced if phrase in folded)

    def _hits(self, language: str) -> Callable[[str], Hits]:
        """Return what tells the phrases' words that a word of `language` is a form of."""
        if language not in self._in:
            self._in[language] = lru_cache(maxsize=_REMEMBERED)(self._hits_anew(language))
        return self._in[language]

    def _hits_anew(self, language: str) -> Callable[[str], Hits]:
        wanted = [
            ((number, place), matcher(word, language, phrase.literal))
            for number, phrase in enumerate(self._phrases)
            for place, word in enumerate(phrase.words)
        ]

        def hits(word: str) -> Hits:
            made = forms(word, language)
            return frozenset(key for key, matches in wanted if matches(word, made))

        return hits


def _without_typography(text: str) -> str:
    """Return `text` with spaces for the marks that keep much of English from being ASCII."""
    if not text.isascii():
        for mark in "’‘“”–—…":
            text = text.replace(mark, " ")
    return text


def _phrase(written: str) -> _Phrase:
    quoted = _QUOTED.fullmatch(written.strip())
    bare = quoted[1] if quoted else written
    if _UNSPACED.search(bare):
        return _Phrase(fold(bare.strip()), (), literal=True)
    words = tuple(filter(None, _WORD.findall(bare)))
    if not words:
        raise ConfigError(f"{written!r} has no word that could be looked for: see `interests` and `mute`")
    return _Phrase("", words, bool(quoted))
