"""Step 3: looks corrected by what stands around: lines that go on, texts without any full stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.dump.headlines import with_headlines
from briefing.ingest.dump.kinds import ABBREVIATED, INNER_STOP, Kind, Unit, ends_sentence

_TOPIC = 3  # words
_QUESTION = 14
_LISTED = (Kind.SHORT, Kind.ITEM, Kind.LINK, Kind.BLANK)


def in_context(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with their kinds mended; each unit keeps its place."""
    mended = _unpunctuated(with_headlines(_numbered(_continued(_announced(list(units))))))
    return mended if any(unit.kind is Kind.PROSE for unit in mended) else _without_prose(mended)


def _announced(units: list[Unit]) -> list[Unit]:
    """Take what stands under "Read more" for headlines: questions too, and topics in small letters."""
    under = False
    for i, unit in enumerate(units):
        topic = unit.words <= _TOPIC and not ends_sentence(unit.text)
        asks = unit.text[-1:] in "?？؟" and unit.words <= _QUESTION
        if under and unit.kind is Kind.PROSE and (topic or asks):
            units[i] = replace(unit, kind=Kind.SHORT)
        under = unit.kind is Kind.TEASER or (under and units[i].kind in _LISTED)
    return units


def _continued(units: list[Unit]) -> list[Unit]:
    """Take a short line for prose where the next line goes on with its sentence.

    It begins with a small letter, or the full stop between them may well end a mere abbreviation.
    """
    for i in range(len(units) - 1):
        unit, following = units[i], units[i + 1]
        if unit.kind is Kind.SHORT and following.kind is Kind.PROSE:
            within = i > 0 and units[i - 1].kind is Kind.PROSE and ABBREVIATED.search(unit.text[-30:])
            if within or following.text[:2].islower():
                units[i] = replace(unit, kind=Kind.PROSE)
    return units


def _numbered(units: list[Unit]) -> list[Unit]:
    """Take a lone numbered line above a paragraph ("2. The disaster") for a heading, number and all."""
    full = [None, *(i for i, unit in enumerate(units) if unit.kind is not Kind.BLANK), None]
    for before, i, after in zip(full, full[1:], full[2:], strict=False):
        if i is None or after is None or units[after].kind is not Kind.PROSE:
            continue
        text = units[i].paragraph.text
        listed = before is not None and units[before].kind is Kind.ITEM
        if units[i].kind is Kind.ITEM and text[0].isdigit() and not listed and not ends_sentence(text):
            units[i] = replace(units[i], kind=Kind.SHORT, text=text)
    return units


def _unpunctuated(units: list[Unit]) -> list[Unit]:
    """Take long lines for prose in a text that never uses a full stop (Thai, or a transcript)."""
    if any(unit.kind is Kind.PROSE and ends_sentence(unit.text) for unit in units):
        return units
    return [
        replace(unit, kind=Kind.PROSE)
        if unit.kind is Kind.SHORT and (len(unit.text.split()) > 14 or len(unit.text) > 60)
        else unit
        for unit in units
    ]


def _without_prose(units: list[Unit]) -> list[Unit]:
    """Take list items, else a run of short lines (verse), for the body of a text that has no other."""
    items = [unit for unit in units if unit.kind is Kind.ITEM]
    if any(ends_sentence(unit.text) for unit in items):
        return [replace(unit, kind=Kind.PROSE) if unit.kind is Kind.ITEM else unit for unit in units]
    short = [i for i, unit in enumerate(units) if unit.kind is Kind.SHORT]
    sentences = {i for i in short if INNER_STOP.search(units[i].text)}
    if sentences:
        return [replace(unit, kind=Kind.PROSE) if i in sentences else unit for i, unit in enumerate(units)]
    mixed = any(unit.kind not in (Kind.SHORT, Kind.BLANK) for unit in units)
    if mixed or len(short) < 4 or sum(units[i].words for i in short) < 16:
        return units
    titled = units[short[0] + 1].kind is Kind.BLANK
    verse = set(short[1:] if titled else short)
    return [replace(unit, kind=Kind.PROSE) if i in verse else unit for i, unit in enumerate(units)]
