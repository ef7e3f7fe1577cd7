"""Step 6: which blocks of prose begin an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.ingest.dump.current import Current
from briefing.ingest.dump.evidence import findings
from briefing.ingest.dump.headings import Finding
from briefing.ingest.dump.kinds import Kind
from briefing.ingest.dump.layout import Layout

_THRESHOLD = 2.5  # points: a single article torn apart is worse than two left together


def boundaries(layout: Layout) -> dict[int, tuple[Finding, ...]]:
    """Return the numbers of the blocks that begin an article, each with the evidence for it.

    Blocks are read in order, and each is compared with all of the article so far; the first needs no
    evidence.
    """
    found: dict[int, tuple[Finding, ...]] = {}
    current: Current | None = None
    shapes: Counter[tuple[Kind, ...]] = Counter()  # of the gaps above articles; the first has none
    for k, block in enumerate(layout.blocks):
        shape = _shape(layout, k)
        evidence = (*findings(layout, k, current), *_alike(shapes[shape])) if current else ()
        if current is None or sum(points for _, points in evidence) > _THRESHOLD:
            shapes[shape] += current is not None and bool(shape)
            current = Current.begin(layout, k, current)
            found[k] = evidence
        else:
            current.add(layout, block)
    return found


def _alike(earlier: int) -> Iterator[Finding]:
    """Weigh how many articles above began with lines like these."""
    if earlier:
        yield "set like the headlines of articles above", min(0.5 + 0.5 * earlier, 1.5)


def _shape(layout: Layout, k: int) -> tuple[Kind, ...]:
    """Return the looks of the lines above block `k`, empty where no line is a headline by its looks."""
    kinds = tuple(layout.units[i].kind for i in layout.gap(k))
    return kinds if Kind.SHORT in kinds else ()
