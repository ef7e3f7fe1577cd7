"""Whether one stop ends a sentence, told by the words before and after it."""

from __future__ import annotations

from dataclasses import dataclass

import regex as re

from briefing.text.lexicon import AFTER_HOUR, EXCLAIMED, Lexicon, lexicon
from briefing.text.proposals import proposals

_MARK = r"(?:[\"'“‘«„‹¿¡(\[*_]|[”’»›](?=\w))"
OPENERS = re.compile(rf"(?:{_MARK} ?)*+(?:[–—-]++\ *+{_MARK}*+)?+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEADING = "\"'“‘«„‹([{•⁃◦▪‣●*–—- "
_TRAILING = "\"'”’»›)]} "
_DIVIDERS = re.compile(r"[(\[{\"“‘«„‹/•⁃◦▪‣●—–-]")
# What no sentence starts with.
_CONTINUES = frozenset(",;:)]}%&/+=<>…|.!?")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LABEL = re.compile(r"\d{1,3}|[^\W\d_]|[ivx]{2,4}|[IVX]{2,4}")
_SMALL_WORD = re.compile("[à-öø-ÿ\u1e00-\u1eff]")
_ROMAN = re.compile(r"[IVXLC]+\b")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,3}", re.IGNORECASE)
# Names that keep their small letter at the start of a sentence: iPhone, eBay, al-Jazeera.
_SMALL_NAME = re.compile(r"[a-z]{1,2}[A-Z]|al-[A-Z]")
_SAID = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,4}(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|shouted|"
    r"cried|tweeted|wondered|joked|quipped|exclaimed|recalled|demanded)\b"
)
# A source in brackets after a quotation, and a name in quotation marks between two others.
_SOURCE = re.compile(r"\([^()\n]{1,60}\)[.,;:]")
_NICKNAME = re.compile(r"[\"“'‘][\w .'’-]{1,30}(?<![,.!?])[\"”'’] [^\W\d_]")
_FRONTED = re.compile(r"(?:At|By|On|Around|About|Before|After|Until|From|Since|Between)(?: [^ ]+){1,3}")
# A word is looked for this far back; a longer one decides nothing.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Stops:
    """A text, whose white space is plain, and what its stops are judged by."""

    text: str
    words: Lexicon
    proposed: frozenset[int]
    caseless: bool
    """Whether the text has no capitals, so that a small letter says nothing."""

    @classmethod
    def of(cls, text: str, language: str) -> Stops:
        """Gather what the stops of `text` are judged by."""
        return cls(text, lexicon(language), proposals(text, language), text.islower())

    def ends(self, start: int, at: int, stop: str, closed: bool, after: int) -> bool:
        """Say whether the sentence from `start` ends with `stop` at `at`, the next one starting at `after`.

        `closed` says that closing marks follow the stop.
        """
        place = self._first(after)
        if place < 0:
            return False
        word = self.word(start, at)
        if not word or (closed and _SOURCE.match(self.text, after)):
            return False
        if stop == ".":
            return self._full_stop(start, at, word, after, place)
        if stop[-1] in "!?":
            return self._exclaimed(word, closed, place)
        # Three spaced dots leave words out within a sentence; four end one as well.
        return stop != ". . ."

    def _first(self, after: int) -> int:
        """Return where the next sentence's first word is, behind marks and dashes; -1 if none can start."""
        text, place = self.text, after
        if text[after] in _CONTINUES:
            return -1
        if not text[after].isalnum() and (match := OPENERS.match(text, after)):
            place = match.end()
        first = text[place : place + 1]
        if not first or first in ",;:)]”’»›":
            return -1
        small = first.islower() and not self.caseless and not _SMALL_NAME.match(text, place)
        return -1 if small else place

    def word(self, start: int, at: int) -> str:
        """Return what stands before the stop at `at`, up to a space, a dash or an opening mark."""
        tail = self.text[max(start, at - _REACH) : at].rstrip(_TRAILING)
        word = tail[tail.rfind(" ") + 1 :]
        return word if word.isalpha() else _DIVIDERS.split(word)[-1]

    def starter(self, place: int) -> bool:
        """Say whether the word at `place` opens a sentence rather than goes on with a name."""
        match = WORD.match(self.text, place)
        if match is None:
            return False
        word = match[0].lower()
        if len(word) == 1 and self.text[match.end() : match.end() + 1] == ".":
            return False  # an initial
        return word in self.words.starters or word.partition("'")[0].partition("’")[0] in self.words.starters

    def _exclaimed(self, word: str, closed: bool, place: int) -> bool:
        if word in EXCLAIMED:
            return self.starter(place)
        return not (closed and _SAID.match(self.text, place))

    def _full_stop(self, start: int, at: int, word: str, after: int, place: int) -> bool:
        if word in self.words.known:
            return not self._label(start, at, word) and self._after_abbreviation(
                start, at, word, after, place
            )
        if len(word) > 1 and word.isalpha():
            return self._after_word(word, after, place)
        if self._label(start, at, word):
            return False
        if self.text[place].isdigit():
            return self._before_number(word)
        if self._short_of_sure(word):
            return self._next_opens(after, place)
        return self._after_word(word, after, place)

    def _after_abbreviation(self, start: int, at: int, word: str, after: int, place: int) -> bool:
        words = self.words
        if word in words.titles or word in words.open:
            return False
        if self.text[place].isdigit():
            return self._before_number(word)
        if word in words.hours:
            timed = self.text[max(start, at - len(word) - 2) : at - len(word)].strip()[-1:].isdigit()
            return self._after_hour(start, at, place) if timed else self._next_opens(after, place)
        if word in words.general:
            return self._next_opens(after, place)
        if word in words.numbered and _ROMAN.match(self.text, place):
            return False
        return word in words.last or self._after_word(word, after, place)

    def _next_opens(self, after: int, place: int) -> bool:
        """Say whether the next word opens a sentence, and is not in the quotation marks of a nickname."""
        return self.starter(place) and not (after < place and _NICKNAME.match(self.text, after))

    def _label(self, start: int, at: int, word: str) -> bool:
        """Say whether the word is all there is so far: the "1" of "1. The cause", the "Q" of "Q. Why?"."""
        return (
            at - start < _REACH
            and self.text[start:at].strip(_LEADING) == word
            and bool(_LABEL.fullmatch(word))
        )

    def _short_of_sure(self, word: str) -> bool:
        """Say whether the stop may belong to the word: an initial, "U.S." or an ordinal."""
        if word.isdigit():
            return self.words.ordinals and len(word) < 3
        if len(word) == 1:
            return word.isascii() or not _SMALL_WORD.match(word)
        return bool(_ACRONYM.fullmatch(word))

    def _before_number(self, word: str) -> bool:
        words = self.words
        if word.isdigit():
            return not words.ordinals
        if len(word) == 1 or word in words.numbered or word in words.general or _ACRONYM.fullmatch(word):
            return False
        return not _CONSONANTS.fullmatch(word)

    def _after_hour(self, start: int, at: int, place: int) -> bool:
        """Judge "a.m.": the sentence goes on with a time zone, a day, or when it has only just begun."""
        following = WORD.match(self.text, place)
        if following and following[0].lower() in AFTER_HOUR:
            return False
        return not (at - start < _REACH and _FRONTED.fullmatch(self.text[start:at].strip(_LEADING)))

    def _after_word(self, word: str, after: int, place: int) -> bool:
        """Judge a full stop after what is no abbreviation that we know: sentencex may know it."""
        first = self.text[place]
        if not first.isalpha():
            return not _CONSONANTS.fullmatch(word)
        return self.caseless or after in self.proposed or place in self.proposed or self.starter(place)
