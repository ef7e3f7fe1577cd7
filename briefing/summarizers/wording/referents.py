"""Whom a "he" stands for, where one person alone can be meant, and the sentence with that name put in."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from briefing.model import Document, Sentence
from briefing.summarizers.wording.names import Mention, People, Person
from briefing.summarizers.wording.people_words import PEOPLE
from briefing.summarizers.wording.pronouns import (
    PRONOUNS,
    competitors,
    dangling,
    dangling_plural,
    may_be,
    may_point_ahead,
    put_in,
)
from briefing.summarizers.wording.quoted import quoted
from briefing.summarizers.wording.speech import opened_before

_REACH = 3
"""How many sentences back a person may be named."""
_LONGEST = 2000
_NEAR = 200  # characters before a name that tell its place in the sentence
# "… that Yassin had gone, he said": somebody else speaks.
_SOMEBODY_SAID = re.compile(r"[,\"”'’] (?:he|she) (?:said|says|told|added|adds|wrote|explained|recalled)\b")
_SPEAKER = re.compile(
    r",[\"”'’]? (?P<word>he|she) (?:said|says|added|adds|explained|recalled|wrote|told [^,\"“”]{1,60})\.?$"
)
_BESIDE = re.compile(r",? (?:[\w-]+ )?$|$")
# What stands before a subject: the start, a comma, a link, or "said" turned round.
_BEFORE_SUBJECT = re.compile(
    r"(?:^[\"“'‘(]*|[,;:—–-] |[\"”’'] |\b(?i:that|when|as|after|because|before|while|if|where|which|said|says"
    r"|added|and|but|since|until|although|though|why|how|explained|testified|asked|recalled) )$"
)
_LAST_WORD = re.compile(r"([\w.'’-]+) $")


class Named(NamedTuple):
    """A sentence with names put in, and where in the article they come from."""

    text: str
    spans: tuple[tuple[int, int], ...]


def with_referents(document: Document, index: int, text: str, told: Set[str], who: People) -> Named | None:
    """Put names in for the pronouns of `text` that have nobody to stand for; None where that is not certain.

    `told` holds the full names that the reader has met: of those the surname will do.
    """
    spans: tuple[tuple[int, int], ...] = ()
    for gender in ("m", "f"):
        pronoun = dangling(text, gender, who)
        if pronoun is None:
            continue
        steady = not pronoun.start() or pronoun["word"].lower() in ("he", "she")
        person = None if may_point_ahead(text, pronoun) else referent(document, index, gender, who, steady)
        if person is None or any(m.person == person for m in who.mentions(text)):
            return None
        named = put_in(text, pronoun, _name(person, told, who))
        if named is None:
            return None
        text, spans = named, (*spans, (person.start, person.end))
    if dangling_plural(text, who):
        return None
    return Named(text, spans) if spans else _with_speaker(document, index, text, told, who)


def _with_speaker(document: Document, index: int, text: str, told: Set[str], who: People) -> Named:
    """Name the one who speaks at the end ("…, she said."), where that is nobody whom the sentence names."""
    found = _SPEAKER.search(text)
    if found is None or quoted(text, found.start("word")):
        return Named(text, ())
    gender = "m" if found["word"] == "he" else "f"
    person = referent(document, index, gender, who)
    if person is None or any(m.person == person for m in who.mentions(text)):
        return Named(text, ())
    named = text[: found.start("word")] + _name(person, told, who) + text[found.end("word") :]
    return Named(named, ((person.start, person.end),))


def referent(document: Document, index: int, gender: str, who: People, steady: bool = True) -> Person | None:
    """Return the one person whom a pronoun of `gender` in sentence `index` can mean, if there is but one.

    It is the person named in the nearest sentence that names or tells of anybody of that gender, unless that
    sentence has two. A `steady` pronoun, a subject or the first word, goes on with the subject of that
    sentence; any other may mean whatever name is in it.
    """
    if opened_before(document, index):
        return None  # perhaps somebody's words
    here = document.sentences[index]
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        sentence = document.sentences[back]
        if sentence.paragraph < here.paragraph - _REACH:
            return None
        if sentence.text.endswith(" ."):
            continue  # a caption
        if len(sentence.text) > _LONGEST:
            return None
        people = _fitting(sentence, gender, who, steady)
        if people:
            return people[0] if len(people) == 1 else None
        if competitors(sentence.text, gender):
            return None
    return None


def _fitting(sentence: Sentence, gender: str, who: People, steady: bool) -> list[Person | None]:
    """Return all in the sentence who may be meant; None stands for one not known, or not surely meant."""
    text = sentence.text
    found: dict[Person | None, Mention] = {}
    for mention in who.mentions(text):
        named = mention.sure or mention.full or mention.start < 2 or not steady
        if named and may_be(mention, text, gender):
            found.setdefault(mention.person, mention)
    if len(found) == 1:
        (mention,) = found.values()
        if not _is_subject(text, mention, gender):
            found[None] = mention
    return list(found)


def _is_subject(text: str, mention: Mention, gender: str) -> bool:
    """Say whether the sentence is about the one whom it names, and nobody else goes before or speaks."""
    before = text[: mention.start]
    if quoted(text, mention.start) or _SOMEBODY_SAID.search(text) or PRONOUNS[gender].search(before):
        return False
    if any(not _BESIDE.match(text[end : mention.start]) for _, end in competitors(before, gender)):
        return False
    owner = text[mention.end : mention.end + 2] in ("'s", "’s")
    before = before[-_NEAR:]
    while (word := _LAST_WORD.search(before)) and (word[1][0].isupper() or word[1] in PEOPLE):
        before = before[: word.start()]
    return bool(_BEFORE_SUBJECT.search(before)) and not (owner and before.strip("\"“'‘("))


def _name(person: Person, told: Set[str], who: People) -> str:
    known = person.name in told and who.by_alias.get(person.short.lower()) == person
    return person.short if known else person.name
