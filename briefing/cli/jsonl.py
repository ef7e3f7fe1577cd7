"""Lines of JSON in; for each a line of JSON out, in order and at once, worked on by all cores."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from briefing.errors import SourceError
from briefing.model import Problem

Row = dict[str, Any]


class Answer(Protocol):
    """What makes of a row its answer; can be sent to another process."""

    def __call__(self, row: Row, number: int, /) -> tuple[Row, tuple[Problem, ...]]:
        """Return the answer but for the id, and what went wrong. ValueError: the row cannot be answered."""
        ...

    def refuse(self, reason: str) -> Row:
        """Return what stands for the answer to a row that cannot be answered."""
        ...


def stream(
    source: str, answer: Answer, modules: Iterable[str], processes: int = 0
) -> tuple[int, list[Problem]]:
    """Answer each line of `source` on stdout; one that cannot be answered costs no other.

    `modules` are what another process needs for it; `processes` limits how many there are. Returns how many
    were answered, and what went wrong.
    """
    from briefing.workers import in_order

    problems: list[Problem] = []
    made = 0
    work, preload = _Line(source, answer), (__name__, *modules)
    with closing(in_order(work, _lines(source), preload, processes)) as answers:
        for line, answered, said in answers:
            sys.stdout.write(line)
            sys.stdout.flush()
            made += answered
            problems += said
    return made, problems


def text_of(row: Row, key: str = "text") -> str:
    """Return the text under a key of a row. Raises ValueError where there is none."""
    if not isinstance(text := row.get(key), str):
        raise ValueError(f'has no "{key}"')
    return text


@dataclass(frozen=True, slots=True)
class _Line:
    source: str
    answer: Answer

    def __call__(self, numbered: tuple[int, str]) -> tuple[str, bool, tuple[Problem, ...]]:
        """Return the line that answers a line, whether it is an answer, and what went wrong."""
        from briefing.render.json_ import dumps

        number, line = numbered
        name = None
        try:
            row = _row(line)
            name = row.get("id")
            told, problems = self.answer(row, number)
        except ValueError as error:
            refused = {"id": name, **self.answer.refuse(str(error))}
            return dumps(refused) + "\n", False, (Problem(f"{self.source}:{number}", str(error)),)
        return dumps({"id": name, **told}) + "\n", True, problems


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, as UTF-8, with their numbers from 1."""
    try:
        with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.decode("utf-8-sig", "replace")
    except OSError as error:
        raise SourceError(source, f"cannot be read: {error.strerror}") from error


def _row(line: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    return row
