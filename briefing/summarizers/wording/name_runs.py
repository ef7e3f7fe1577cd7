"""Runs of capitalised words in English text, cut down to what may be a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.summarizers.wording.given_names import MEN, WOMEN
from briefing.summarizers.wording.name_words import CROWNED, FIELDS, HONORIFICS, NO_NAME, NO_PERSON, RANKS
from briefing.summarizers.wording.people_words import CALLINGS

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŘŚŞŠȘŤŢȚŪŮŰŲŹŻŽ"
_WORD = rf"[{_UPPER}][\w-]*(?:['’](?!(?:s|d|t|m|ll|re|ve)\b)(?=\w)[\w-]*)*"
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Prof|Rev|Det|Insp|Const|Supt|Hon|Pres|Cpl"
    r"|Pvt|Brig|St)\."
)
_PARTICLES = "de da di del della der den van von bin bint ibn al el la le du dos ben ter".split()
_PART = rf"(?:{_ABBREVIATED}|(?:[{_UPPER}]\.)+|{_WORD})"
# The capital is looked for first, since a search can skip to it. Whatever follows the first part may be
# missing, so nothing is ever given back and the work is linear.
_RUN = re.compile(
    rf"(?=[{_UPPER}])(?<![\w'’-]){_PART}"
    rf"(?: (?:(?:(?:{'|'.join(_PARTICLES)}) ){{0,2}}{_PART}|al-{_WORD}))*"
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# "St. Louis", "Fort Henry", "Port Stanley": a given name after these is a place.
_PLACES = frozenset("st saint fort port new lake mount mt san santa cape camp".split())
_MOST_WORDS = 4


_LONGEST = 100  # characters of a run that is worth remembering


class Name(NamedTuple):
    """What of a run of capitalised words may be a person's name, without what goes before and after it."""

    start: int
    end: int
    """Where the name is in the run."""
    words: tuple[str, ...]
    """Empty where it can be no person's name."""
    title: str
    """The word of the run before the name, in lower case without its stop: "mr", "col"; or ""."""
    given: bool
    """Whether it opens with a known given name that a surname follows."""
    whole: tuple[str, ...]
    """The run from the name on, name or not, in lower case."""
    surname: str
    """The last word, with the particles before it: "van Gaal"."""

    @property
    def key(self) -> tuple[str, str]:
        """The given name and the surname without particles, in lower case."""
        return self.words[0].lower(), self.surname.rpartition(" ")[2].lower()


class Run(NamedTuple):
    """A name, and where in the text it is."""

    start: int
    end: int
    name: Name


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of capitalised words in `text[start:end]`, in order, in time linear in its length.

    Left out are words that open a sentence or a title and nothing more ("The", "Mr").
    """
    for found in _RUN.finditer(text, start, end):
        run, at = found[0], found.start()
        name = _name(run) if len(run) < _LONGEST else _cut(run)
        if name.whole:
            yield Run(at + name.start, at + name.end, name)


def is_given(word: str) -> bool:
    """Say whether `word`, in lower case, is a known given name, or a double one that opens with one."""
    first = word.partition("-")[0]
    return first in MEN or first in WOMEN


def _cut(run: str) -> Name:
    words = run.split(" ")
    low = [word.rstrip(".").lower() for word in words]
    first = _name_starts(low)
    whole, title = tuple(low[first:]), low[first - 1] if first else ""
    given = _given(low, first)
    if given is not None and given > first:
        title, first = "", given
    last = _name_ends(low, first)
    # What stands first may be a place's name too (Chad, Jordan); behind a given name it isn't one.
    other = not NO_PERSON.isdisjoint(low[first + (given is not None) : last])
    bad = other or last - first > _MOST_WORDS or first == last or words[last - 1].endswith(".")
    begin = sum(len(word) + 1 for word in words[:first])
    name = words[first:last]
    kept = () if bad else tuple(name)
    end = begin + len(" ".join(name))
    return Name(begin, end, kept, title, given is not None and len(kept) > 1, whole, _surname(kept))


def _surname(name: tuple[str, ...]) -> str:
    words = [word for word in name if word.rstrip(".").lower() not in _SUFFIXES]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[max(first, 0) :])


# The same few words open most sentences, and the same people are named again and again.
_name = lru_cache(maxsize=8192)(_cut)


def _name_starts(low: list[str]) -> int:
    """Return how many titles and function words the run opens with."""
    for i, word in enumerate(low):
        title = i < len(low) - 1 and (word in RANKS or word in FIELDS or word in CROWNED or word in CALLINGS)
        if not (title or word in NO_NAME or word in HONORIFICS):
            return i
    return len(low)


def _given(low: list[str], first: int) -> int | None:
    """Return where a known given name stands that another word follows."""
    for i in range(first, len(low) - 1):
        if is_given(low[i]) and not (i and low[i - 1] in _PLACES):
            return i
    return None


def _name_ends(low: list[str], first: int) -> int:
    """Return where a title or a function word ends the name that starts at `first`."""
    for i in range(first + 1, len(low)):
        if low[i] in NO_NAME or low[i] in RANKS or low[i] in FIELDS:
            return i
    return len(low)
