"""Whether a story that is like an earlier one goes on from it, or is another of its kind.

Two fires, two matches of a team and the weather of two days are told in the same words. What goes on repeats
what was told, with its names, days and figures; what is another tells the same with others.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.follow.known import Known
from briefing.follow.statements import Statement

ALIKE = 0.6
"""The share of a sentence from which another figure or day in it means another event."""
RELATED = 0.4
"""The share from which a sentence that repeats a name, a day or a figure speaks for one event."""
LOOSELY = 0.2
"""The share from which one does that tells of more whom the same befell."""
PLAIN = 0.5
"""What a known sentence without name, day or figure counts ("The cause is not known"), or a figure of a thing
of which there are many."""
MANY = 10
SURE = 0.4
"""What all of a story has to come to."""
FEWEST = 2
"""Terms of a sentence that says anything at all."""


def goes_on(told: Sequence[Statement], known: Known) -> bool:
    """Return whether more of a story's sentences speak for one event than for two."""
    days = frozenset(day for one in told for day in one.days)
    evidence = sum(_evidence(one, known, days) for one in told if len(one.content) >= FEWEST)
    counted = {measure for one in told for measure in one.measures if _is_telling(measure)}
    return evidence + min(1.0, PLAIN * len(counted & known.measures)) >= SURE


def _is_telling(measure: tuple[str, str | float]) -> bool:
    """Return whether it would be a chance if two events had a figure of the same thing."""
    unit, value = measure
    return bool(unit) and isinstance(value, float) and value >= MANY


def _evidence(told: Statement, known: Known, heard: frozenset[str]) -> float:
    """Return how much a sentence speaks for one event, or (below 0) against it.

    `heard` are all days that the story speaks of: an earlier day among them is not replaced by another.
    """
    nearest, share = known.nearest(told)
    if nearest is None:
        return 0.0
    named, same_anchor = bool(told.names & nearest.content), bool(told.anchors & nearest.anchors)
    if known.knows(told, pieced=False):
        return 1.0 if named or same_anchor else PLAIN
    if any(_moved(told, one) and not _other_days(told, one, heard) for one in known.related(told, LOOSELY)):
        return 1.0
    days, figures = _other_days(told, nearest, heard), _other_figures(told, nearest) and not same_anchor
    if days or figures:
        moved = not days and bool(told.fates and nearest.fates)
        return 0.0 if moved or share < ALIKE else -1.0 - (days and figures and not named)
    if share < RELATED or not (named or same_anchor):
        return 0.0
    return share if share >= ALIKE else share / 2


def _other_days(told: Statement, one: Statement, heard: frozenset[str]) -> bool:
    return bool(told.days - one.days and one.days - heard)


def _other_figures(told: Statement, one: Statement) -> bool:
    return bool(told.figures - one.figures and one.figures - told.figures)


def _moved(told: Statement, one: Statement) -> bool:
    """Return whether the same befell more people of a place or name than was told, or than so many."""
    if not (told.fates & one.fates and told.names & one.content):
        return False
    if told.figures & one.figures:
        return True
    numbers, others = ([n for n in each.figures if isinstance(n, float)] for each in (told, one))
    return max(numbers, default=0.0) > max(others, default=0.0)
