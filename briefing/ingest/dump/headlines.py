"""Headlines that end like sentences: questions, exclamations, lines above a byline or a dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.ingest.dump.kinds import INNER_STOP, Kind, Unit, ends_sentence
from briefing.text.dateline import dateline

_LONGEST = 20  # words
_KICKER = 3  # words: a longer line above is a headline itself
_QUESTIONS = 0.1  # of the paragraphs: where more are questions it is an interview
_CREDITS = (Kind.STAMP, Kind.BYLINE)
_FURNITURE = (Kind.LINK, Kind.FURNITURE, Kind.STAMP, Kind.CLOCK, Kind.BYLINE)


def with_headlines(units: list[Unit]) -> list[Unit]:
    """Return the units; of the one-sentence lines those that are headlines by what stands below are SHORT."""
    full = [i for i, unit in enumerate(units) if unit.kind is not Kind.BLANK]
    for k, i in enumerate(full):
        if units[i].kind is Kind.PROSE and units[i].words <= _LONGEST:
            before = units[full[k - 1]] if k else None
            if _is_headline(units[i], before, [units[j] for j in full[k + 1 : k + 5]]):
                units[i] = replace(units[i], kind=Kind.SHORT)
    return _questions(units, full)


def _is_headline(unit: Unit, before: Unit | None, after: Sequence[Unit]) -> bool:
    if not after or not ends_sentence(unit.text) or dateline(unit.text):
        return False
    first = after[0]
    if INNER_STOP.search(unit.text):
        return first.kind is Kind.BYLINE and before is None
    asks = unit.text.rstrip("\"'”’»")[-1:] in "?!？！؟"
    if asks and first.kind in (Kind.ITEM, Kind.LINK):
        return True
    return _opens(before, first, asks=asks, last=len(after) == 1 and first.words <= unit.words) or (
        _repeated(unit, after)
    )


def _opens(before: Unit | None, first: Unit, *, asks: bool, last: bool) -> bool:
    """Tell whether a headline may stand between `before` and `first`; below another it is a sentence."""
    if before is not None and before.kind is Kind.SHORT and before.words > _KICKER and not asks:
        return False
    if first.kind in _CREDITS or (first.kind is Kind.PROSE and dateline(first.text)):
        return asks or before is None or before.kind is not Kind.PROSE
    return before is None and (asks or first.kind is Kind.LINK) and not last


def _repeated(unit: Unit, after: Sequence[Unit]) -> bool:
    """Tell whether the same line stands again below, with nothing but links and buttons in between."""
    for i, other in enumerate(after):
        if other.text == unit.text:
            return i > 0 and unit.words > 3
        if other.kind not in _FURNITURE:
            return False
    return False


def _questions(units: list[Unit], full: Sequence[int]) -> list[Unit]:
    """Take a lone question above a longer paragraph for a headline; in an interview they stay prose."""
    prose = sum(unit.kind is Kind.PROSE for unit in units)
    found = [i for i, j in pairwise(full) if _asks(units[i]) and _answers(units[i], units[j])]
    for i in found if len(found) <= max(_QUESTIONS * prose, 2) else ():
        units[i] = replace(units[i], kind=Kind.SHORT)
    return units


def _asks(unit: Unit) -> bool:
    return (
        unit.kind is Kind.PROSE
        and unit.text[-1] in "?!？！؟"
        and unit.text[0] not in "\"'“‘«„"
        and 4 <= unit.words <= _LONGEST
        and not INNER_STOP.search(unit.text)
    )


def _answers(question: Unit, following: Unit) -> bool:
    return following.kind in _FURNITURE or (
        following.kind is Kind.PROSE and following.words > 1.5 * question.words and not _asks(following)
    )
