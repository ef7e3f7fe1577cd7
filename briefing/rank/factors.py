"""What a story is worth by itself: a product of factors, each 1 for what is usual."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from briefing.rank.candidate import Candidate
from briefing.text.reading_time import count_words

HALF_LIFE = timedelta(days=1)
OLDEST = 1 / 8
"""What is left of a story after three half-lives, and then for good."""
KNOWN = 0.25
"""What is left of a story that goes on with nothing new."""
INTERESTS = 2.0
"""The most that interests add; one, in full, adds 1."""
STUB, ENOUGH = 0.4, 60
"""What a story without a text is worth, and from how many words on it is worth all."""
_LOOKED_AT = 800  # characters: more than that many words
_PLACE = 0.2


def sources(candidate: Candidate) -> float:
    """Return 1 for one source, 2 for two that are independent, 3 for four: each doubling adds as much."""
    return 1 + math.log2(candidate.independent)


def weight(candidate: Candidate) -> float:
    """Return what the most valued of its sources counts."""
    return max(article.weight for article in candidate.articles)


def novelty(candidate: Candidate) -> float:
    """Return how much is left of what goes on."""
    return KNOWN + (1 - KNOWN) * candidate.novelty


def interests(touched: Iterable[float]) -> float:
    """Return 2 for one interest in full, 3 at the most."""
    return 1 + min(INTERESTS, math.fsum(touched))


def substance(candidate: Candidate) -> float:
    """Return less than 1 where no article says much: a stub may be of weight, but nobody can tell."""
    longest = max(candidate.typical, key=lambda article: len(article.text))
    known = count_words([longest.text[:_LOOKED_AT]])
    return STUB + (1 - STUB) * min(1.0, known / ENOUGH)


def age(candidate: Candidate, now: datetime) -> timedelta | None:
    """Return how old its latest article is, from 0; None where no date is known.

    Midnight sharp is how a date without a time comes in: it stands for noon.
    """
    latest = candidate.latest
    if latest is None:
        return None
    return max(timedelta(0), now - latest - (timedelta(hours=12) if is_date(latest) else timedelta(0)))


def is_date(when: datetime) -> bool:
    """Say whether only the day is known."""
    return when.timetz().replace(tzinfo=None) == time(0)


def recency(ages: Sequence[timedelta | None]) -> list[float]:
    """Return what each age leaves: 0.71 after half a day, 0.5 after a day, an eighth at the least.

    What has no date is taken to be as old as the median of what has.
    """
    lives = [each / HALF_LIFE for each in ages if each is not None]
    middle = statistics.median(lives) if lives else 0.0
    return [max(OLDEST, 2 ** -(middle if each is None else each / HALF_LIFE)) for each in ages]


def prominence(candidates: Sequence[Candidate]) -> list[float]:
    """Return for each 1.2 where its sources tell it first, 1.1 where second, and so on towards 1.

    The candidates are in reading order; what an editor puts on top is worth a little more.
    """
    told: Counter[str] = Counter()
    found = []
    for candidate in candidates:
        found.append(1 + statistics.fmean(_PLACE / (1 + told[name]) for name in candidate.sources))
        told.update(candidate.sources)
    return found
