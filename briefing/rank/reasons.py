"""Why a story stands where it does, in short phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from briefing.rank import factors
from briefing.rank.candidate import Candidate
from briefing.rank.spread import SECTION, Pick

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_IN_PASSING = 0.3  # less is said neither in a headline nor in an opening


def reasons(
    candidate: Candidate, pick: Pick, touched: Mapping[int, float], interests: Sequence[str], now: datetime
) -> tuple[str, ...]:
    """Return the reasons; what is as usual goes unsaid, but for sources and age."""
    return (
        _sources(candidate),
        _age(candidate, now),
        *(
            f"interest: {interests[n]}{'' if touched[n] >= _IN_PASSING else ', in passing'}"
            for n in sorted(touched)
        ),
        *_rest(candidate, pick),
    )


def _rest(candidate: Candidate, pick: Pick) -> Iterator[str]:
    if (weight := factors.weight(candidate)) != 1:
        yield f"source weight {weight:g}"
    if candidate.novelty < 1:
        much = "little" if candidate.novelty < 1 / 3 else "much" if candidate.novelty > 2 / 3 else "some"
        yield f"goes on, {much} is new"
    if factors.substance(candidate) < (1 + factors.STUB) / 2:
        yield "only a few words of it are known"
    if pick.of_topic:
        yield f"{_ordinal(pick.of_topic + 1)} story of its topic"
    if pick.of_section >= SECTION:
        yield f"{_ordinal(pick.of_section + 1)} story of {candidate.section or 'its section'}"


def _sources(candidate: Candidate) -> str:
    number = len(candidate.sources)
    independent = min(candidate.independent, number)
    told = _count(number, "source")
    return told if independent == number else f"{told}, {independent} of them independent"


def _age(candidate: Candidate, now: datetime) -> str:
    latest, age = candidate.latest, factors.age(candidate, now)
    if latest is None or age is None:
        return "undated"
    if factors.is_date(latest):
        days = (now.astimezone(latest.tzinfo).date() - latest.date()).days
        return ("today", "yesterday")[max(0, days)] if days < 2 else f"{days} days ago"
    if age < timedelta(minutes=2):
        return "just now"
    minutes = int(age.total_seconds() // 60)
    if minutes < 90:
        return f"{minutes} minutes ago"
    return f"{_count(round(minutes / 60), 'hour')} ago" if age < timedelta(days=2) else f"{age.days} days ago"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
