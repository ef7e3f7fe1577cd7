"""A text prepared for many claims about it: its passages, and where each word stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from briefing.text.number_words import NUMERALS
from briefing.text.words import stop_words
from briefing.verify.facts.dates import CALENDAR, Time, times
from briefing.verify.facts.function_words import FUNCTION
from briefing.verify.facts.nations import NATIONAL, WHOLE, nation
from briefing.verify.facts.quantities import Quantity, quantities
from briefing.verify.passages import Passage, key_of, passages

_MID_CAPITAL = re.compile(r"[a-z,] [A-Z][a-z]")
_DIGIT = re.compile(r"\d")
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
        self.dull = FUNCTION if self.english else stop_words(language)
        self._spelled: dict[str, bool] = {}
        self._sentences = sentences

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences that hold a word, in order."""
        return passages(self.text, self.language, self._sentences)

    @cached_property
    def flat(self) -> str:
        """The text on one line, with single spaces."""
        return " ".join(self.text.split())

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in lower case."""
        return frozenset().union(*(passage.words for passage in self.passages))

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        """By a key: the numbers of the passages with a word that shares it, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for key in {*map(self.key, {*passage.words})}:
                found[key].append(number)
        found.default_factory = None
        return found

    @cached_property
    def joined(self) -> str:
        """All words in lower case, a space before and after each, a line for each passage."""
        return "\n".join([f" {' '.join(passage.words)} " for passage in self.passages])

    @cached_property
    def bare(self) -> str:
        """The same without articles, which headlines and summaries leave out."""
        return without_articles(self.joined) if self.english else self.joined

    @cached_property
    def letters(self) -> str:
        """What quotations are looked for in: see `quotes.plain`."""
        return plain(self.text)

    @cached_property
    def cased(self) -> bool:
        """Whether the text writes names with a capital."""
        return bool(_MID_CAPITAL.search(self.text, 0, _SAMPLE))

    @cached_property
    def families(self) -> str:
        """The keys of every word that says something, a space before each."""
        return f" {' '.join(self.keys.keys() - self.dull)}"

    @cached_property
    def nations(self) -> frozenset[str]:
        """The countries that the text names or whose people it names."""
        found = {nation(word) for word in self.words & NATIONAL if word != "us"}
        if not self.words.isdisjoint(_US) and _UNITED_STATES.search(self.text):
            found.add("america")
        found.update(country for name, country in self._wholes())
        return frozenset(found)

    def _wholes(self) -> list[tuple[str, str]]:
        """Return the countries' names of several words that the text has."""
        return [
            (name, country)
            for name, country in WHOLE.items()
            if self.words.issuperset(name.split()) and f" {name} " in self.joined
        ]

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The figures, dates aside, of each passage that has any, by its number."""
        found = {}
        for number in self._numeric if self.english else ():
            passage = self.passages[number]
            dated = {i for time in self.times.get(number, ()) for i in range(time.start, time.end)}
            if figures := [q for q in quantities(passage) if q.start not in dated]:
                found[number] = figures
        return found

    @cached_property
    def figures(self) -> dict[float, list[tuple[int, Quantity]]]:
        """By a value: where it stands, with the number of its passage."""
        found: defaultdict[float, list[tuple[int, Quantity]]] = defaultdict(list)
        for number, each in self.quantities.items():
            for quantity in each:
                found[quantity.value].append((number, quantity))
        return dict(found)

    @cached_property
    def times(self) -> dict[int, list[Time]]:
        """The dates of each passage that has any, by its number."""
        numbers = sorted(
            {*self._numeric, *(n for name in CALENDAR for n in self.keys.get(self.key(name), ()))}
        )
        return {n: found for n in numbers if (found := times(self.passages[n]))}

    @cached_property
    def _numeric(self) -> list[int]:
        """The passages with a figure in them, in order."""
        return [
            number
            for number, passage in enumerate(self.passages)
            if _DIGIT.search(passage.text) or not NUMERALS.isdisjoint(passage.words)
        ]

    def spells(self, raw: str) -> bool:
        """Say whether capitals are the initials of words in the text: "BE" of "Bank of England"."""
        initials = raw.replace(".", "")
        if not (raw.isupper() and initials.isalpha() and 1 < len(initials) < 7):
            return False
        if initials not in self._spelled:
            pattern = _BETWEEN.join(rf"{initial}\w+" for initial in initials)
            self._spelled[initials] = bool(re.search(rf"\b{pattern}", self.text))
        return self._spelled[initials]


def without_articles(joined: str) -> str:
    """Return words joined by spaces without the English articles among them."""
    return joined.replace(" the ", " ").replace(" a ", " ").replace(" an ", " ")


def plain(text: str) -> str:
    """Return the letters and figures of `text`, case-folded, with one space around each run of them."""
    return f" {' '.join(_NOT_WORD.sub(' ', _MARKS.sub('', text)).casefold().split())} "
