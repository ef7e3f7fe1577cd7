"""What speaks against parting two lines that stand together between two articles."""

from __future__ import annotations

from itertools import accumulate

from briefing.ingest.dump.kinds import Kind
from briefing.ingest.dump.layout import Layout, is_title

_REPETITION = 4.0
# What a cut between two neighbours costs: they follow each other within one article.
_BONDS = {
    (Kind.SHORT, Kind.ITEM): 2.0,
    (Kind.ITEM, Kind.ITEM): 2.5,
    (Kind.SHORT, Kind.BYLINE): 2.0,
    (Kind.SHORT, Kind.STAMP): 2.0,
    (Kind.BYLINE, Kind.STAMP): 1.5,
    (Kind.TEASER, Kind.SHORT): 1.5,
    (Kind.TEASER, Kind.ITEM): 1.5,
    (Kind.SHORT, Kind.LINK): 0.7,
}


def costs(layout: Layout, gap: range) -> list[float]:
    """Return for each of the len(gap) + 1 cuts what speaks against it (below 0: for it)."""
    found = _repetitions(layout, gap)
    before: Kind | None = None
    blanks = 0
    for n, i in enumerate(gap):
        kind = layout.units[i].kind
        if kind is Kind.BLANK:
            blanks += 1
            continue
        space = 0.5 * min(max(blanks - layout.spacing, 0), 2)
        bond = _BONDS.get((before, kind), 0.0) if before is not None else 0.0
        found[n] += bond - space - 0.5 * (kind is Kind.SHORT) - (Kind.RULE in (before, kind))
        before, blanks = kind, 0
    return found


def _repetitions(layout: Layout, gap: range) -> list[float]:
    """Return for each cut the cost of parting equal headlines."""
    last: dict[str, int] = {}
    changes = [0.0] * (len(gap) + 2)
    for n, i in enumerate(gap):
        if is_title(layout, i):
            text = layout.units[i].text.casefold()
            if text in last:
                changes[last[text] + 1] += _REPETITION
                changes[n + 1] -= _REPETITION
            last[text] = n
    return list(accumulate(changes))[: len(gap) + 1]
