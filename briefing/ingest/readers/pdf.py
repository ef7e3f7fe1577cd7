"""PDF: its text, read by PDFium in a process of its own; then one article or several, as in any text."""

from __future__ import annotations

import json
import logging
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build, moment
from briefing.ingest.dump import segment
from briefing.ingest.dump.segmentation import Piece
from briefing.ingest.readers import pdf_worker
from briefing.ingest.readers.pdf_pages import Page, pages_of
from briefing.ingest.readers.pdf_paragraphs import Paragraph, paragraphs
from briefing.ingest.readers.pdf_title import headline
from briefing.ingest.reading import Explained, Line, Raw, Reading, Role
from briefing.model import Problem
from briefing.text.clean import one_line

_LOG = logging.getLogger(__name__)
_SAVE = "save it as text or HTML and give that file"
_RECOGNISE = "have a program for text recognition (OCR) write the text into it, and give that file"
_LOCK = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_DATE = re.compile(
    r"D:(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?(?P<hour>\d\d)?(?P<minute>\d\d)?(?P<second>\d\d)?"
    r"(?:(?P<sign>[+-])(?P<zone>\d\d)'?(?P<rest>\d\d)?'?|Z.*)?.{0,4}"
)
_EARLIEST = 1990  # the year of the format, almost
_UNREADABLE = 0.2  # of all letters: without a table of what they stand for they are no text


@dataclass(frozen=True, slots=True)
class Limits:
    """What one PDF may cost."""

    seconds: float = 30
    memory: int = 1 << 30
    """In bytes of address space."""
    pages: int = 300
    letters: int = 3_000_000


LIMITS = Limits()


def read(raw: Raw, /, limits: Limits = LIMITS) -> Reading:
    """Read the articles in a PDF. Raises SourceError where there is no text in it, or it cannot be read."""
    found = _extract(raw, limits)
    pages = pages_of(found["pages"])
    text = "".join(line.text for page in pages for line in page.lines)
    _check_text(raw, text)
    placed = paragraphs(pages)
    return replace(_reading(raw, found["about"], pages, placed), problems=tuple(_problems(raw, found, pages)))


def _extract(raw: Raw, limits: Limits) -> dict[str, Any]:
    """Return what the process finds in a PDF. Raises SourceError where it can find nothing."""
    given = (limits.memory, int(limits.seconds) + 1, limits.pages, limits.letters)
    # -P keeps this folder, where some names are those of standard modules, off the child's path.
    command = [sys.executable, "-P", pdf_worker.__file__, *map(str, given)]
    try:
        done = subprocess.run(
            command, input=raw.data, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise SourceError(
            raw.name, f"is a PDF document that was not read after {limits.seconds:g} seconds: {_SAVE}"
        ) from None
    locked = done.returncode == pdf_worker.DAMAGED and _LOCK.search(raw.data)
    if done.returncode == pdf_worker.LOCKED or locked:
        raise SourceError(
            raw.name, f"is a password-protected PDF document: open it with its password, then {_SAVE}"
        )
    if done.returncode == pdf_worker.DAMAGED:
        raise SourceError(raw.name, "is a PDF document, and it is cut off or damaged: fetch it again")
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        _LOG.debug("%s: %s", raw.name, one_line(done.stderr.decode("utf-8", "replace"))[-500:])
        raise SourceError(
            raw.name, f"is a PDF document that its reader breaks down on{_signal(done.returncode)}: {_SAVE}"
        ) from None
    return found


def _signal(code: int) -> str:
    return f" ({signal.Signals(-code).name})" if code < 0 else ""


def _check_text(raw: Raw, text: str) -> None:
    if not any(map(str.isalpha, text)):
        raise SourceError(raw.name, f"holds no text, only pictures: {_RECOGNISE}")
    lost = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if lost > _UNREADABLE * len(text):
        raise SourceError(raw.name, f"holds letters without saying which ones they are: {_RECOGNISE}")


def _problems(raw: Raw, found: dict[str, Any], pages: tuple[Page, ...]) -> list[Problem]:
    told = []
    if found["count"] > len(found["pages"]):
        told.append(f"has {found['count']:,} pages: only the first {len(found['pages']):,} are read")
    broken = sum(page is None for page in found["pages"])
    if broken:
        told.append(f"is damaged: {broken:,} of its {len(found['pages']):,} pages cannot be read")
    empty = sum(not page.lines for page in pages)
    if empty > len(pages) // 2:
        told.append(f"holds only pictures on {empty:,} of its {len(pages):,} pages: {_RECOGNISE}")
    return [Problem(raw.name, message) for message in told]


def _reading(
    raw: Raw, about: dict[str, str], pages: tuple[Page, ...], placed: tuple[Paragraph, ...]
) -> Reading:
    """Return the articles that the segmenter finds in the paragraphs, and every paragraph's role."""
    kept: list[str | Paragraph] = []
    for paragraph in placed:
        kept += [*[""] * paragraph.above, paragraph]
    found = segment("\n".join("" if isinstance(line, str) or line.what else line.text for line in kept))
    if not found.pieces:
        raise SourceError(raw.name, "holds no article: no line of it reads like a sentence of one")
    several = len(found.pieces) > 1
    title = "" if several else headline(about.get("Title", ""), pages)
    made = date(about.get("CreationDate", ""))
    firsts: dict[int, int] = {}
    for line in found.lines:
        if line.article is not None:
            firsts.setdefault(line.article, line.number)
    return Reading(
        articles=tuple(
            build(raw, _found(piece, title, made, firsts.get(n) if several else None))
            for n, piece in enumerate(found.pieces)
        ),
        explained=(Explained(raw.name, _lines(kept, found.lines)),),
    )


def _found(piece: Piece, title: str, made: datetime | None, line: int | None) -> Found:
    return Found(
        text=piece.text,
        title=title or piece.title,
        url=piece.url,
        published=piece.published or made,
        points=piece.points,
        place=piece.place,
        line=line,
    )


def _lines(kept: list[str | Paragraph], found: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return each paragraph with its role; what was left out of the text stands where it stood."""
    told: list[Line] = []
    roles = {line.number: line for line in found}
    for number, one in enumerate(kept, 1):
        if isinstance(one, Paragraph) and one.what:
            told.append(Line(number, one.text, Role.JUNK, None, one.what))
        elif line := roles.get(number):
            told.append(line)
    return tuple(told)


def date(text: str) -> datetime | None:
    """Return the time in a PDF's own form ("D:20261123060000+01'00'"), or in any other that is known here."""
    found = _DATE.fullmatch(text.strip()[:60])
    if found is None:
        return moment(text[:60])
    day = f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"
    clock = f"{found['hour'] or '00'}:{found['minute'] or '00'}:{found['second'] or '00'}"
    zone = f"{found['sign']}{found['zone']}:{found['rest'] or '00'}" if found["sign"] else "+00:00"
    when = moment(f"{day}T{clock}{zone}")
    return when if when and when.year >= _EARLIEST else None
