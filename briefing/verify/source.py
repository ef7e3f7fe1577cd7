"""A text prepared for many claims about it: its passages, and where each word stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from briefing.text.number_words import MULTIPLIERS, ONES, ORDINALS, TENS
from briefing.verify.cuts import cuts
from briefing.verify.facts.dates import Time, times
from briefing.verify.facts.nations import FORMS, WHOLE
from briefing.verify.facts.quantities import Quantity, quantities, value_of
from briefing.verify.index import Index
from briefing.verify.passages import Passage, Text, key_of
from briefing.verify.vocabulary import UNMET, dull_words, vocabulary_for

ARTICLES = frozenset(["the", "a", "an"])
"""What headlines and summaries leave out."""
_MID_CAPITAL = re.compile(r"[a-z,] [A-Z][a-z]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile("[\"“”„«»'‘’`]+")
_NOT_WORD = re.compile(r"[^\w\s]+")
_BETWEEN = r"\W{1,2}(?:(?:of|the|and|for|on|de|in) ){0,2}"
_SAMPLE = 3_000  # characters: enough to see whether a text writes names with a capital
_US = ("us", "u.s", "u.s.a")  # as words in lower case
_UNITED_STATES = re.compile(r"\bU\.?S\b")


class Source:
    """A text and its words. Every part is made when it is first asked for; all are linear in the text."""

    def __init__(self, text: str, language: str, sentences: Iterable[tuple[int, int]] | None = None) -> None:
        """Take the text; `sentences` are their offsets where they are known."""
        self.text, self.language = text, language
        self.english = language == "en"
        self.key = key_of(language)
        self.dull = dull_words(language)
        self._spelled: dict[str, bool] = {}
        self._quantities: dict[int, list[Quantity]] = {}
        self._figures: dict[float, list[tuple[int, Quantity]]] = {}
        self._times: dict[int, list[Time]] = {}
        self._sentences = sentences

    @cached_property
    def index(self) -> Index:
        """The sentences that hold a word, and where each word stands."""
        text = Text(self.text, key_of(self.language))
        places = cuts(self.text, self.language, self._sentences)
        return Index(text, places, vocabulary_for(text, self.language))

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences that hold a word, in order."""
        return self.index.passages

    @cached_property
    def flat(self) -> str:
        """The text on one line, with single spaces."""
        return " ".join(self.text.split())

    @cached_property
    def bare(self) -> str:
        """The text's words as the characters of its index, English articles left out."""
        words, of_word = self.index.words, self.index.vocabulary.of_word
        for article in ARTICLES if self.english else ():
            words = words.replace(of_word.get(article, UNMET), "")
        return words

    def bare_of(self, words: Iterable[str]) -> str:
        """Return other words in the same way."""
        return self.index.vocabulary.coded(word for word in words if word not in ARTICLES)

    @cached_property
    def letters(self) -> str:
        """What quotations are looked for in: see `quotes.plain`."""
        return plain(self.text)

    @cached_property
    def cased(self) -> bool:
        """Whether the text writes names with a capital."""
        return bool(_MID_CAPITAL.search(self.text, 0, _SAMPLE))

    def has_nation(self, country: str) -> bool:
        """Say whether the text names a country or its people, by the name of the country in `nations`."""
        if any(map(self.index.has, FORMS.get(country, ()))):
            return True
        if country == "america" and any(map(self.index.has, _US)) and _UNITED_STATES.search(self.text):
            return True
        return any(whole == country and self.index.stands(name.split()) for name, whole in WHOLE.items())

    def quantities(self, number: int) -> list[Quantity]:
        """Return the figures of a passage, dates aside."""
        if number not in self._quantities:
            passage = self.passages[number]
            found = quantities(passage) if self.english else []
            dated = {i for time in self.times(number) for i in range(time.start, time.end)} if found else ()
            self._quantities[number] = [q for q in found if q.start not in dated]
        return self._quantities[number]

    def figures(self, value: float) -> list[tuple[int, Quantity]]:
        """Return where a value stands, with the numbers of the passages."""
        if value not in self._figures:
            told = abs(value)
            spelled = [word for word, worth in ONES.items() if worth == told]
            numbers = {*self._joining, *self._written.get(round(told, 6), ()), *self.index.having(spelled)}
            self._figures[value] = [
                (n, q) for n in sorted(numbers) for q in self.quantities(n) if q.value == value
            ]
        return self._figures[value]

    @cached_property
    def _joining(self) -> list[int]:
        """The passages with a word that makes one figure of several words, in order."""
        return self.index.having({*MULTIPLIERS, *TENS, *ORDINALS}) if self.english else []

    @cached_property
    def _written(self) -> dict[float, list[int]]:
        """By the value of a word in digits: the passages that have it."""
        found: dict[float, list[int]] = {}
        for number, passage in enumerate(self.passages):
            for word in _DIGITS.findall(self.text, passage.start, passage.end):
                if (value := value_of(word)) is not None:
                    found.setdefault(round(value, 6), []).append(number)
        return found

    def times(self, number: int) -> list[Time]:
        """Return the dates of a passage."""
        if number not in self._times:
            self._times[number] = times(self.passages[number])
        return self._times[number]

    def spells(self, raw: str) -> bool:
        """Say whether capitals are the initials of words in the text: "BE" of "Bank of England"."""
        initials = raw.replace(".", "")
        if not (raw.isupper() and initials.isalpha() and 1 < len(initials) < 7):
            return False
        if initials not in self._spelled:
            pattern = _BETWEEN.join(rf"{initial}\w+" for initial in initials)
            self._spelled[initials] = bool(re.search(rf"\b{pattern}", self.text))
        return self._spelled[initials]


def plain(text: str) -> str:
    """Return the letters and figures of `text`, case-folded, with one space around each run of them."""
    return f" {' '.join(_NOT_WORD.sub(' ', _MARKS.sub('', text)).casefold().split())} "
