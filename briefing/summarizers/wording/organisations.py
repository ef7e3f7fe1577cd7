"""The organisation that "The company" stands for, where one alone can be meant, and that put in its place.

An organisation is told by its name ("Alda Motors", "the Museum of Alda") or by a noun beside it ("Norvik, a
shipping company,", "the airline Norvik"); what cannot be told so is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.model import Document, Sentence
from briefing.summarizers.wording.names import People
from briefing.summarizers.wording.organisation_names import names_in, of_kind
from briefing.summarizers.wording.referents import Named
from briefing.summarizers.wording.speech import opened_before
from briefing.text.organisation_words import KINDS, TEAMS

_REACH = 3
"""How many sentences back the organisation may be named."""
_FIRST = 5
"""How many sentences from the start may tell what it is."""
_LEAD = 2
_NOUN = re.compile(rf"The (?P<noun>{'|'.join((*KINDS, *TEAMS))})(?P<owner>['’]s?)?(?![\w'’-])")
# What behind the noun tells which is meant.
_TOLD = re.compile(
    r",? (?:of|that|which|who|in|at|behind|for|with|from|on|led|called|known|named|and|[A-Z“\"‘(])|,|-| --| –"
)
# Names that "the" stands before.
_WITH_ARTICLE = re.compile(
    r"^(?:University|Museum|College) of |\b(?:Ministry|Department|Commission|Council|Agency|Administration)\b"
)
_DEFINITE = re.compile(rf"\b(?:[Tt]he|[Ii]ts) (?P<noun>{'|'.join(KINDS)})\b")
_PLACED = re.compile(r"\b(?:in|at|from|near|to|of|across|around|outside|inside|off|on) (?:the )?$")


def with_organisation(document: Document, index: int, text: str, who: People) -> Named | None:
    """Return `text` with the name of the organisation that it opens with ("The company said").

    It is the text itself, without spans, where it opens with none; None where it does, and which is meant is
    not certain.
    """
    found = _NOUN.match(text)
    if found is None or _TOLD.match(text, found.end()):
        return Named(text, ())
    span = _meant(document, index, found["noun"], who)
    if span is None:
        return None if _unknown(document, index, found["noun"]) else Named(text, ())
    name = document.article.text[span[0] : span[1]]
    if name.split()[0] in text[found.end() :]:
        return None
    owner = found["owner"] or ""
    if owner:
        name, owner = name.removesuffix("."), owner[0] + ("" if name.endswith("s") else "s")
    before = document.article.text[max(0, span[0] - 4) : span[0]].lower()
    article = "The " if before == "the " or _WITH_ARTICLE.search(name) else ""
    return Named(f"{article}{name}{owner}{text[found.end() :]}", (span,))


def _unknown(document: Document, index: int, noun: str) -> bool:
    """Say whether nothing in the article's first sentences tells what the noun stands for."""
    lead = " ".join(s.text.lower() for s in document.sentences[: min(_LEAD, index)])
    return index > 0 and noun not in re.findall(r"\w+", lead)


def _meant(document: Document, index: int, noun: str, who: People) -> tuple[int, int] | None:
    """Return where the one organisation that can be meant is named in full."""
    if noun not in KINDS or opened_before(document, index):
        return None
    known: dict[str, tuple[int, int]] = {}
    for sentence in (*document.sentences[:_FIRST], *document.sentences[max(0, index - _REACH) : index]):
        if sentence.index < index:
            for start, end in of_kind(document, sentence, noun):
                known.setdefault(document.article.text[start:end], (start, end))
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        sentence = document.sentences[back]
        if sentence.paragraph < document.sentences[index].paragraph - _REACH or _rivals(noun).search(
            sentence.text
        ):
            return None
        first = _first_named(document, sentence, known, who)
        if first != "":
            return known.get(first or "")
        if any(found["noun"] != noun for found in _DEFINITE.finditer(sentence.text)):
            return None  # perhaps another's
    return None


def _first_named(
    document: Document, sentence: Sentence, known: Mapping[str, tuple[int, int]], who: People
) -> str | None:
    """Return what the sentence names first, if it is one of the known: "" where it names nothing.

    None stands for another thing, and for two of the known. People and places are no things.
    """
    text, first = document.article.text, ""
    people = [m.start + sentence.start for m in who.mentions(text[sentence.start : sentence.end]) if m.person]
    for start, end in names_in(text, sentence):
        name = text[start:end]
        whole = next((each for each in known if each == name or _is_short(name, each)), None)
        if whole and whole != (first or whole):
            return None
        if whole:
            first = whole
        elif not first and not _is_nothing(text, sentence, (start, end), who, people):
            return None
    return first


def _is_nothing(
    text: str, sentence: Sentence, span: tuple[int, int], who: People, people: Sequence[int]
) -> bool:
    """Say whether the capitals are a person's, a place's or those of any word that opens a sentence."""
    start, end = span
    if any(start <= place < end for place in people) or _PLACED.search(text, sentence.start, start):
        return True
    opens = not text[sentence.start : start].strip("\"'“‘ ")
    return opens and " " not in text[start:end] and text[start:end].lower() not in who.capitalised


def _is_short(name: str, whole: str) -> bool:
    """Say whether `name` is what is left of `whole` without "Inc." and the like, or its initials."""
    return whole.startswith(name + " ") or name == "".join(w[0] for w in whole.split() if w[0].isupper())


@lru_cache(maxsize=64)
def _rivals(noun: str) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, KINDS[noun][0])))
    return re.compile(
        r"(?i)\b(?:another|other|rival|two|three|four|several|many|some|both|these|those|competing)"
        rf" (?:[\w-]+ ){{0,3}}?(?:{nouns})(?:s|es)?\b"
    )
