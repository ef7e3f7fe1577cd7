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
PLAIN = 0.5
"""What a known sentence without name, day or figure counts: "The cause is not known"."""
FEWEST = 2
"""Terms of a sentence that says anything at all."""


def goes_on(told: Sequence[Statement], known: Known) -> bool:
    """Return whether more of a story's sentences speak for one event than for two."""
    days = frozenset(day for one in told for day in one.days)
    return sum(_evidence(one, known, days) for one in told if len(one.content) >= FEWEST) > 0


def _evidence(told: Statement, known: Known, heard: frozenset[str]) -> float:
    """Return how much a sentence speaks for one event, or (below 0) against it.

    `heard` are all days that the story speaks of: an earlier day among them is not replaced by another.
    """
    nearest, share = known.nearest(told)
    if nearest is None:
        return 0.0
    same_anchor = bool(told.anchors & nearest.anchors)
    anchored = same_anchor or bool(told.names & nearest.names)
    if known.knows(told):
        return 1.0 if anchored else PLAIN
    days = bool(told.days - nearest.days and nearest.days - heard)
    figures = bool(told.figures - nearest.figures and nearest.figures - told.figures) and not same_anchor
    moved = figures and bool(told.fates & nearest.fates)
    if moved and told.names & nearest.names and not days and _more(told, nearest):
        return 1.0  # more were killed
    if share >= ALIKE and (days or (figures and not moved)):
        return -1.0 - (days and figures)
    return share / 2 if share >= RELATED and anchored and not days and (moved or not figures) else 0.0


def _more(told: Statement, nearest: Statement) -> bool:
    numbers, others = (
        [figure for figure in one.figures if isinstance(figure, float)] for one in (told, nearest)
    )
    return max(numbers, default=0.0) > max(others, default=0.0)
