"""A PDF's pages: their lines in reading order, without the heads and numbers that stand on each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from briefing.text.clean import clean

_EDGE = 3  # lines at the top and at the bottom that may be heads
_NEAR = 6.0  # points: a head stands at the same height on each page
_OFTEN = 0.3  # of the pages: left and right pages have heads of their own
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.|página|pagina|стр\.?|第) ?)?\d{1,4}"
    r"(?: ?(?:of|von|/|sur|de|di|из|页|ページ) ?\d{0,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12  # of a page's height
_INTERLEAVED = 0.25  # of the lines: then they were drawn row by row across the columns
_CROSSING = 0.2  # of the lines: those that are as wide as the page
_FEWEST = 3  # lines of a column

HEAD = "a head or a foot that stands on other pages, too"
NUMBER = "a page's number"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; its place in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """The height of its font."""
    page: int = 0
    what: str = ""
    """What it is where it is no text of the page's own."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines in reading order."""

    lines: tuple[Line, ...]


def pages_of(found: Sequence[Sequence[Sequence[Any]] | None]) -> tuple[Page, ...]:
    """Return the pages with their lines in reading order, heads and page numbers marked as such."""
    pages = [[*_cleaned(page or (), number)] for number, page in enumerate(found)]
    marks = _marks(pages)
    return tuple(Page(tuple(_in_order([marks.get(id(line), line) for line in page]))) for page in pages)


def _cleaned(page: Sequence[Sequence[Any]], number: int) -> Iterator[Line]:
    for text, left, top, right, bottom, size in page:
        if bare := " ".join(clean(text.replace("\xad", "\u2010")).split()):
            yield Line(bare, left, top, right, bottom, size, number)


def _marks(pages: Sequence[Sequence[Line]]) -> dict[int, Line]:
    """Return the lines at the edges of pages that are repeated on others, or number them, marked."""
    edges = [(line, _key(line)) for page in pages for line in _edges(page)]
    often = Counter(
        {key: len({line.page for line, one in edges if one == key}) for key in {key for _, key in edges}}
    )
    fewest = max(2, _OFTEN * len(pages))
    ends = {number: max((line.bottom for line in page), default=0.0) for number, page in enumerate(pages)}
    found = {}
    for line, key in edges:
        if _NUMBER.fullmatch(line.text) and _is_outside(line, pages[line.page], ends[line.page]):
            found[id(line)] = replace(line, what=NUMBER)
        elif often[key] >= fewest:
            found[id(line)] = replace(line, what=HEAD)
    return found


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: line.top)
    return ordered if len(ordered) <= 2 * _EDGE else ordered[:_EDGE] + ordered[-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / _NEAR)


def _is_outside(line: Line, page: Sequence[Line], end: float) -> bool:
    """Whether a line stands above or below all others."""
    others = [one for one in page if one is not line]
    above = all(line.bottom <= one.top + _NEAR or _NUMBER.fullmatch(one.text) for one in others)
    below = all(line.top >= one.bottom - _NEAR or _NUMBER.fullmatch(one.text) for one in others)
    return (
        bool(others) and (above or below) and (line.top < _MARGIN * end or line.bottom > (1 - _MARGIN) * end)
    )


def _in_order(lines: list[Line]) -> list[Line]:
    """Return the lines as they are read: as they were drawn, unless that was row by row across columns."""
    own = [line for line in lines if not line.what]
    rows = sum(
        one.right < other.left and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * other.size
        for one, other in pairwise(own)
    )
    if rows <= _INTERLEAVED * len(own):
        return lines
    marked = [line for line in lines if line.what]
    return [*_by_columns(sorted(own, key=lambda line: (line.top, line.left))), *marked]


def _by_columns(lines: list[Line]) -> Iterator[Line]:
    """Yield lines column by column, between the lines that cross the gutter."""
    gutter = _gutter(lines)
    if gutter is None:
        yield from lines
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            yield from (*_by_columns(left), *_by_columns(right), line)
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    yield from (*_by_columns(left), *_by_columns(right))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the widest gap between columns, which only a few lines cross."""
    edges = sorted({line.left for line in lines})
    best: tuple[float, float] | None = None
    for edge in edges:
        before = [line.right for line in lines if line.right <= edge]
        crossing = sum(line.left < edge < line.right for line in lines)
        after = len(lines) - len(before) - crossing
        if len(before) < _FEWEST or after < _FEWEST or crossing > _CROSSING * len(lines):
            continue
        width = edge - max(before)
        if width > 0 and (best is None or width > best[0]):
            best = (width, edge - width / 2)
    return best[1] if best else None
