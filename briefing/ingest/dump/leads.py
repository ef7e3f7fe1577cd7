"""Which paragraphs of a dump open with a dateline, and not with a speaker's name or another label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.ingest.dump.kinds import Kind, Unit
from briefing.text.dateline import Dateline, dateline
from briefing.text.places import CITIES


def leads(units: Sequence[Unit]) -> dict[int, Dateline]:
    """Return the datelines by the index of their unit.

    "KROLL: …" may be a place. Names that come back in many paragraphs are those of speakers.
    """
    prose = [i for i, unit in enumerate(units) if unit.kind is Kind.PROSE]
    found = {i: line for i in prose if (line := dateline(units[i].text))}
    unsure = {i: str(line.place) for i, line in found.items() if not is_sure(units[i].text, line)}
    speakers = _speakers(unsure, len(prose))
    return {i: line for i, line in found.items() if unsure.get(i) not in speakers}


def is_sure(text: str, line: Dateline) -> bool:
    """Tell whether a date, an agency or a known city shows that the dateline of `text` is one."""
    opening = text[: line.end]
    city = (line.place or "").split(",")[0].casefold()
    return city in CITIES or "(" in opening or any(map(str.isdigit, opening))


def _speakers(unsure: Mapping[int, str], paragraphs: int) -> set[str]:
    counts = Counter(unsure.values())
    often = max(counts.values(), default=0)
    if often >= 2 and len(unsure) >= 0.4 * paragraphs:
        return set(counts)
    return {name for name, count in counts.items() if count >= 3}
