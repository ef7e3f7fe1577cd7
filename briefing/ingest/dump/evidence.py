"""Step 5: what speaks for and against a new article at a gap between two blocks of prose.

Each finding has a weight in points, all are added up. The weights began as the log-odds of a logistic
regression over articles joined and single, and were rounded and mended by hand since: they are a matter of
judgement, held by the cases in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.ingest.dump.current import Current
from briefing.ingest.dump.headings import Finding, headings, one_of_many
from briefing.ingest.dump.kinds import Kind, ends_sentence
from briefing.ingest.dump.layout import Block, Layout
from briefing.ingest.dump.leads import is_sure
from briefing.ingest.dump.vocabulary import overlap

_AHEAD = 24  # paragraphs of a block that are compared
_ENOUGH = 150  # words of it that are enough
_LEAST = 7  # words: with fewer there is hardly an article on either side
_FEW = 12  # words: with more it says something that none of them is shared
_UNLIKE = 0.01
_MOST_POINTS = 8
_MARKS = {
    Kind.LINK: ("a link", 3.0),
    Kind.RULE: ("a rule", 3.0),
    Kind.BYLINE: ("a byline", 2.5),
    Kind.STAMP: ("a date", 2.5),
    Kind.TEASER: ("other pages' headlines", -1.5),
}


def findings(layout: Layout, k: int, current: Current) -> Iterator[Finding]:
    """Yield what speaks for or against a new article before block `k`, where `current` would end."""
    gap = layout.gap(k)
    below = Current()
    for block in _below(layout, k):
        below.add(layout, block)
    short = (i for i in gap if layout.units[i].kind is Kind.SHORT)
    heads = [i for i in short if not one_of_many(layout, i, below, current)]
    yield from _marks(layout, gap)
    yield from _dateline(layout, k, current)
    yield from headings(layout, heads, below, current) if heads else (("no headline", -1.0),)
    yield from _lists(layout, gap, heads)
    yield from _vocabulary(below, current)
    if any(not ends_sentence(layout.units[i].text) for i in heads):
        yield from _nothing_shared(below, current)


def _below(layout: Layout, k: int) -> Iterator[Block]:
    """Yield block `k` and those after it, up to what may be the next article or enough text."""
    seen = 0
    for n in range(k, min(k + 6, len(layout.blocks))):
        block = layout.blocks[n]
        kinds = {layout.units[i].kind for i in layout.gap(n)} if n > k else set()
        if seen > _ENOUGH or (n > k and (kinds & {*_MARKS, Kind.ITEM} or layout.dateline(block))):
            return
        yield Block(block.first, block.last, block.prose[:_AHEAD])
        seen += sum(len(layout.stems[i]) for i in block.prose[:_AHEAD])


def _marks(layout: Layout, gap: range) -> Iterator[Finding]:
    """Weigh links, rules, bylines, dates and space."""
    kinds = {layout.units[i].kind for i in gap}
    yield from (finding for kind, finding in _MARKS.items() if kind in kinds)
    space = _widest_space(layout, gap)
    if space > layout.spacing:
        yield "more space than usual", 2.0 if space > 1 else 0.5
    if layout.live:
        yield "entries by time of day", -3.0


def _widest_space(layout: Layout, gap: range) -> int:
    widest = run = 0
    for i in gap:
        run = run + 1 if layout.units[i].kind is Kind.BLANK else 0
        widest = max(widest, run)
    return widest


def _dateline(layout: Layout, k: int, current: Current) -> Iterator[Finding]:
    """Weigh a dateline, which an article has but once; a mere label may look like one ("LUNCH: …")."""
    block = layout.blocks[k]
    if (line := layout.dateline(block)) is None:
        return
    units = [layout.units[i] for i in layout.gap(k)]
    alone = all(unit.kind is Kind.BLANK for unit in units)
    brief = min(len(block.prose), len(layout.blocks[k - 1].prose)) < 2
    bare = ":" in layout.units[block.prose[0]].text[: line.end]
    if alone and brief and (bare or not is_sure(layout.units[block.prose[0]].text, line)):
        return
    yield "a dateline", 2.5
    if current.dated:
        yield "a second dateline", 2.0
        if any(unit.kind is Kind.SHORT and unit.words > 5 for unit in units):
            yield "a headline above it", 2.0


def _lists(layout: Layout, gap: range, heads: Sequence[int]) -> Iterator[Finding]:
    items = sum(layout.units[i].kind is Kind.ITEM for i in gap)
    if items and heads and items <= _MOST_POINTS:
        yield "a headline with points", 2.0
    if items and not heads:
        yield "a list within the text", -0.5


def _vocabulary(below: Current, current: Current) -> Iterator[Finding]:
    """Weigh how alike the texts above and below are: their words, their names, the headline's words."""
    alike = current.likeness(below)
    points = 1.5 - 9 * min(alike, 0.4) - 4 * min(alike, 0.12)
    yield "other words than above" if points > 0 else "the same words as above", points
    if both := min(len(below.names), len(current.names)):
        points = 0.6 - 4.5 * len(below.names & current.names) / (both + 1)
        yield "other names than above" if points > 0 else "the same names as above", points
    if current.titles:
        points = 0.7 - 3 * max(overlap(title, below.words) for title in current.titles)
        yield "nothing of the headline above" if points > 0 else "words of the headline above", points
    size = min(len(below.words), len(current.words))
    yield "the amount of text compared", 3.0 * min(size, 60) / 60 - (1.5 if size >= _LEAST else 3.5)


def _nothing_shared(below: Current, current: Current) -> Iterator[Finding]:
    enough = min(len(below.words), len(current.words)) >= _FEW
    if enough and current.likeness(below) < _UNLIKE:
        yield "not a word in common", 1.0
