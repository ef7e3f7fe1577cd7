"""Whether the dates of a claim stand in its source, for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.dates import Time, spellings, times
from briefing.verify.facts.place import stands_elsewhere


def date_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each date that the source lacks or says of something else."""
    own = times(c.claim)
    for time in own:
        if reason := _reason(c, time, own):
            yield Fault("date", reason)


def _reason(c: Comparison, own: Time, all_own: list[Time]) -> str:
    told = c.claim.told(own.start, own.end)
    named = c.source.index.having(spellings(own))
    holding = [n for n in named if any(_same(own, time) for time in c.source.times(n))]
    best = c.source.times(c.evidence[0]) if c.evidence else []
    rivals = [(t.start, t.end) for t in best if t.kind == own.kind and not any(_same(o, t) for o in all_own)]
    if not holding:
        if own.kind == "year" and c.source.index.has(own.value):
            return ""
        rival = next((r for r in rivals if r[0] in c.slot(own.start, own.end)), None) or (
            rivals[0] if len(rivals) == 1 else None
        )
        instead = f"; it has {c.best.told(*rival)}" if rival and c.best else ""
        return f"the date {told} is not in the source{instead}"
    elsewhere = stands_elsewhere(c, (own.start, own.end), holding, rivals)
    if elsewhere is True:
        return f"the source has {told}, but not of this"
    if elsewhere and c.best:
        return f"the source says {c.best.told(*elsewhere)} here, not {told}"
    return ""


def _same(own: Time, other: Time) -> bool:
    """Say whether the source's date bears the claim's out: the same, or the same month with its day."""
    if own.kind == "month" and other.kind == "monthday":
        return other.value.partition("-")[0] == own.value
    return own.kind == other.kind and own.value == other.value
