"""The people of an article: full names, and what else each is called by.

English spelling is taken for granted: a name is a run of capitalised words, and a person's is told by a known
given
name, by a title, an age or a relative "who" beside it, or by "Mr" before its last word elsewhere. What cannot
be told
is left out: better no name than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model import Document
from briefing.summarizers.wording.given_names import MEN, WOMEN
from briefing.summarizers.wording.name_runs import Run, is_given, runs
from briefing.summarizers.wording.name_words import CROWNED, HONORIFICS, NO_NAME, NO_PERSON, RANKS
from briefing.summarizers.wording.people_words import PEOPLE
from briefing.text.places import CITIES

# An age or a clause of its own behind a name: "Ada Brun, 31," and "Ada Brun, who".
_LIKE_PERSON = re.compile(r"(?:,| \() ?(?:\d{1,3}[,.)]|who\b|whose\b|aged \d)")
_SAYS = re.compile(r" (?:said|says|told|tells|added|wrote|tweeted)\b")
_AGED = "aged"
"""Noted among the titles of a word alone that an age or "who" follows."""
_SPEAKS = "said"
"""Noted among them where it says something, and no "the" makes it a paper or a firm."""
_LAST_WORD = re.compile(r"([\w-]+),? $")
_REACH = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names in full."""

    name: str
    """As the article first writes it, without a title: "John F. Folda"."""
    short: str
    """The surname, with its particles: "Folda", "van Gaal"."""
    start: int
    end: int
    """Where that first mention is: `article.text[start:end]`."""
    gender: str
    """ "m", "f", or "" where nothing tells."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where somebody is named."""

    start: int
    """Where the name starts, after any title."""
    end: int
    title: str
    """What stands before the name, in lower case without its stop: "mr", "col", or ""."""
    full: bool
    """Whether the name is given in full."""
    person: Person | None
    """None for one who is not known by a full name, or whose name several share."""
    sure: bool = True
    """Whether it is a person; False for a capitalised word that may be one."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article."""

    by_name: Mapping[tuple[str, str], Person]
    by_alias: Mapping[str, Person | None]
    """By a surname or a given name alone, in lower case; None where several share it."""
    capitalised: frozenset[str]
    """Words, in lower case, that stand alone with a capital in mid-sentence: names of some kind."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return who is named in `text`, in order."""
        return tuple(m for run in runs(text, 0, len(text)) if (m := self._mention(run)))

    def named(self, text: str) -> frozenset[str]:
        """Return the full names that stand in `text`: what a later bullet need not tell again."""
        return frozenset(m.person.name for m in self.mentions(text) if m.full and m.person)

    def _mention(self, run: Run) -> Mention | None:
        name = run.name
        if not name.words:
            return None
        full = len(name.words) > 1
        if full and (found := self.by_name.get(name.key)):
            return Mention(run.start, run.end, name.title, True, found)
        alias = " ".join(name.words).lower()
        if alias in self.by_alias:
            return Mention(run.start, run.end, name.title, False, self.by_alias[alias])
        titled = name.title in HONORIFICS or name.title in RANKS or name.title in CROWNED
        if name.given or titled or is_given(alias):
            return Mention(run.start, run.end, name.title, full, None)
        if full or (alias in self.capitalised and alias not in CITIES and not name.words[0].isupper()):
            return Mention(run.start, run.end, name.title, full, None, sure=False)
        return None


def people(document: Document) -> People:
    """Return the people whom an English article names in full. The work is linear in its length."""
    text = document.article.text
    found: dict[tuple[str, str], _Found] = {}
    single: dict[str, set[str]] = {}
    inner: set[str] = set()
    others: set[str] = set()
    for sentence in document.sentences:
        for run in runs(text, sentence.start, sentence.end):
            name = run.name
            if len(name.words) > 1:
                _note(found, run, text, run.start > sentence.start + 1)
                continue
            if name.words:
                _note_alone(single, run, text)
                if run.start > sentence.start + 1:
                    inner.add(name.words[0].lower())
            if len(name.whole) > 1:
                others.update(name.whole)
    known = _known(found, single, text)
    for key, each in found.items():
        if key not in known:
            others.update(each.run.name.whole)
            inner.update(map(str.lower, each.run.name.words))
    return People(known, _aliases(known, others), frozenset(inner))


@dataclass(slots=True)
class _Found:
    """What has been seen of one full name so far."""

    run: Run
    likely: bool = False
    """Whether something beside it tells a person."""
    says: bool = False
    inner: bool = False
    """Whether it stands in mid-sentence, too: "Buying Madonna" does not."""
    titles: set[str] = field(default_factory=set)

    def is_person(self, single: Mapping[str, set[str]]) -> bool:
        """Say whether anything in the article tells that the name is a person's."""
        alone = single.get(self.run.name.key[1])
        if self.likely or alone is None:
            return self.likely
        return self.says or not alone.isdisjoint((*HONORIFICS, _AGED)) or (self.inner and _SPEAKS in alone)

    def person(self, text: str, alone: set[str]) -> Person:
        """Return the person, as first named; `alone` holds the titles before the surname alone."""
        told = self.titles | (alone & HONORIFICS.keys())
        start, end = self.run.start, self.run.end
        name = self.run.name
        return Person(text[start:end], name.surname, start, end, _gender(name.words[0], told))


def _note(found: dict[tuple[str, str], _Found], run: Run, text: str, inner: bool) -> None:
    name = run.name
    each = found.setdefault(name.key, _Found(run))
    each.inner = each.inner or inner
    each.titles.add(name.title)
    each.likely = each.likely or name.given or _like_person(run, text)
    each.says = each.says or bool(_SAYS.match(text, run.end))


def _note_alone(single: dict[str, set[str]], run: Run, text: str) -> None:
    told = single.setdefault(run.name.words[0].lower(), set())
    told.add(run.name.title)
    if _LIKE_PERSON.match(text, run.end):
        told.add(_AGED)
    if _SAYS.match(text, run.end) and text[max(0, run.start - 4) : run.start].lower() != "the ":
        told.add(_SPEAKS)


def _known(
    found: Mapping[tuple[str, str], _Found], single: Mapping[str, set[str]], text: str
) -> dict[tuple[str, str], Person]:
    """Return those who are people, and with them those who share a surname with one of them."""
    people = {key for key, each in found.items() if each.is_person(single)}
    spread = Counter(surname for _, surname in people)
    people |= {key for key in found if key[1] in spread}
    spread = Counter(surname for _, surname in people)
    return {
        # "Ms Brun" tells of Ada Brun only where there is no other Brun.
        key: found[key].person(text, single.get(key[1], set()) if spread[key[1]] == 1 else set())
        for key in found
        if key in people
    }


def _like_person(run: Run, text: str) -> bool:
    if len(run.name.words) > 3:
        return False
    if run.name.title in HONORIFICS or run.name.title in RANKS or _LIKE_PERSON.match(text, run.end):
        return True
    before = _LAST_WORD.search(text, max(0, run.start - _REACH), run.start)
    return bool(before and before[1] in PEOPLE)


def _gender(given: str, titles: set[str]) -> str:
    told = {HONORIFICS.get(t) or RANKS.get(t) or CROWNED.get(t) or "" for t in titles} - {""}
    if len(told) == 1:
        return told.pop()
    first = given.lower().partition("-")[0]
    return ("m" if first in MEN else "") if first not in WOMEN else ("" if first in MEN else "f")


def _aliases(known: Mapping[tuple[str, str], Person], others: set[str]) -> dict[str, Person | None]:
    """Return who is meant by a surname or a given name alone; None where that is not sure."""
    aliases: dict[str, Person | None] = {}
    for (given, surname), person in known.items():
        for alias in {given, surname, person.short.lower()}:
            sure = alias not in aliases and alias not in others and not _is_other(alias)
            aliases[alias] = person if sure else None
    return aliases


def _is_other(alias: str) -> bool:
    return len(alias) < 3 or alias in NO_PERSON or alias in NO_NAME or alias in CITIES or alias in RANKS
