"""JSON lines, an article each: `{"id"?, "title"?, "text", "url"?, "source"?, "published"?, "language"?}`."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build, moment
from briefing.ingest.decode import mend
from briefing.ingest.encodings import identify
from briefing.ingest.reading import Explained, Line, Raw, Reading, Role
from briefing.model import Article, Problem
from briefing.text.clean import clean, one_line

_TOLD = 50  # bad lines of a file that are told one by one
_SHOWN = 200  # characters of a line that an account of it shows


class _BadLine(ValueError):
    """A line that holds no article; the message says why."""


def read(raw: Raw) -> Reading:
    """Read the articles, line by line. A line that holds none becomes a problem and costs no other.

    The text is taken as it is, cleaned; keys that are not known are left alone; a date that cannot be read
    counts as none. Raises SourceError where no line holds anything.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    lines: list[Line] = []
    for number, text in _lines(raw):
        role, owner, reason = Role.BLANK, None, "an empty line"
        if text.strip():
            mended, broken = mend(text)
            if broken:
                problems.append(Problem(f"{raw.name}:{number}", "is damaged: some of its bytes are no text"))
            try:
                articles.append(build(raw, _found(mended, number)))
                role, owner, reason = Role.BODY, len(articles) - 1, "an article in JSON"
            except _BadLine as error:
                problems.append(Problem(f"{raw.name}:{number}", str(error)))
                role, reason = Role.JUNK, str(error)
        lines.append(Line(number, one_line(text[:_SHOWN]), role, owner, reason))
    if (left := len(problems) - _TOLD) > 0:
        problems[_TOLD:] = [Problem(raw.name, f"{left:,} more of its lines hold no article")]
    if not articles and not problems:
        raise SourceError(raw.name, "holds nothing but white space")
    return Reading(tuple(articles), tuple(problems), explained=(Explained(raw.name, tuple(lines)),))


def _lines(raw: Raw) -> Iterator[tuple[int, str]]:
    encoding = identify(raw.data)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return enumerate(io.TextIOWrapper(io.BytesIO(raw.data), encoding, errors), 1)


def _found(line: str, number: int) -> Found:
    row = _row(line)
    text = row.get("text")
    if not isinstance(text, str):
        raise _BadLine('has no "text"' if text is None else f'its "text" is {_kind(text)} and no string')
    if not clean(text).strip():
        raise _BadLine('its "text" is empty')
    published = row.get("published")
    return Found(
        text,
        title=_string(row, "title") or "",
        id=_id(row.get("id")),
        url=_string(row, "url"),
        source=_string(row, "source"),
        language=_string(row, "language"),
        published=moment(published) if isinstance(published, str) else None,
        line=number,
    )


def _row(line: str) -> dict[str, object]:
    try:
        row = json.loads(line, strict=False, parse_int=_number)
    except json.JSONDecodeError as error:
        if not line.endswith("\n") and not line.rstrip().endswith("}"):
            raise _BadLine("is cut off in the middle of the line: the file is not whole") from error
        raise _BadLine(
            f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}"
        ) from error
    except RecursionError as error:
        raise _BadLine("is nested too deeply to be an article") from error
    if not isinstance(row, dict):
        raise _BadLine(f"is {_kind(row)} and no object with an article in it")
    return row


def _number(digits: str) -> int | str:
    """Keep a number that is too long for an int as it is written: it may be an id."""
    return int(digits) if len(digits) < 40 else digits


def _id(name: object) -> str | None:
    if name is None or (isinstance(name, str | int) and not isinstance(name, bool)):
        return None if name is None else str(name)
    raise _BadLine(f'its "id" is {_kind(name)} and neither a string nor a whole number')


def _string(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise _BadLine(f'its "{key}" is {_kind(value)} and no string')


def _kind(value: object) -> str:
    """Return the word for a JSON value."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    names = {str: "a string", list: "a list", dict: "an object"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "null")
