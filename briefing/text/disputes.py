"""Different figures for the same thing: 18 dead, says one; 11, says the other.

Two sentences dispute a figure when they count the same thing otherwise, another says each, and both tell of
the same event: neither speaks of another time, and they share what else they are about. What is not sure is
left out.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.text.counts import FATES, TOLL, Count, counts
from briefing.text.sayers import contrasts, who_says
from briefing.text.words import stems

_RECENT = 8
"""Sentences with a count of a kind that the next is compared with, so that the work stays linear."""
_LONGEST = 2000  # characters: what is longer is no sentence
_FEWEST = 2  # "one man" and "the two" are seldom counted
_CLOSE = 0.1
"""How far a rounded figure may lie from another that is the same, as a share of it."""
_SHARED = 2
"""Stems that two sentences must share besides who speaks and what is counted; one less where one says that
the other is wrong, one more where two reports count something other than people's fates."""
# Another time than the event's, another event, or none yet.
_ELSEWHERE = re.compile(
    r"\b(?:(?:[Ll]ast|previous|past|earlier (?:this|in the)|each|every|per) (?:\w+ )?"
    r"(?:month|year|week|decade|summer|winter|spring|autumn|century)s?|in (?:19|20)\d\d|[Ss]ince"
    r"|[Bb]etween (?:19|20|[A-Z])\w+ and|so far|ago|in recent|(?:19|20)\d\ds?|in all|annually"
    r"|a (?:year|month|day)|[Tt]hose|[Tt]hat includes|another|other|earlier|previously|plan(?:s|ned)?"
    r"|order(?:s|ed)?|will|would|threaten\w*|demand\w*)\b"
)
# What any report of harm says.
_ANY = frozenset(
    stem
    for word in "people person men women children civilians officials authorities police report reported"
    " statement total number toll figure attack incident killed dead injured wounded hurt died arrested"
    " missing least monday tuesday wednesday thursday friday saturday sunday day news agency".split()
    for stem in stems(word, "en")
)


# A sentence without either counts nothing that anybody says.
_MAY_COUNT = re.compile(
    r"\d|(?i:\b(?:t(?:wo|hree|en|wel|hirt|wen|hou)|f(?:our|ive|if)|s(?:ix|even)|eight|nine|elev|hundr|mill|bill))"
)
_MAY_SAY = re.compile(
    r"sa[iy]|told|report|announce|claim|put|estimat|confirm|count|insist|acknow|stat|add|belie|maint|disput|sp[eo]|[aA]ccord"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A count that somebody gives."""

    index: int
    """The number of its sentence."""
    count: Count
    who: str
    """Who gives it, as written."""
    about: frozenset[str]
    """Stems of what else the sentence is about, the one who speaks included."""
    contrasts: bool
    """Whether it sets its word against another's."""
    text: int = 0
    """The number of the text that its sentence is in."""

    @property
    def side(self) -> frozenset[str]:
        """Stems of the one who gives it."""
        return frozenset(_stems(self.who))


def disputes(sentences: Sequence[str], texts: Sequence[int] | None = None) -> Iterator[tuple[Claim, Claim]]:
    """Yield each two claims in English sentences that give another figure for the same thing.

    `texts` has the number of the text that each sentence is in, where they are of several about one event.
    The work is linear in the words.
    """
    recent: dict[str, deque[Claim]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for index, sentence in enumerate(sentences):
        text = texts[index] if texts else 0
        before = sentences[index - 1] if index and not (texts and texts[index - 1] != text) else ""
        for claim in claims(index, sentence, before, text):
            for kind in (*FATES, TOLL) if claim.count.kind == TOLL else (claim.count.kind, TOLL):
                for other in recent[kind]:
                    if other.index != index and _dispute(other, claim):
                        yield other, claim
            recent[claim.count.kind].append(claim)


def claims(index: int, sentence: str, before: str = "", text: int = 0) -> list[Claim]:
    """Return what is counted in a sentence, each kind once, where somebody gives the figure.

    `before` is the sentence before it, which may tell who "it" is that gives it; `text` is its text's number.
    """
    if len(sentence) > _LONGEST or not (_MAY_SAY.search(sentence) and _MAY_COUNT.search(sentence)):
        return []
    who = who_says(sentence)
    told = sentence
    if not who and (who := who_says(sentence, before)):
        told = f"{before} {sentence}"
    found = list(counts(sentence)) if who and not _ELSEWHERE.search(sentence) else []
    kinds = [count.kind for count in found]
    single = [c for c in found if c.value >= _FEWEST and kinds.count(c.kind) == 1]
    if not single:
        return []
    about = frozenset(stem for stem in _stems(told) if stem.isalpha()) - _ANY
    return [Claim(index, count, who, about, contrasts(told), text) for count in single]


def _stems(text: str) -> list[str]:
    return stems(text.replace("’", "'").replace("'s", "").replace("air strike", "airstrike"), "en")


def _dispute(one: Claim, other: Claim) -> bool:
    if one.side & other.side or _same(one.count, other.count):
        return False
    counted = {one.count.kind, other.count.kind}
    against = one.contrasts or other.contrasts
    shared = len((one.about & other.about) - counted)
    if shared < _SHARED - against:
        return False
    # Within a report two counts of the same thing are mostly of two parts of it.
    reports = one.text != other.text and shared > _SHARED
    return against or reports or not counted.isdisjoint(FATES)


def _same(one: Count, other: Count) -> bool:
    """Say whether the figures agree, one of them perhaps rounded."""
    slack = _CLOSE * max(one.value, other.value) if one.rounded or other.rounded else 0
    return abs(one.value - other.value) <= slack
