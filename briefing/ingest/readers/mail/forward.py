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
_FEWEST = 2  # fields: a single line with a colon may be the article’s

REASON = "a header of the message that was forwarded"


def forwarded(lines: Sequence[str]) -> tuple[dict[int, str], Forwarded]:
    """Return the numbers of the lines above a forwarded message, and what they say of it.

    Lines that are empty are passed over. A forward within a forward has its headers, too; the last counts.
    """
    found: dict[int, str] = {}
    said = Forwarded()
    for n, line in enumerate(lines):
        if n in found or len(line) > 80 or not _MARK.fullmatch(line.strip("> \t*")):
            continue
        found[n] = REASON
        fields = _fields(lines, n + 1)
        found |= dict.fromkeys((number for number, _, _ in fields), REASON)
        values = {key: value for _, key, value in reversed(fields)}
        said = Forwarded(
            sender(values.get("from", "")),
            topic(values.get("subject", "")),
            moment(values.get("date", "")) or when([values.get("date", "")[:200]]),
        )
    return found, said


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
