"""Figures that changed: which way they went, where that can be said."""

from __future__ import annotations

import re

from briefing.model import Change, Side
from briefing.text.counts import Count, counts

_CURRENCY = re.compile(r"US\$|[$£€¥]")
_AT_MOST = re.compile(r"up to|as many as|fewer than|less than|nearly|almost")


def turn(change: Change) -> str:
    """Return what leads from the figure now to the one before: "up from", "down from", or just "was".

    A direction is told only where both are read as numbers of one kind and neither bound leaves it open:
    "at least 10" is not down from 12, nor "up to 20" up from it.
    """
    before, now = _count(change.before), _count(change.now)
    if before is None or now is None or _currency(before) != _currency(now) or before.value == now.value:
        return "was"
    if now.value > before.value:
        return "was" if _AT_MOST.match(now.figure) else "up from"
    return "was" if now.rounded and not _AT_MOST.match(now.figure) else "down from"


def _count(side: Side) -> Count | None:
    figure = side.figure.casefold()
    return next((c for c in counts(side.evidence.text) if c.figure.casefold() == figure), None)


def _currency(count: Count) -> str:
    found = _CURRENCY.search(count.figure)
    return found[0].removeprefix("US") if found else ""
