"""Different figures for the same thing: 18 dead, says one; 11, says the other.

Two sentences dispute a figure when they count the same thing otherwise, another says each, and both tell of
the same event: neither speaks of another time, and they share what else they are about. What is not sure is
left out.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.summarizers.engine import Candidate
from briefing.summarizers.wording.counts import FATES, TOLL, Count, counts
from briefing.summarizers.wording.sayers import contrasts, who_says
from briefing.text.words import stems

_RECENT = 8
"""Sentences with a count of a kind that the next is compared with, so that the work stays linear."""
_FEWEST = 2  # "one man" and "the two" are seldom counted
_CLOSE = 0.1
"""How far a rounded figure may lie from another that is the same, as a share of it."""
_SHARED = 2
"""Stems that two sentences must share besides who speaks and what is counted."""
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


@dataclass(frozen=True, slots=True)
class _Claim:
    """A count, and whose."""

    index: int
    count: Count
    who: frozenset[str]
    about: frozenset[str]
    contrasts: bool


def disputed(candidates: Sequence[Candidate]) -> Mapping[int, tuple[int, ...]]:
    """Return, by number, each sentence with a figure that others give otherwise, and which others.

    Both of a pair are keys. English alone is read. The work is linear in the words.
    """
    pairs: dict[int, set[int]] = defaultdict(set)
    recent: dict[str, deque[_Claim]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for index, candidate in enumerate(candidates):
        for claim in _claims(index, candidate):
            for kind in (*FATES, TOLL) if claim.count.kind == TOLL else (claim.count.kind, TOLL):
                for other in recent[kind]:
                    if other.index != index and _dispute(other, claim):
                        pairs[index].add(other.index)
                        pairs[other.index].add(index)
            recent[claim.count.kind].append(claim)
    return {index: tuple(sorted(others)) for index, others in sorted(pairs.items())}


def _claims(index: int, candidate: Candidate) -> list[_Claim]:
    if candidate.article.language != "en" or _ELSEWHERE.search(candidate.text):
        return []
    found = list(counts(candidate.text))
    who = who_says(candidate.text) if found else frozenset()
    if not who:
        return []
    told = candidate.text.replace("’", "'").replace("'s ", " ").replace("air strike", "airstrike")
    about = frozenset(stem for stem in stems(told, "en") if stem.isalpha()) - _ANY
    against = contrasts(candidate.text)
    kinds = [count.kind for count in found]
    return [
        _Claim(index, count, who, about, against)
        for count in found
        if count.value >= _FEWEST and kinds.count(count.kind) == 1
    ]


def _dispute(one: _Claim, other: _Claim) -> bool:
    if one.who & other.who or _same(one.count, other.count):
        return False
    counted = {one.count.kind, other.count.kind}
    if len((one.about & other.about) - counted) < _SHARED:
        return False
    return not counted.isdisjoint(FATES) or one.contrasts or other.contrasts


def _same(one: Count, other: Count) -> bool:
    """Say whether the figures agree, one of them perhaps rounded."""
    slack = _CLOSE * max(one.value, other.value) if one.rounded or other.rounded else 0
    return abs(one.value - other.value) <= slack
