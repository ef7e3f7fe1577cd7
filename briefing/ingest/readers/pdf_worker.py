"""The process that runs PDFium: a PDF on stdin, its lines as JSON on stdout.

It imports nothing of this package, so that it can be run by its path. PDFium is C++ and meets documents that
are made to break it; here they cost a process with a memory limit, and its parent keeps the time.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from briefing.confine import confine

LOCKED, DAMAGED = 3, 4
"""The exit statuses for a document that needs a password, and for one that is none."""
_FAILURES = 20  # pages in a row that cannot be opened: a document that says it has millions of them
_HYPHEN = "\xad"  # what stands here for a hyphen that PDFium takes for one at a line's end
_SMALLEST = 2.0  # points: smaller letters are there for machines

Line = list[Any]
"""Text, left, top, right, bottom, size: in points, from the top of the page."""


def extract(data: bytes, most_pages: int, most_letters: int) -> dict[str, Any]:
    """Return what a document says of itself, the number of its pages, and the lines of each."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    document = pypdfium2.PdfDocument(data)
    pages: list[list[Line] | None] = []
    letters = failures = 0
    for number in range(min(len(document), most_pages)):
        page = _page(document, number)
        failures = 0 if page is not None else failures + 1
        pages.append(page)
        letters += sum(len(line[0]) for line in page or ())
        if failures >= _FAILURES or letters > most_letters:
            break
    return {"about": _about(document), "count": len(document), "pages": pages}


def _about(document: Any) -> dict[str, str]:
    return {key: str(value) for key, value in document.get_metadata_dict().items() if value}


def _page(document: Any, number: int) -> list[Line] | None:
    """Return the lines of a page in the order in which they were drawn; None where it cannot be opened."""
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        left, _, _, top = page.get_bbox()
        return [*_lines(text, left, top)]
    finally:
        text.close()
        page.close()


def _lines(text: Any, left: float, top: float) -> Iterator[Line]:
    """Yield runs of letters that stand side by side; a wide gap, as between columns, parts them."""
    line: Line | None = None
    for letter, box in _letters(text):
        if not letter.strip():
            if line and not line[0].endswith(" "):
                line[0] += " "
            continue
        size = box[3] - box[1]
        if line and _is_beside(line, box, size):
            line[0] += letter
            line[1:6] = [
                min(line[1], box[0]),
                max(line[2], box[3]),
                max(line[3], box[2]),
                min(line[4], box[1]),
                line[5],
            ]
            continue
        if line:
            yield _placed(line, left, top)
        line = [letter, box[0], box[3], box[2], box[1], size] if size >= _SMALLEST else None
    if line:
        yield _placed(line, left, top)


def _is_beside(line: Line, box: tuple[float, float, float, float], size: float) -> bool:
    """Whether a letter stands on the line, not far from its end on either side: some scripts run left."""
    middle = (box[1] + box[3]) / 2
    if not line[4] <= middle <= line[2] or not 0.4 < size / line[5] < 2.5:
        return False
    gap = 1.6 * max(size, line[5])
    return bool(line[1] - gap <= box[2] and box[0] <= line[3] + gap)


def _placed(line: Line, left: float, top: float) -> Line:
    text, x0, y1, x1, y0, size = line
    return [text.strip(" "), *(round(value, 1) for value in (x0 - left, top - y1, x1 - left, top - y0, size))]


def _letters(text: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield each letter with its box: left, bottom, right, top, as high as its font."""
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    for n in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, n)
        if code in (0x0D, 0x0A):
            continue
        if code in (0x02, 0xFFFE) or raw.FPDFText_IsHyphen(text, n) == 1:
            letter = _HYPHEN
        else:
            letter = chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if letter and raw.FPDFText_GetLooseCharBox(text, n, ctypes.byref(rect)):
            yield letter, (rect.left, rect.bottom, rect.right, rect.top)


def main() -> int:
    """Turn stdin into stdout; the arguments are the limits: bytes of memory, seconds, pages, letters."""
    memory, seconds, pages, letters = map(int, sys.argv[1:5])
    confine(memory, seconds)
    # Whatever a library prints must not end up in the answer.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from pypdfium2 import PdfiumError, raw

    try:
        found = extract(sys.stdin.buffer.read(), pages, letters)
    except PdfiumError as error:
        return LOCKED if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD else DAMAGED
    with out:
        out.write(json.dumps(found).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
