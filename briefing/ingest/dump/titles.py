"""Step 8: which line is an article's headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.ingest.dump.extents import Extent
from briefing.ingest.dump.kinds import Kind, ends_sentence
from briefing.ingest.dump.layout import Layout, is_title
from briefing.ingest.dump.vocabulary import overlap

_LONGEST = 20  # words of a headline below its text


def titles(layout: Layout, extents: Sequence[Extent]) -> list[int | None]:
    """Return for each article the index of the unit that is its headline, or None where it has none.

    Where one article of a dump has its headline below its text, so may another whose words differ.
    """
    found = [_title(layout, extent, strict=True) for extent in extents]
    if not any(i is not None and i in extent.tail for i, extent in zip(found, extents, strict=True)):
        return found
    return [_title(layout, extent, strict=False) for extent in extents]


def _title(layout: Layout, extent: Extent, *, strict: bool) -> int | None:
    """Choose among the lines above the text, or below it where none above is more than a section's name."""
    lines = [i for i in extent.head if layout.units[i].kind is Kind.SHORT]
    if not any(is_title(layout, i) for i in lines):
        lines = [i for i in extent.tail if _may_follow(layout, extent, i, strict=strict)] or lines
    counts = Counter(layout.units[i].text.casefold() for i in lines)
    rank = {i: n for n, i in enumerate(i for i in lines if layout.units[i].words > 2)}

    def score(i: int) -> float:
        fit = 3 * overlap(layout.stems[i], extent.words) + 0.15 * min(layout.units[i].words, 7)
        late = 0.6 * min(rank.get(i, 2), 2)
        return fit - late + (counts[layout.units[i].text.casefold()] > 1) - 2 * (not is_title(layout, i))

    return max(lines, key=score, default=None)


def _may_follow(layout: Layout, extent: Extent, i: int, *, strict: bool) -> bool:
    """Tell whether a line below the text can be its headline: it has words of it, or points or a link."""
    unit = layout.units[i]
    if not is_title(layout, i) or unit.words > _LONGEST or (strict and ends_sentence(unit.text)):
        return False
    if not strict or overlap(layout.stems[i], extent.words) >= 0.25:
        return True
    follows = {layout.units[j].kind for j in range(i + 1, min(i + 4, extent.tail.stop))}
    return unit.words > 4 and bool(follows & {Kind.ITEM, Kind.LINK})
