"""From stories to their order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from briefing.rank import factors
from briefing.rank.candidate import Candidate, Ranking
from briefing.rank.phrases import Phrases
from briefing.rank.reasons import reasons
from briefing.rank.spread import spread
from briefing.rank.wishes import interest, muted

# Logarithms and powers may differ in their last digits from machine to machine; an order may not.
_DIGITS = 6


def rank(
    candidates: Sequence[Candidate], *, now: datetime, interests: Sequence[str] = (), mute: Sequence[str] = ()
) -> Ranking:
    """Return the order in which stories matter, given in reading order, and why.

    `now` is aware. The same input gives the same to the last digit. Raises ConfigError for an interest, or a
    word to mute, that has no letter and no figure. Time grows in line with the candidates.
    """
    hushed = _muted(candidates, Phrases(mute), mute)
    told = [number for number in range(len(candidates)) if number not in hushed]
    kept = [candidates[number] for number in told]
    looked_for = Phrases(interests)
    touched = [interest(candidate, looked_for) for candidate in kept]
    worths = _worths(kept, touched, now)
    picks = spread(worths, [each.section for each in kept], [each.thread for each in kept])
    importance = dict.fromkeys(hushed, 0.0)
    why: dict[int, tuple[str, ...]] = {number: (f"muted: {word}",) for number, word in hushed.items()}
    for pick in picks:
        importance[told[pick.number]] = round(pick.worth, _DIGITS)
        why[told[pick.number]] = reasons(kept[pick.number], pick, touched[pick.number], interests, now)
    numbers = range(len(candidates))
    return Ranking(
        tuple(told[pick.number] for pick in picks),
        tuple(importance[number] for number in numbers),
        tuple(why[number] for number in numbers),
        hushed,
    )


def _muted(candidates: Sequence[Candidate], mute: Phrases, words: Sequence[str]) -> dict[int, str]:
    found = ((number, muted(candidate, mute)) for number, candidate in enumerate(candidates))
    return {number: words[phrase] for number, phrase in found if phrase is not None}


def _worths(
    candidates: Sequence[Candidate], touched: Sequence[Mapping[int, float]], now: datetime
) -> list[float]:
    """Return what each story is worth by itself, rounded."""
    recencies = factors.recency([factors.age(candidate, now) for candidate in candidates])
    prominences = factors.prominence(candidates)
    return [
        round(
            math.prod(
                (
                    factors.sources(candidate),
                    factors.weight(candidate),
                    factors.novelty(candidate),
                    factors.interests(interests.values()),
                    factors.substance(candidate),
                    recency,
                    prominence,
                )
            ),
            _DIGITS,
        )
        for candidate, interests, recency, prominence in zip(
            candidates, touched, recencies, prominences, strict=True
        )
    ]
