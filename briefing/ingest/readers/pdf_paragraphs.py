"""The lines of a PDF's pages → its paragraphs: joined across lines, columns and pages, words made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.ingest.readers.pdf_pages import Line, Page

_WIDER = 1.35  # times the usual distance of lines: a gap between paragraphs
_OTHER_SIZE = 0.08  # of the size: another kind of type
_LARGER = 1.15  # times the size of the body: a heading
_INDENT = 0.6  # of the size
_SHORT = 0.15  # of the column's width: a line that ends so far from the edge ends a paragraph
_END = re.compile(r"[.!?…。！？؟।۔:]['\"”’»›)\]]*$")
_HYPHENS = "\u2010-\u00ad"
_MARK = re.compile(r"(?:[•·▪■●○‣–—*] ?|\d{1,2}[.)] )(?=\S)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line that is no text."""

    text: str
    size: float
    above: int
    """How many empty lines part it from what stands above."""
    what: str = ""
    """What it is where it is no text."""


def paragraphs(pages: Sequence[Page]) -> tuple[Paragraph, ...]:
    """Return the paragraphs in reading order; heads and page numbers stand behind that which they part."""
    lines = [line for page in pages for line in page.lines]
    own = [line for line in lines if not line.what]
    if not own:
        return ()
    compounds = {word.casefold() for line in own for word in _WORD.findall(line.text)}
    body = body_size(own)
    return tuple(_paragraphs(_runs(lines), body, compounds))


def body_size(lines: Sequence[Line]) -> float:
    """Return the size of most of the letters."""
    letters: dict[float, int] = {}
    for line in lines:
        letters[round(line.size, 1)] = letters.get(round(line.size, 1), 0) + len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _paragraphs(runs: Iterator[list[Line]], body: float, compounds: set[str]) -> Iterator[Paragraph]:
    for run in runs:
        if run[0].what:
            yield Paragraph(run[0].text, run[0].size, 0, run[0].what)
        else:
            above = 2 if run[0].size > _LARGER * body else 1
            yield Paragraph(_joined([line.text for line in run], compounds), run[0].size, above)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; a head alone, after the paragraph that it stands in."""
    leading = _leading([line for line in lines if not line.what])
    run: list[Line] = []
    aside: list[Line] = []
    for line in lines:
        if line.what:
            aside.append(line)
            continue
        if run and not _goes_on(run, line, leading):
            yield run
            yield from ([one] for one in aside)
            run, aside = [], []
        run.append(line)
    if run:
        yield run
    yield from ([one] for one in aside)


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance from one line to the next, in points; 0 where none stands below another."""
    gaps = [
        below.top - above.top
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < below.top - above.top < 3 * above.size and _is_below(above, below)
    ]
    return median(gaps) if gaps else 0.0


def _is_below(above: Line, below: Line) -> bool:
    return above.left < below.right and below.left < above.right


def _goes_on(run: Sequence[Line], line: Line, leading: float) -> bool:
    """Whether a line goes on with the paragraph of those above."""
    last = run[-1]
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size) or _MARK.match(line.text):
        return False
    # The next column, or the next page.
    if line.page != last.page or line.top < last.top - last.size or not _is_below(last, line):
        same_row = line.page == last.page and abs(line.top - last.top) < 0.5 * last.size
        fills = len(run) > 1 and last.right > max(one.right for one in run) - _SHORT * (
            last.right - last.left
        )
        return same_row or (not _END.search(last.text) and (fills or line.text[:1].islower()))
    usual = leading if leading >= 0.8 * line.size else 1.2 * line.size
    if line.top - last.top > _WIDER * max(usual, line.size):
        return False
    edge = min(one.left for one in run[1:] or run)
    width = max(max(one.right for one in run) - edge, 1.0)
    if not _END.search(last.text):
        return True
    indented = line.left > edge + _INDENT * line.size and (len(run) > 1 or line.left > last.left)
    return not indented and max(one.right for one in (*run, line)) - last.right < _SHORT * width


def _joined(lines: Sequence[str], compounds: set[str]) -> str:
    """Return lines as one; a word that a hyphen parts is made whole, or a compound where it stands as one."""
    parts = [lines[0]]
    for line in lines[1:]:
        before = parts[-1]
        if len(before) > 1 and before[-1] in _HYPHENS and before[-2].isalpha():
            if line[:1].islower() and _word_across(before, line) not in compounds:
                parts[-1] = before[:-1]
        elif not (_UNSPACED.match(before[-1:]) and _UNSPACED.match(line)):
            parts.append(" ")
        parts.append(line)
    return "".join(parts).replace("\u2010", "-")


def _word_across(before: str, line: str) -> str:
    """Return the word that stands across the end of a line, with its hyphen."""
    first, last = before.rpartition(" ")[2][:-1], _LETTERS.match(line)
    return f"{first}-{last[0] if last else ''}".casefold().lstrip("\"'“‘«(")
