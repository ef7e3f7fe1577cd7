"""Dates as feeds and mails write them, in whatever form → a moment.

A feed's date is ISO 8601 or RFC 822 by its specification and anything at all in practice: asctime, seconds
since 1970, names of months in other languages, zones of no standard.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from briefing.text.clean import one_line
from briefing.text.months import MONTHS

_LONGEST = 100  # characters
# Minutes from UTC. Of names that several zones bear: India's IST, North America's CST, as RFC 822 has it.
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "cat": 120, "sast": 120, "eest": 180, "eat": 180,
    "msk": 180, "мск": 180, "trt": 180, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "ict": 420,
    "wib": 420, "hkt": 480, "sgt": 480, "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570,
    "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "adt": -180,
    "ndt": -150, "nst": -210, "ast": -240, "edt": -240, "et": -300, "est": -300, "cdt": -300, "ct": -360,
    "cst": -360, "mdt": -360, "mt": -420, "mst": -420, "pdt": -420, "pt": -480, "pst": -480, "akdt": -480,
    "akst": -540, "hst": -600,
}  # fmt: skip
_NAMED_ZONE = re.compile(r"\[[\w/+-]{1,40}\]$")  # Java writes it after the offset
_EASTERN_DAY = re.compile(r"(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]")
_EASTERN_CLOCK = re.compile(r"(오전|오후|午前|午後|上午|下午)\s?(\d{1,2}:\d\d(?::\d\d)?)")
_HALF = {"오전": "A", "午前": "A", "上午": "A", "오후": "P", "午後": "P", "下午": "P"}
_KOREAN = re.compile("[년월오]")
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d{1,9})?")
_RUN = re.compile(r"(\d{8})(\d{4}(?:\d\d)?)(.{0,20})")
_ISO = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|(\d\d)(\d\d)|-?(\d{3})|-?W(\d\d)(?:-?([1-7]))?)?"
    r"(?:(?:T|_|\s{1,3}T?)\s{0,3}(\d.{0,60}))?",
    re.IGNORECASE,
)
_ZONE = r"(?:\(?([^\W\d_]{1,5})(?:/[a-z_]{2,20})?\)?)?\s{0,3}([+\-−–]\s?\d{1,2}(?::?\d\d)?)?(?![\d:])"
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d\d)|(\d\d))?(?::?(\d\d)(?:[.,]\d{1,12})?)?\s{0,3}([ap])?(?:\.?m\b\.?)?\s{0,3}"
    + _ZONE,
    re.IGNORECASE,
)
_WORDED_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2})[:h](\d\d)()(?::(\d\d)(?:[.,]\d{1,12})?)?(?:\s{0,3}([ap])\.?m\b\.?)?\s{0,3}" + _ZONE,
    re.IGNORECASE,
)
_WORD = r"([^\W\d_]{3,12})"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:[\s/-]|\sde\s){{0,3}}{_WORD}\.?(?:[\s,/-]|de\s){{0,4}}"
    r"(\d{4}|\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w){_WORD}\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?[\s,]{{1,4}}(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)(\d{{4}})[\s.-]{{1,3}}{_WORD}[\s.-]{{1,3}}(\d{{1,2}})(?!\d)", re.IGNORECASE
)
# Feeds have these, and datelines in Greek and Hungarian do not.
_NAMES = """
január február március április május június július augusztus szeptember október november december
jan feb márc ápr máj jún júl aug szept okt nov dec
ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ
ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
"""
_MONTHS = MONTHS | {
    name: number for line in _NAMES.strip().split("\n") for number, name in enumerate(line.split(), 1)
}
_NUMBERS = re.compile(
    r"(\d{4})([./])(\d{1,2})\2(\d{1,2})(?:$|[\s,T])|(\d{1,2})([./-])(\d{1,2})\6(\d{4})(?:$|[\s,T])"
)

# The groups of a date with a month's name that are its year, month and day.
_ORDERS = ((_DAY_MONTH, (3, 2, 1)), (_MONTH_DAY, (3, 1, 2)), (_YEAR_MONTH_DAY, (1, 2, 3)))


def stated(text: str) -> datetime | None:
    """Return the moment that is written in `text`, aware; midnight without a time, UTC without a zone.

    None for what is no date, lies outside the calendar, or can be read in two ways (03/04/2026).
    """
    line = _eastern(_NAMED_ZONE.sub("", one_line(text[: 4 * _LONGEST])))
    if not line or len(line) > _LONGEST:
        return None
    for form in (_epoch, _iso, _worded, _numbers):
        try:
            found = form(line)
        except (ValueError, OverflowError, OSError):
            return None
        if found is not None:
            # What no zone can carry out of the calendar.
            return found if 1 < found.year < 9999 else None
    return None


def _eastern(line: str) -> str:
    """Return a date in the words of Korea, Japan or China as ISO 8601 has it; Korea's are in its zone."""
    dated = _EASTERN_DAY.sub(r"\1-\2-\3 ", line)
    clocked = _EASTERN_CLOCK.sub(lambda found: f"{found[2]} {_HALF[found[1]]}M", dated)
    return f"{clocked.strip()} KST" if _KOREAN.search(line) and ":" in line else clocked.strip()


def _epoch(line: str) -> datetime | None:
    """Read seconds, or milliseconds, since 1970."""
    found = _EPOCH.fullmatch(line)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _iso(line: str) -> datetime | None:
    if run := _RUN.fullmatch(line):
        line = f"{run[1]}T{run[2]}{run[3]}"
    found = _ISO.fullmatch(line)
    if not found:
        return None
    year, clock = int(found[1]), found[9]
    if found[6]:
        day = datetime(year, 1, 1) + timedelta(days=int(found[6]) - 1)
        day = datetime(0, 1, 1) if day.year != year else day
    elif found[7]:
        day = datetime.fromisocalendar(year, int(found[7]), int(found[8] or 1))
    else:
        day = datetime(year, int(found[2] or found[4] or 1), int(found[3] or found[5] or 1))
    return _at(day, _CLOCK.fullmatch(clock.strip())) if clock else day.replace(tzinfo=UTC)


def _worded(line: str) -> datetime | None:
    """Read a date with the name of a month, as e-mail, asctime and people write it."""
    clock = _WORDED_CLOCK.search(line)
    rest = f"{line[: clock.start()]} {line[clock.end() :]}" if clock else line
    for pattern, order in _ORDERS:
        for found in pattern.finditer(rest):
            year, name, number = (found[n] for n in order)
            if month := _month(name):
                return _at(datetime(_year(year), month, int(number)), clock, optional=True)
    return None


def _numbers(line: str) -> datetime | None:
    found = _NUMBERS.match(line)
    if not found:
        return None
    if found[1]:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    else:
        day, month, year = int(found[5]), int(found[7]), int(found[8])
        if found[6] != ".":  # with points the day always comes first
            if month > 12:
                day, month = month, day
            elif day <= 12 and day != month:
                return None
    return _at(datetime(year, month, day), _WORDED_CLOCK.search(line, found.end()), optional=True)


def _month(name: str) -> int | None:
    word = name.casefold()
    return _MONTHS.get(word) or (_MONTHS.get(word[:3]) if word.isascii() and len(word) == 4 else None)


def _year(digits: str) -> int:
    return int(digits) + (0 if len(digits) > 2 else 2000 if int(digits) < 70 else 1900)


def _at(day: datetime, clock: re.Match[str] | None, *, optional: bool = False) -> datetime | None:
    if clock is None:
        return day.replace(tzinfo=UTC) if optional else None
    hour, minute, second = int(clock[1]), int(clock[2] or clock[3] or 0), int(clock[4] or 0)
    if clock[5]:
        hour = hour % 12 + (12 if clock[5] in "pP" else 0)
    midnight = hour == 24 and not minute and not second
    # A leap second is the last of its minute.
    moment = day.replace(
        hour=0 if midnight else hour, minute=minute, second=min(second, 59 if second < 62 else 62)
    )
    return (moment + timedelta(days=midnight)).replace(tzinfo=_zone(clock[6], clock[7]))


def _zone(name: str | None, offset: str | None) -> timezone:
    """Return a zone by its offset or else its name; UTC for one that is not known."""
    minutes = _ZONES.get((name or "").casefold(), 0)
    if offset:
        digits = re.sub(r"\D", "", offset)
        hours, rest = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
        minutes = (60 * int(hours) + int(rest)) * (1 if offset[0] == "+" else -1)
    return timezone(timedelta(minutes=minutes)) if minutes and abs(minutes) < 15 * 60 else UTC
