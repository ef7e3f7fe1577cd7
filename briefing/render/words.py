"""Dates, times, counts and reading time in the page's own words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

# Not strftime: its names follow the process's locale.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_SINGLE = str.maketrans("“”„", "‘’‚")


def long_date(day: date) -> str:
    """Return "Sunday 22 November 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def since(day: date, today: date) -> str:
    """Return "Saturday 21 November", with the year where it is another one than that of `today`."""
    if day == today:
        return "earlier today"
    told = long_date(day)
    return told.removesuffix(f" {day.year}") if day.year == today.year else told


def moment(when: datetime, now: datetime) -> str:
    """Return "22 Nov, 14:05" in the time zone of `now`, with the year where it is another one.

    Midnight sharp is how a date without a time comes in: it is shown as a date, in its own zone.
    """
    dated = when.timetz().replace(tzinfo=None) == time(0)
    local = when if dated else when.astimezone(now.tzinfo)
    year = "" if local.year == now.year else f" {local.year}"
    clock = "" if dated else f", {local:%H:%M}"
    return f"{local.day} {_MONTHS[local.month - 1][:3]}{year}{clock}"


def zone(when: datetime) -> str:
    """Return the offset of `when`: "UTC" or "UTC+01:00"."""
    offset = f"{when:%z}"[:5]
    return "UTC" if offset in {"", "+0000"} else f"UTC{offset[:3]}:{offset[3:]}"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 story", "2 stories"; `plural` where an s will not do."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Iterable[str]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    *front, last = items
    return f"{', '.join(front)} and {last}" if front else last


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut at a word, with an ellipsis, where it has more characters than that."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + "…"


def nested(title: str) -> str:
    """Return a headline as it stands between quotation marks: those within it are single ones."""
    return title.translate(_SINGLE)


def quoted(title: str) -> str:
    """Return a headline in quotation marks; none where there is none."""
    return f"“{nested(title)}”" if title else ""
