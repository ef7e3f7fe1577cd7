"""Step 6: which blocks of prose begin an article."""

from __future__ import annotations

from briefing.ingest.dump.current import Current
from briefing.ingest.dump.evidence import findings
from briefing.ingest.dump.headings import Finding
from briefing.ingest.dump.layout import Layout

_THRESHOLD = 2.5  # points: a single article torn apart is worse than two left together


def boundaries(layout: Layout) -> dict[int, tuple[Finding, ...]]:
    """Return the numbers of the blocks that begin an article, each with the evidence for it.

    Blocks are read in order, and each is compared with all of the article so far; the first needs no
    evidence.
    """
    found: dict[int, tuple[Finding, ...]] = {}
    current: Current | None = None
    for k, block in enumerate(layout.blocks):
        evidence = tuple(findings(layout, k, current)) if current else ()
        if current is None or sum(points for _, points in evidence) > _THRESHOLD:
            current = Current.begin(layout, k, current)
            found[k] = evidence
        else:
            current.add(layout, block)
    return found
