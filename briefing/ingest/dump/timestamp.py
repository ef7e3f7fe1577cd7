"""Timestamps: when an article was published or updated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from briefing.ingest.dump.timestamp_words import WORDS, ZONES
from briefing.text.months import MONTHS
from briefing.text.places import CITIES

_LONGEST = 120
_LETTER = r"[^\s\d_.,;:!?()\[\]{}|/–—+-]"  # vowel signs, which are no word characters, included
_WORD = re.compile(rf"{_LETTER}+")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)? ?(?:de |of |-)?({_LETTER}{{3,12}}(?: {_LETTER}{{4,6}})?)"
    r"[.,]?(?: de | del |-| ),? ?((?:19|20)\d{2})(?!\d)"
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_LETTER}{{3,12}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<![\d.:/-])([01]?\d|2[0-3]) ?[:.hH時时] ?([0-5]\d)(?:[:.][0-5]\d(?:\.\d{1,6})?)?分?(?![\d:])"
    r"(?: ?([aApP])\.?[mM]\b\.?)?"
)
_OFFSET = re.compile(
    r"(?:(?<=\d)| |GMT ?|UTC ?)([+-])(\d{2}):?(\d{2})(?!\d)|(?:GMT|UTC) ?([+-])(\d{1,2})(?!\d)"
)
_HOUR = re.compile(r"(?<!\d)(1[0-2]|[1-9]) ?[ap]\.?m\b\.?|(?<!\d)\d{1,2} ?(?:uhr|heures|h)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|il y a|vor \d|hace \d|há \d|geleden)\b|назад|منذ|just now", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What a timestamp line says: when, where it gives a whole date, and whether it has a date at all."""

    when: datetime | None
    dated: bool


def timestamp(line: str) -> Timestamp | None:
    """Return the timestamp that `line` consists of, or None where it says anything else besides."""
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    moment = _date(line)
    words = [word.casefold() for word in _WORD.findall(line)]
    dated = bool(moment or _DAY_FIRST.search(line) or any(word in MONTHS for word in words))
    timed = bool(_CLOCK.search(line) or _HOUR.search(line) or _AGO.search(line))
    unknown = sum(word not in WORDS for word in words)
    if not (dated or timed) or unknown > _spare(line):
        return None
    return Timestamp(moment, dated)


def _spare(line: str) -> int:
    """Return how many unknown words a timestamp may have: those of the town in "Oslo, 5 May 2026"."""
    town = re.split(r",| [-–—|·] ", line, maxsplit=1)[0].strip().casefold()
    return len(town.split()) if town in CITIES else 0


def _date(line: str) -> datetime | None:
    """Return the date and time in `line`, aware; the time is midnight where it has none."""
    for pattern, order in (
        (_YEAR_FIRST, "ymd"),
        (_DAY_MONTH, "dmy"),
        (_MONTH_DAY, "mdy"),
        (_DAY_FIRST, "d-my"),
    ):
        if (found := pattern.search(line)) and (parts := _parts(found, order)):
            rest = line[: found.start()] + " " + line[found.end() :].removeprefix("T")
            return _at(*parts, rest)
    return None


def _parts(found: re.Match[str], order: str) -> tuple[int, int, int] | None:
    """Return year, month and day, or None where the month is no month or the order cannot be told."""
    named = dict(zip(order, found.groups(), strict=True))
    month = MONTHS.get(named["m"].casefold(), 0) if not named["m"].isdigit() else int(named["m"])
    day, year = int(named["d"]), int(named["y"])
    if named.get("-") == "/":  # 03/04/2026 is April in most of the world and March in the US
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month:
            return None
    return (year, month, day) if 1 <= month <= 12 else None


def _at(year: int, month: int, day: int, rest: str) -> datetime | None:
    hour = minute = 0
    if clock := _CLOCK.search(rest):
        hour, minute = int(clock[1]), int(clock[2])
        if clock[3] and hour <= 12:
            hour = hour % 12 + (12 if clock[3] in "pP" else 0)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=_zone(rest))
    except ValueError:
        return None


def _zone(rest: str) -> timezone:
    if offset := _OFFSET.search(rest):
        sign = offset[1] or offset[4]
        shift = timedelta(hours=int(offset[2] or offset[5]), minutes=int(offset[3] or 0))
        return timezone(shift if sign == "+" else -shift) if shift < timedelta(hours=24) else UTC
    hours = next((ZONES[word] for word in _WORD.findall(rest.casefold()) if word in ZONES), 0)
    return timezone(timedelta(hours=hours)) if hours else UTC


_LATER = re.compile(
    r"updat|modif|edit|aktual|mis à jour|mise à jour|actuali|atuali|aggiorn|bijgew|обнов|تحديث|更新",
    re.IGNORECASE,
)


def when(lines: Iterable[str]) -> datetime | None:
    """Return the first whole date in the lines; one that says "updated" counts only where no other does."""
    found: list[tuple[bool, datetime]] = []
    for line in lines:
        date = _date(line)
        if date:
            found.append((bool(_LATER.search(line[: len(line) // 2])), date))
    return min(found, key=lambda f: f[0])[1] if found else None
