"""Figures in a passage: their value, what they are counted in, and what they count."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.text.number_words import (
    MULTIPLIERS,
    NUMERALS,
    ONES,
    ORDINAL_ENDINGS,
    ORDINALS,
    SHORT_MULTIPLIERS,
    TENS,
    UNITS,
)
from briefing.verify.passages import Passage

_SIGNS = frozenset("$£€¥")
# Between a figure and what it counts: "18 of the people".
_LOOSE = frozenset("of the other more new s".split())
_BEFORE_COUNTED = " -\"'“‘"  # what may stand before it: 11 "militants"
_MINUS = ("-", "−")
_JOINS = frozenset(["-", " ", "–", " and ", ""])


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `words[start:end]` of its passage."""

    value: float
    unit: str
    """What it is counted in, by its name in UNITS, or "th" of an ordinal, "0s" of a decade, or ""."""
    start: int
    end: int

    @property
    def plain(self) -> bool:
        """Whether nothing tells what it is counted in."""
        return not self.unit


def quantities(passage: Passage) -> list[Quantity]:
    """Return the figures of an English passage, in order. The bare word "one" is none."""
    words = passage.words
    found: list[Quantity] = []
    after = 0
    for i, word in enumerate(words):
        if i < after or not (word[0].isdigit() or word in NUMERALS):
            continue
        if quantity := _at(passage, i):
            found.append(quantity)
            after = quantity.end
    return found


def _at(passage: Passage, i: int) -> Quantity | None:
    words = passage.words
    if words[i] in ORDINALS:
        return Quantity(float(ORDINALS[words[i]]), "th", i, i + 1) if words[i] != "second" else None
    value, end = (value_of(words[i]), i + 1) if words[i][0].isdigit() else _spelled(passage, i)
    if value is None:
        return None
    if rank := _rank(passage, value, end):
        return Quantity(*rank[:2], i, rank[2])
    value, end = _multiplied(passage, value, end)
    return Quantity(-value if _is_negative(passage, i) else value, _unit(passage, i, end), i, end)


def _is_negative(passage: Passage, i: int) -> bool:
    """Say whether a minus sign stands right before the figure: "-5", but not "3-5" or "MH-370"."""
    if not any(f"{minus}{passage.words[i]}" in passage.small for minus in _MINUS):
        return False
    before = passage.gap(i)
    return before.endswith(_MINUS) and (before[-2:-1] in " ([" if before[:-1] else i == 0)


def _rank(passage: Passage, value: float, end: int) -> tuple[float, str, int] | None:
    """Return value, unit and end of "21st", "twenty-first" or "1990s", whose figure ends at `end`."""
    word = passage.words[end] if end < len(passage.words) else ""
    if value >= 20 and word in ORDINALS and passage.gap(end) in _JOINS:
        return value + ORDINALS[word], "th", end + 1
    if not (word == "s" or word in ORDINAL_ENDINGS) or passage.gap(end):
        return None
    if word in ORDINAL_ENDINGS:
        return value, "th", end + 1
    return (value, "0s", end + 1) if value % 10 == 0 else None


def value_of(word: str) -> float | None:
    """Return the value of "1,200", "1.2" or "18"; None for what is no figure, such as "1.2.3"."""
    plain = word.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def _spelled(passage: Passage, i: int) -> tuple[float | None, int]:
    """Return the value of the words from `i` and where they end; None for the bare word "one" and plurals."""
    words = passage.words
    word = words[i]
    if word in MULTIPLIERS:
        if word.endswith("s") or (i and words[i - 1] not in ("a", "an", "per", "half")):
            return None, i + 1
        return 1.0, i
    if word in ONES:
        value = float(ONES[word])
        if word == "one" and not (i + 1 < len(words) and words[i + 1] in MULTIPLIERS):
            return None, i + 1
        return value, i + 1
    value, end = float(TENS[word]), i + 1
    if end < len(words) and 0 < ONES.get(words[end], 0) < 10 and passage.gap(end) in _JOINS:
        return value + ONES[words[end]], end + 1
    return value, end


def _multiplied(passage: Passage, value: float, end: int) -> tuple[float, int]:
    """Return the value times the multipliers that follow, plus what stands after "hundred and"."""
    words = passage.words
    while end < len(words) and (times := MULTIPLIERS.get(words[end])):
        if words[end] in SHORT_MULTIPLIERS and (passage.gap(end) or _metres(passage, end)):
            break
        value *= times
        end += 1
        if times not in (100.0, 1000.0) or words[end - 1].endswith("s"):
            continue
        rest = end + (end < len(words) and words[end] == "and")
        if rest < len(words) and (words[rest] in TENS or words[rest] in ONES):
            more, stop = _spelled(passage, rest)
            if more and more < times:
                value, end = value + more, stop
    return round(value, 6), end


def _metres(passage: Passage, i: int) -> bool:
    """Say whether the "m" or "k" at `i` stands for metres, which money is not counted in."""
    return passage.words[i] == "m" and not (i >= 2 and passage.words[i - 2] in _SIGNS)


def _unit(passage: Passage, start: int, end: int) -> str:
    words = passage.words
    if start and words[start - 1] in _SIGNS:
        return words[start - 1]
    if end < len(words):
        if words[end] == "per" and end + 1 < len(words) and words[end + 1] == "cent":
            return "%"
        if words[end] in UNITS and not (len(words[end]) == 1 and words[end].isalpha() and passage.gap(end)):
            return UNITS[words[end]]
    return ""


def counted(passage: Passage, quantity: Quantity) -> str:
    """Return the key of the word that the figure counts: the next one that says something; or ""."""
    for i in range(quantity.end, min(quantity.end + 3, len(passage.words))):
        word = passage.words[i]
        if passage.gap(i).strip(_BEFORE_COUNTED):
            return ""
        if word not in _LOOSE:
            return passage.keys[i]
    return ""
