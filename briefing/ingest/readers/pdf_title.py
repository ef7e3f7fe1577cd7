"""A PDF's headline: what it calls itself where that is a title, else the largest type on its first page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.ingest.readers.pdf_pages import Line, Page
from briefing.ingest.readers.pdf_paragraphs import body_size
from briefing.text.clean import one_line

_LONGEST = 200  # characters
_LARGER = 1.15  # times the size of the body
_ALIKE = 0.05  # of the size
# What programs write where nobody has given a title.
_NO_TITLE = re.compile(
    r"(?:microsoft|libreoffice|openoffice|powerpoint|adobe|quark|acrobat)\b.*|untitled.*|unbenannt.*|"
    r"sans titre.*|sin título.*|без названия.*|无标题.*|print|title|none|null|"
    r"(?:document|dokument|layout|slide) ?\d*|"
    r".*\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|pptx?|xlsx?|tex|dvi|html?|txt|pages|eps|ps|ai|pub|fm)|[\w-]*[\d_][\w-]*|"
    r"(?:https?|file):.*|\W*",
    re.IGNORECASE,
)


def headline(stated: str, pages: Sequence[Page]) -> str:
    """Return the title; empty where there is none but the first sentence."""
    stated = one_line(stated)
    if stated and len(stated) <= _LONGEST and not _NO_TITLE.fullmatch(stated):
        return stated
    own = [[line for line in page.lines if not line.what] for page in pages]
    first = next((lines for lines in own if lines), [])
    return _largest(first, body_size([line for lines in own for line in lines]))


def _largest(lines: Sequence[Line], body: float) -> str:
    """Return the first line, or lines one below the other, in the largest type if larger than the text's."""
    found = [(run[0].size, " ".join(line.text for line in run)) for run in _runs(lines)]
    fit = [(size, text) for size, text in found if size > _LARGER * body and _is_title(text)]
    largest = max((size for size, _ in fit), default=0.0)
    return next((text.replace("\u2010 ", "") for size, text in fit if size == largest), "")


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for _, run in groupby(lines, key=lambda line: round(line.size / (1 + _ALIKE))):
        yield [*run]


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and sum(map(str.isalpha, text)) > 3
