"""What a sentence states, as far as its words show: what it is about, its figures, names, days and sense."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from briefing.follow.word_lists import DENYING, DOUBTING, FATES, MEANINGS, NUMERALS, REPORTING, WEEK
from briefing.text.counts import counts
from briefing.text.months import MONTHS, WEEKDAYS
from briefing.text.number_words import ONES, TENS
from briefing.text.words import stemmer, stop_words, words

_NAME = re.compile(r"[^\W\d_][\w'’\-]*")
_STARTS = re.compile(r"(?:^|[.!?:;«»“”„\"(–—-])\s*$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_NOUNS_IN_CAPITALS = frozenset(["de", "lb"])
LONGEST = 2000
"""Characters of a sentence whose figures are read: what is longer is no sentence."""
_REACH = 3  # words between "said" and "on Tuesday"
DENIED, DOUBTFUL = "denied", "doubtful"
_NONE: frozenset[str] = frozenset()
_TO_BE = frozenset((verb, "to") for verb in ("is", "are", "was", "were"))
_NOT_TOLD = frozenset(["today", "yesterday", "tomorrow"])


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as the things that make it new where they are."""

    content: frozenset[str]
    """What it is about: stems, words of one meaning under one name; without figures, days and who reports."""
    figures: frozenset[str | float]
    names: frozenset[str]
    """Stems of what is written as a name; in scripts without capitals none."""
    days: frozenset[str]
    """Days of the week, by their dates where those can be told, but those on which something was said."""
    turns: frozenset[str]
    """What of the content is a turn of events."""
    sense: frozenset[str]
    """DENIED and DOUBTFUL, where it is."""
    measures: frozenset[tuple[str, str | float]] = frozenset()
    """Figures with the word behind each: ("hour", 2.0)."""
    counts: frozenset[tuple[str, float]] = frozenset()
    """What it counts, and how many; in English."""

    @property
    def anchors(self) -> frozenset[str | float]:
        """Its figures and days, which tell an event from others like it."""
        return self.figures | self.days

    @property
    def fates(self) -> frozenset[str]:
        """What befell people, of whom there may be more tomorrow."""
        return self.turns & FATES


@lru_cache(maxsize=20_000)
def statement(text: str, language: str, on: date | None = None) -> Statement:
    """Return what a sentence states that was published on a day; without it days keep their names."""
    tokens = words(text)
    days = {i for i, token in enumerate(tokens) if token in WEEKDAYS and len(token) > 2}
    figures = {i: value for i, token in enumerate(tokens) if (value := figure(token, language)) is not None}
    sense = frozenset(_sense(tokens, language))
    ahead = DOUBTFUL in sense
    counted = language == "en" and len(text) <= LONGEST
    content = frozenset(_content(tokens, language, days | figures.keys()))
    measures = ((_unit(tokens, i, value, language), value) for i, value in figures.items())
    return Statement(
        content,
        frozenset(figures.values()),
        frozenset(_names(text, language)),
        frozenset(_day(tokens[i], on, ahead) for i in days if not _reported(tokens, i, language)),
        frozenset(term for term in content if term.startswith("!")),
        sense,
        frozenset(measures),
        frozenset((c.kind, c.value) for c in counts(text)) if counted else frozenset(),
    )


def vocabulary(text: str, language: str) -> Iterator[str]:
    """Yield all that `names` of a statement may be compared with."""
    stem = stemmer(language)
    return (stem(token) for token in _tokens(text))


def _tokens(text: str) -> Iterator[str]:
    for token in words(text):
        yield from token.replace("’", "'").removesuffix("'s").split("-")


def _content(tokens: Sequence[str], language: str, left_out: Collection[int] = ()) -> Iterator[str]:
    dull, stem, meanings = stop_words(language), stemmer(language), MEANINGS.get(language, {})
    reporting = REPORTING.get(language, _NONE)
    for i, token in enumerate(tokens):
        if i in left_out or token in reporting or token in _NOT_TOLD:
            continue
        word = token.replace("’", "'").removesuffix("'s")
        if word in meanings:
            yield meanings[word]
        elif word not in dull:
            yield stem(word)


def figure(token: str, language: str) -> str | float | None:
    """Return the value of a figure, or what stands for it; None for another word."""
    if token[0].isdigit():
        plain = (
            token.replace(",", "").replace(".", "") if _GROUPED.fullmatch(token) else token.replace(",", ".")
        )
        try:
            return float(plain)
        except ValueError:
            return plain
    if language != "en":
        value = NUMERALS.get(language, {}).get(token)
        return None if value is None else float(value)
    if token in TENS:
        return float(TENS[token])
    tens, _, ones = token.partition("-")
    if tens in TENS and ones in ONES:
        return float(TENS[tens] + ONES[ones])
    return float(ONES[token]) if ONES.get(token, 0) > 1 else None


def _day(name: str, on: date | None, ahead: bool) -> str:
    """Return the date of the last day of that name, or of the next where it is still ahead."""
    if on is None or name not in WEEK:
        return name
    away = (WEEK[name] - on.weekday()) % 7
    return (on + timedelta(away if ahead or not away else away - 7)).isoformat()


def _reported(tokens: Sequence[str], day: int, language: str) -> bool:
    """Return whether a day is that on which something was said."""
    reporting = REPORTING.get(language, _NONE)
    return any(token in reporting for token in tokens[max(0, day - _REACH) : day])


def _unit(tokens: Sequence[str], place: int, value: str | float, language: str) -> str:
    """Return the word behind a figure, if it says anything; a year has none."""
    if tokens[place].isdigit() and isinstance(value, float) and 1000 <= value < 2100:
        return ""
    return next(_content(tokens[place + 1 : place + 2], language), "")


def _sense(tokens: Sequence[str], language: str) -> Iterator[str]:
    if not DENYING.get(language, _NONE).isdisjoint(tokens) or any(t.endswith(("n't", "n’t")) for t in tokens):
        yield DENIED
    to_be = language == "en" and any(pair in _TO_BE for pair in pairwise(tokens))
    if to_be or not DOUBTING.get(language, _NONE).isdisjoint(tokens):
        yield DOUBTFUL


def _names(text: str, language: str) -> Iterator[str]:
    """Yield the stems of words in capitals, but for one that opens a sentence or stands for a noun."""
    stem, dull = stemmer(language), stop_words(language)
    found = list(_NAME.finditer(text))
    capital = [word[0][0].isupper() and word[0].lower() not in dull for word in found]
    for i, word in enumerate(found):
        beside = any(
            capital[j] and text[found[k].end() : found[k + 1].start()] == " "
            for j, k in ((i - 1, i - 1), (i + 1, i))
            if 0 <= j < len(found)
        )
        alone_enough = language not in _NOUNS_IN_CAPITALS and not _STARTS.search(
            text[max(0, word.start() - 3) : word.start()]
        )
        if capital[i] and (beside or alone_enough):
            for token in _tokens(word[0]):
                if token not in WEEKDAYS and token not in MONTHS:
                    yield stem(token)
