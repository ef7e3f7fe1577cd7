"""The block of "key: value" lines that may open a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST = 100  # lines: what has no end by then is no front matter
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?")
# What the lines of a longer value look like: list items, indented lines, comments.
_REST = re.compile(r"[ \t-].*|#.*|")

# Keys that no line of prose between two rules begins with.
_TELLING = frozenset(
    "title date author url link source language lang published tags categories layout slug draft".split()
)


def opens_with_fields(lines: Sequence[str]) -> bool:
    """Whether a text opens with front matter that says something of an article."""
    return not _TELLING.isdisjoint(front_matter(lines)[0])


def front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the fields, keys in small letters, and how many lines they take; ({}, 0) where there are none.

    The syntax is the part of YAML that everybody uses: a field a line, quotes optional.
    """
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1 : _MOST + 1], 1):
        if line.rstrip() in ("---", "..."):
            return fields, number + 1
        if field := _FIELD.fullmatch(line.rstrip()):
            fields.setdefault(field[1].lower(), _unquoted(field[2] or ""))
        elif not _REST.fullmatch(line):
            return {}, 0
    return {}, 0


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.partition(" #")[0].rstrip()
