"""Step 1: lines to paragraphs. Hard-wrapped lines are joined again; otherwise a line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_WIDEST = 120  # characters: nobody wraps later, and unwrapped paragraphs are longer
_NARROWEST = 30
_CANDIDATES = 12  # widths that are tried, from the longest line down
_ENDS = ".!?:;。！？؟।"
_FEWEST = 3  # wrapped lines
_SAMPLE = 4_000  # lines that are enough to see how all were wrapped
_SECTION = 4  # lines: fewer do not show a width
_MARK = re.compile(r"\s*(?:[•·▪▫■□●○◦‣⁃►▶✓➤] ?|[-*–—―+] |(?P<number>\d{1,2})[.)] )")
_LINK = re.compile(r"\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines that belong together: `lines[first:last]`, joined in `text`."""

    first: int
    last: int
    text: str


def paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of `lines`, empty ones included, so that each line is in exactly one."""
    widths = _widths(lines)
    starts = [i for i, width in enumerate(widths) if _begins(lines, i, width)]
    return [Paragraph(i, j, _join(lines[i:j])) for i, j in pairwise([*starts, len(lines)])]


def _begins(lines: Sequence[str], i: int, width: int | None) -> bool:
    """Tell whether line `i` begins a paragraph."""
    if i == 0 or width is None or not _continues(lines[i - 1], lines[i], width):
        return True
    return _is_subhead(lines[i - 1], lines[i], lines[i + 1] if i + 1 < len(lines) else "", width)


def _widths(lines: Sequence[str]) -> list[int | None]:
    """Return for each line the column that its text was wrapped at: the whole dump's or its section's."""
    if (width := _wrap_width(lines)) is not None:
        return [width] * len(lines)
    sections = [list(run) for _, run in groupby(lines, lambda line: bool(line.strip()))]
    found = [_wrap_width(run) if len(run) >= _SECTION else None for run in sections]
    return [width for run, width in zip(sections, found, strict=True) for _ in run]


def _wrap_width(lines: Sequence[str]) -> int | None:
    """Return the column at which `lines` were wrapped, or None where they were not.

    It is the width that explains most line ends; one line in ten may be longer, a headline for instance.
    """
    text = [line.rstrip() for line in lines[:_SAMPLE] if not _LINK.match(line)]
    lengths = sorted((len(line) for line in text if line), reverse=True)
    longest = lengths[: max(len(lengths) // 10, len(lengths) > _SECTION) + 1]
    widths = [n for n in dict.fromkeys(longest) if _NARROWEST <= n <= _WIDEST][:_CANDIDATES]
    found = [(full, width) for width in widths if (full := _wrapped_lines(text, width))]
    return max(found)[1] if found else None


def _wrapped_lines(text: Sequence[str], width: int) -> int:
    """Return how many lines were wrapped at `width`, or 0 where too little speaks for it.

    A wrapped line is one that the next line's first word would not have fitted on. Text is wrapped where
    most neighbours are like that, few of them end a sentence, and nearly all that break one are like that:
    verse breaks its lines earlier.
    """
    pairs = [(a, b.lstrip()) for a, b in pairwise(text) if a and b and len(a) <= width]
    full = [(a, b) for a, b in pairs if _overflows(a, b, width)]
    if len(full) < _FEWEST or len(full) < 0.4 * len(pairs):
        return 0
    broken = [(a, b) for a, b in pairs if a[-1] not in _ENDS and b[0].islower()]
    if sum(_overflows(a, b, width) for a, b in broken) < 0.8 * len(broken):
        return 0
    cased = [b for _, b in full if b[0].lower() != b[0].upper()]
    lower = sum(b[0].islower() for b in cased)
    open_ends = sum(a[-1] not in _ENDS for a, _ in full)
    # A third in small letters: half of a sentence's words are short names, figures and German nouns.
    return len(full) if open_ends >= 0.6 * len(full) and lower >= 0.35 * len(cased) else 0


def _overflows(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of `following` has no room on `line`."""
    if len(line) > width:
        return False
    if _UNSPACED.match(following.lstrip()):
        return len(line) >= width - 2
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _continues(line: str, following: str, width: int) -> bool:
    """Tell whether `following` goes on with the paragraph of `line`."""
    line = line.rstrip()
    if not line or not following.strip() or _LINK.match(line) or _LINK.match(following):
        return False
    full = _overflows(line, following, width)
    if mark := _MARK.match(following):  # a dash or a number within a sentence, unless it begins an item
        goes_on = mark["number"] or following[mark.end() :][:1].islower()
        return full and line[-1] not in _ENDS and bool(goes_on)
    if len(following) - len(following.lstrip()) > len(line) - len(line.lstrip()) and not _MARK.match(line):
        return False
    return full or (line[-1] not in _ENDS and following.lstrip()[:2].islower() and len(line) <= width)


def _is_subhead(line: str, following: str, after: str, width: int) -> bool:
    """Tell whether `following` is a short line of its own below the end of a sentence that fills `line`."""
    if line.rstrip()[-1:] not in _ENDS or following.rstrip()[-1:] in _ENDS:
        return False
    return not after.strip() or not _overflows(following.rstrip(), after, width)


def _join(lines: Sequence[str]) -> str:
    return "".join(_glued([line.strip() for line in lines]))


def _glued(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines and what stands between them: no space after a hyphen or between unspaced scripts."""
    for i, line in enumerate(lines):
        if i:
            before = lines[i - 1]
            tight = _UNSPACED.match(line) and _UNSPACED.match(before[-1:])
            hyphen = re.search(r"[^\W\d_]-$", before[-2:]) and line[:1].islower()
            yield "" if tight or hyphen else " "
        yield line
