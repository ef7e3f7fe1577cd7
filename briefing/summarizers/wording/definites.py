"""Sentences about "the driver" or "this ruling": what an earlier sentence has brought in."""

from __future__ import annotations

import re

from briefing.model import Document
from briefing.summarizers.wording.people_words import gender
from briefing.summarizers.wording.pointers import points_at_thing

_MOST = 4
_LEAD = 2
"""The sentences that a summary nearly always tells something of."""
# Everybody knows of one, wherever the sentence stands.
_OFFICES = frozenset(
    "president chancellor premier pope king queen mayor governor secretary minister judge prosecutor coroner"
    " magistrate chairman chief official resident native voter".split()
)
# What behind the noun tells who is meant.
_TOLD = re.compile(
    r" (?:of|in|from|who|that|with|at|behind|for|to|on|near|whose|where|and|accused|charged|suspected"
    r"|convicted|named|called|known|identified|responsible|involved|killed|arrested|shot|aboard|living"
    r"|working|holding|carrying|leading|running|[A-Z“\"'‘(][\w.'’-]*)(?![\w'’-])"
    r"|,? (?:-- |– |— )?(?:whom? |later )?(?:named|identified|called|[A-Z][\w.'’-]* [A-Z])|-| -- "
)
# "The 17-year-old Danish student".
_OPENING = re.compile(r"The (?:\d+-year-old (?:[A-Z][\w'’-]+ ){0,2})?")
_WORD = re.compile(r"[\w'’-]+")
# A verb, a preposition: the noun phrase is over.
_OVER = re.compile(
    r"(?:of|in|on|at|to|for|from|with|by|and|or|that|who|which|is|are|was|were|has|have|had|will|would|can"
    r"|could|may|might|did|does|said|says|told|after|as|but|when|while|if|not|[A-Z].*)$"
)


def takes_up_middle(document: Document, index: int, text: str) -> bool:
    """Say whether English `text` speaks of what the middle of the article has brought in.

    It opens with a person ("The driver fled") who is not told by what follows ("The driver of the bus", "The
    driver, Rolf Ekdal,"), nor known from the article's first sentences, of which a summary nearly always has
    one; or it says "this ruling" behind those.
    """
    if index <= _LEAD:
        return False
    noun = _person(text)
    if noun is None:
        return points_at_thing(text)
    return not any(_has(s.text, noun) for s in document.sentences[:_LEAD])


def _person(text: str) -> str | None:
    """Return the noun, in the singular, of the untold person or persons whom `text` opens with."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    place = opening.end()
    for _ in range(_MOST):
        found = _WORD.match(text, place)
        if found is None or _OVER.match(found[0]):
            return None
        bare = found[0].removesuffix("'s").removesuffix("’s")
        noun, owner = singular(bare), bare != found[0]
        following = text[found.end() :]
        if gender(noun) is not None and (owner or not _is_person(following)):
            return None if noun in _OFFICES or (not owner and _TOLD.match(following)) else noun
        if following[:1] != " ":
            return None
        place = found.end() + 1
    return None


def _is_person(following: str) -> bool:
    found = _WORD.match(following, 1) if following[:1] == " " else None
    return bool(found and gender(singular(found[0])) is not None)


def _has(text: str, noun: str) -> bool:
    return any(singular(word[0].lower()) == noun for word in _WORD.finditer(text))


def singular(noun: str) -> str:
    """Return the singular of a noun for people, in lower case: of "gunmen", "babies", "witnesses"."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "oes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
