"""Fields of a line that somebody else may have written, checked before they are believed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from briefing.store.times import stamp

Row = Mapping[str, Any]


class Refused(ValueError):
    """A line that cannot be taken; the message says why."""


def text(row: Row, name: str) -> str:
    """Return a text. Raises Refused, naming the field, for anything else."""
    value = row.get(name)
    if not isinstance(value, str):
        raise Refused(f'its "{name}" is no text')
    return value.encode("utf-8", "backslashreplace").decode()


def optional(row: Row, name: str) -> str | None:
    """Return a text or None."""
    return None if row.get(name) is None else text(row, name)


def whole(row: Row, name: str) -> int:
    """Return a whole number that a computer's word holds, from 0."""
    value = row.get(name)
    if not isinstance(value, int) or not 0 <= value < 2**63:
        raise Refused(f'its "{name}" is no whole number')
    return int(value)


def time(row: Row, name: str) -> str:
    """Return a time as the library writes it."""
    try:
        found = datetime.datetime.fromisoformat(text(row, name))
        return stamp(found if found.tzinfo else found.replace(tzinfo=datetime.UTC))
    except (ValueError, OverflowError):
        raise Refused(f'its "{name}" is no time') from None


def optional_time(row: Row, name: str) -> str | None:
    """Return a time as the library writes it, or None."""
    return None if row.get(name) is None else time(row, name)


def date(row: Row, name: str) -> str:
    """Return a day as the library writes it."""
    try:
        return datetime.date.fromisoformat(text(row, name)).isoformat()
    except ValueError:
        raise Refused(f'its "{name}" is no date') from None


def rows(row: Row, name: str) -> list[Any]:
    """Return a list."""
    value = row.get(name)
    if not isinstance(value, list):
        raise Refused(f'its "{name}" is no list')
    return value
