"""The lines that a mail program puts above a message when it forwards it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.articles import moment
from briefing.ingest.dump.timestamp import when
from briefing.ingest.readers.mail import words
from briefing.ingest.readers.mail.content import Forwarded
from briefing.ingest.readers.mail.headers import sender, topic

_MARK = re.compile(rf"(?:{words.FORWARD})", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:>+ ?)?\*?(?:"
    + "|".join(f"(?P<{key}>{names})" for key, names in words.FIELDS.items())
    + r")\*? ?[:：]\*? ?(?P<value>\S.*)",
    re.IGNORECASE,
)
_MOST = 8  # lines
_NOTE = 400  # characters that somebody writes above what he forwards
_LONGEST_MARK = 80  # characters
_FEWEST = 2  # fields: a single line with a colon may be the article's

REASON = "a header of the message that was forwarded"


def forwarded(lines: Sequence[str]) -> tuple[dict[int, str], Forwarded]:
    """Return the numbers of the lines above a forwarded message, and what they say of it.

    Some programs mark them, others begin with the sender. What stands below a text of one's own is an
    earlier message that is answered, and says nothing of this one.
    """
    found: dict[int, str] = {}
    said = Forwarded()
    above = 0
    for n, line in enumerate(lines):
        if n in found:
            continue
        marked = len(line) <= _LONGEST_MARK and _MARK.fullmatch(line.strip("> \t*")) is not None
        fields = _fields(lines, n + marked)
        if marked or {"from", "date", "subject"} <= {key for _, key, _ in fields}:
            found |= dict.fromkeys((*([n] if marked else []), *(number for number, _, _ in fields)), REASON)
            said = _said(fields) if above < _NOTE else said
        else:
            above += len(line)
    return found, said


def _said(fields: Sequence[tuple[int, str, str]]) -> Forwarded:
    values = {key: value for _, key, value in reversed(fields)}
    date = values.get("date", "")[:200]
    return Forwarded(
        sender(values.get("from", "")), topic(values.get("subject", "")), moment(date) or when([date])
    )


def _fields(lines: Sequence[str], start: int) -> list[tuple[int, str, str]]:
    """Return the headers that stand from a line on: number, what it is, and its value."""
    found: list[tuple[int, str, str]] = []
    for n in range(start, min(start + 2 * _MOST, len(lines))):
        field = _FIELD.fullmatch(lines[n][:500].strip())
        if field:
            key = next(key for key in words.FIELDS if field[key])
            found.append((n, key, field["value"].strip("*")))
        elif lines[n].strip():
            break
    return found if len(found) >= _FEWEST else []
