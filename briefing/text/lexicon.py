"""What one language's words say about a full stop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.text.abbreviations import GENERAL, HOURS, LAST, NUMBERED, OPEN, ORDINALS, TITLES
from briefing.text.openings import STARTERS

_ALIASES = {"no": "nb", "nn": "nb", "be": "ru"}

EXCLAIMED = frozenset(["Yahoo", "Yum", "Jeopardy", "E"])
"""Names that end in an exclamation mark."""
AFTER_HOUR = frozenset(
    (
        "et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eet ist jst msk eastern central "
        "pacific mountain local monday tuesday wednesday thursday friday saturday sunday january february "
        "march april may june july august september october november december"
    ).split()
)
"""What a time of day goes on with."""
SUFFIXES = frozenset(
    (
        "com net org gov edu uk html htm php asp aspx js ts py rb pdf jpg jpeg png gif svg txt doc docx xls "
        "xlsx csv json xml zip exe mp3 mp4"
    ).split()
)
"""The last part of addresses and file names."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words around full stops; `starters` in small letters, the others as they are written."""

    titles: frozenset[str]
    numbered: frozenset[str]
    open: frozenset[str]
    last: frozenset[str]
    hours: frozenset[str]
    general: frozenset[str]
    starters: frozenset[str]
    known: frozenset[str]
    """All but the starters."""
    ordinals: bool


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """Return the words of `language` (ISO 639-1), with those of all languages and with English openings."""
    code = _ALIASES.get(language, language)
    titles, numbered, going, last, hours, general = (
        _written(table, code) for table in (TITLES, NUMBERED, OPEN, LAST, HOURS, GENERAL)
    )
    return Lexicon(
        titles=titles,
        numbered=numbered,
        open=going,
        last=last,
        hours=hours,
        general=general,
        known=titles | numbered | going | last | hours | general,
        starters=frozenset(f"{STARTERS['en']} {STARTERS.get(code, '')}".split()),
        ordinals=code in ORDINALS,
    )


def _written(table: dict[str, str], code: str) -> frozenset[str]:
    """Return a table's words in the ways in which they are written."""
    words = f"{table.get('', '')} {table.get(code, '')}".split()
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
