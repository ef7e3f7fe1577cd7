"""Dates in a passage: years, months, days of the week, and days of a month."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.text.months import MONTHS
from briefing.verify.passages import Passage

_ENGLISH_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
).split()
_MONTHS = {name: MONTHS[name] for name in _ENGLISH_MONTHS}
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat "
    "sun".split()
)
# Months that are words too: what stands beside them tells.
_DOUBTFUL = frozenset(["may", "march", "mar", "sat", "sun", "wed"])
_BEFORE = frozenset(
    "in on last next since until by of early late mid from during this through to every".split()
)


@dataclass(frozen=True, slots=True)
class Time:
    """A date: `words[start:end]` of its passage."""

    kind: str
    """ "year", "month" or "day" (of the week), or "monthday": a day with its month."""
    value: str
    start: int
    end: int


def times(passage: Passage) -> list[Time]:
    """Return the dates of an English passage, in order."""
    found: list[Time] = []
    words = passage.words
    for i, word in enumerate(words):
        if word[0].isdigit():
            if is_year(passage, i):
                found.append(Time("year", word, i, i + 1))
        elif word in _DAYS:
            if word not in _DOUBTFUL:
                found.append(Time("day", word[:3], i, i + 1))
        elif word in _MONTHS and (word not in _DOUBTFUL or _is_month(passage, i)):
            found.append(_month(words, i))
    return found


def spellings(time: Time) -> list[str]:
    """Return the words of which a passage has one wherever it has this date."""
    if time.kind == "year":
        return [time.value]
    if time.kind == "day":
        return [day for day in _DAYS if day.startswith(time.value)]
    month = int(time.value.partition("-")[0])
    return [name for name, number in _MONTHS.items() if number == month]


def is_year(passage: Passage, i: int) -> bool:
    """Say whether the word `i` is a year: four bare digits from 1500 to 2099 that nothing is counted in."""
    word = passage.words[i]
    if len(word) != 4 or not word.isdigit() or not "1500" <= word < "2100":
        return False
    return not (i and passage.words[i - 1] in ("$", "£", "€", "¥"))


def _is_month(passage: Passage, i: int) -> bool:
    words = passage.words
    if not (passage.raw[i][0].isupper() or (i and words[i - 1] in _BEFORE)):
        return False
    if i and (words[i - 1] in _BEFORE or words[i - 1].isdigit() or words[i - 1] in ("st", "nd", "rd", "th")):
        return True
    return i + 1 < len(words) and words[i + 1].isdigit()


def _month(words: list[str], i: int) -> Time:
    month = str(_MONTHS[words[i]])
    if i + 1 < len(words) and _is_day(words[i + 1]):
        return Time("monthday", f"{month}-{int(words[i + 1])}", i, i + 2)
    before = i - 1 - (i > 1 and words[i - 1] in ("st", "nd", "rd", "th", "of"))
    before -= before > 0 and words[before] in ("st", "nd", "rd", "th")
    if before >= 0 and _is_day(words[before]):
        return Time("monthday", f"{month}-{int(words[before])}", before, i + 1)
    return Time("month", month, i, i + 1)


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and word.isascii() and 0 < int(word) <= 31
