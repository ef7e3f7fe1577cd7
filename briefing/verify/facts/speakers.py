"""Whether a claim gives a statement to the one whom its source has it from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from briefing.text.sayers import who_says
from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.function_words import FUNCTION, PRONOUNS
from briefing.verify.passages import passage_of

_SAYING = frozenset("said says say according told added announced confirmed claimed insisted stated".split())
# Whoever these are may be anybody: another sentence tells, or the claim sums several up.
_ROLES = frozenset(
    "official officials authority authorities source sources expert experts witness witnesses spokesman "
    "spokeswoman spokesperson researcher researchers scientist scientists analyst analysts people report "
    "reports statement leader leaders investigator investigators prosecutor prosecutors lawyer lawyers "
    "attorney attorneys family relative relatives resident residents man woman media minister president "
    "chief executive director study document documents record records paper newspaper network police".split()
)
_KINDS = frozenset(
    "company firm group organization organisation agency department office team government court club "
    "university school hospital force side".split()
)  # and these where nothing tells which one
_STATE = frozenset("army military navy government ministry court".split())  # never called one of those
_BINDS = frozenset("of for in at from on with and".split())
_QUOTES = re.compile('["“”„«»]')
_HELD = 0.6  # the share of what the claim says, its speaker aside, that one passage must say
_ALIKE = 0.75  # of that passage's share: another with so much may be where the claim has it from
_MOST = 50  # passages that are looked at
_NEAR = 6  # words between two names that may be one's and one's employer's


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to say something: "the Malian army"."""

    told: str
    head: str
    """The key of the last word of what names it: of "army"."""
    keys: frozenset[str]
    is_name: bool
    is_anybody: bool
    is_state: bool


@lru_cache(maxsize=1024)
def speaker(text: str) -> Speaker | None:
    """Return who says what an English sentence tells; None where nobody does, or a "he"."""
    told = who_says(_QUOTES.sub("", text).strip()).strip()
    phrase = passage_of(told, "en")
    words = phrase.words
    end = next((i for i, word in enumerate(words) if i and word in _BINDS), len(words))
    telling = [i for i in range(end) if words[i] not in FUNCTION]
    if not telling or not PRONOUNS.isdisjoint(words):
        return None
    last = telling[-1]
    anybody = words[last] in _ROLES or (len(telling) == 1 and words[last] in _KINDS)
    keys = frozenset(phrase.keys[i] for i, word in enumerate(words) if word not in FUNCTION)
    return Speaker(
        told, phrase.keys[last], keys, phrase.raw[last][0].isupper(), anybody, words[last] in _STATE
    )


def speaker_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault where the claim's speaker says something else, and another what the claim says.

    Nothing is said of speakers who may be anybody ("officials"), of a person beside an institution, nor
    where any passage with the statement is nobody's or has the claim's speaker in it.
    """
    if not c.source.english or _SAYING.isdisjoint(c.claim.words):
        return
    own = speaker(c.claim.text)
    if own is None or own.is_anybody or not (own.is_name or _speaks(c, own)):
        return
    other = None
    for other in _others(c, own):
        if other is None or not _are_two(c, own, other):
            return
    if other:
        yield Fault("roles", f"the source has this from '{other.told}', not from '{own.told}'")


def _speaks(c: Comparison, own: Speaker) -> bool:
    """Say whether the source has anything from this speaker."""
    for n in c.source.index.holding(own.head)[:_MOST]:
        found = speaker(c.source.passages[n].text)
        if found and found.head == own.head:
            return True
    return False


def _others(c: Comparison, own: Speaker) -> Iterator[Speaker | None]:
    """Yield who says what each passage tells that holds most of the claim, None where that is nobody."""
    about = {
        key: weight
        for key, weight in zip(c.claim.keys, c.weights, strict=True)
        if weight and key not in own.keys
    }
    scores: dict[int, float] = {}
    for key, weight in about.items():
        for n in c.source.index.holding(key):
            scores[n] = scores.get(n, 0.0) + weight
    best = max(scores.values(), default=0.0)
    if not best or best < _HELD * sum(about.values()):
        return
    for n in islice((n for n, score in scores.items() if score >= _ALIKE * best), _MOST):
        passage = c.source.passages[n]
        yield None if own.head in passage.keys else speaker(passage.text)


def _are_two(c: Comparison, own: Speaker, other: Speaker) -> bool:
    """Say whether two speakers are surely two, and none of them may speak for the other."""
    if own.is_state and other.told.split()[-1] in _KINDS:
        return True
    if _is_short_for(own, other) or _is_short_for(other, own):
        return False
    if other.is_anybody or own.is_name != other.is_name or not own.keys.isdisjoint(other.keys):
        return False
    return not own.is_name or not _near(c, own.head, other.head)


def _is_short_for(one: Speaker, other: Speaker) -> bool:
    """Say whether a word of `one` is the initials of `other`: "the NTSB"."""
    initials = "".join(word[0] for word in other.told.split() if word[0].isupper())
    return any(len(word) > 1 and word.replace(".", "") in initials for word in one.told.split())


def _near(c: Comparison, one: str, other: str) -> bool:
    """Say whether the source has two names close together."""
    also = set(c.source.index.holding(other))
    for n in c.source.index.holding(one)[:_MOST]:
        keys = c.source.passages[n].keys if n in also else []
        places = [i for i, key in enumerate(keys) if key == one]
        if any(other in keys[max(0, i - _NEAR) : i + _NEAR + 1] for i in places):
            return True
    return False
