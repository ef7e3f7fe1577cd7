"""Step 7: which lines of the gap between two articles belong to the one above and which to the one below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from briefing.ingest.dump.cuts import costs
from briefing.ingest.dump.kinds import Kind
from briefing.ingest.dump.layout import Layout, is_title
from briefing.ingest.dump.vocabulary import Stems, overlap

_UNTITLED = 2.0  # what it costs to leave an article without a headline
_SECOND_TITLE = 0.7  # and what each further headline below its text costs
_CREDITS = (Kind.LINK, Kind.BYLINE, Kind.STAMP)


@dataclass(frozen=True, slots=True)
class Extent:
    """The units of one article: those above its prose, its prose with what is between, those below it."""

    head: range
    body: range
    tail: range
    words: Stems
    """The words of its prose."""


def extents(layout: Layout, starts: Sequence[int]) -> list[Extent]:
    """Return the articles' extents, given the numbers of the blocks that begin one (0 first).

    The cuts in all gaps are chosen together: a headline goes to the text that has its words, and each
    article should get one, above or below its text (a Viterbi search whose state is "has a headline").
    """
    ranges = pairwise([*starts, len(layout.blocks)])
    bodies = [range(layout.blocks[k].first, layout.blocks[m - 1].last) for k, m in ranges]
    words = [_words(layout, body) for body in bodies]
    cuts = _search(layout, [layout.gap(k) for k in starts[1:]], words)
    edges = pairwise([0, *cuts, len(layout.units)])
    return [
        Extent(range(first, body.start), body, range(body.stop, last), own)
        for (first, last), body, own in zip(edges, bodies, words, strict=True)
    ]


def _words(layout: Layout, body: Iterable[int]) -> Stems:
    return frozenset().union(*(layout.stems[i] for i in body if layout.units[i].kind is Kind.PROSE))


@dataclass(frozen=True, slots=True)
class _Path:
    """The best way to a state: its score, its last cut and the way before that."""

    score: float
    cut: int = -1
    before: _Path | None = None

    def cuts(self) -> list[int]:
        """Return all cuts, in order."""
        found: list[int] = []
        path: _Path | None = self
        while path is not None and path.before is not None:
            found.append(path.cut)
            path = path.before
        return found[::-1]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place between two units, or beside the first or the last: what speaks for it."""

    index: int
    score: float
    above: int
    """The number of different headlines above it."""
    below: bool
    """Whether a headline is below it."""


def _search(layout: Layout, gaps: Sequence[range], words: Sequence[Stems]) -> list[int]:
    """Return the best cut of each gap."""
    paths = {any(is_title(layout, i) for i in layout.gap(0)): _Path(0.0)}
    leading = _leading(layout)
    for gap, (above, below) in zip(gaps, pairwise(words), strict=True):
        gains = [_gain(layout, i, above, below, leading) for i in gap]
        paths = _step(_candidates(layout, gap, gains), paths)
    closing = any(is_title(layout, i) for i in layout.gap(len(layout.blocks)))
    best = max(paths.items(), key=lambda way: way[1].score - _UNTITLED * (not way[0] and not closing))
    return best[1].cuts()


def _candidates(layout: Layout, gap: range, gains: Sequence[float]) -> list[_Cut]:
    """Return the cuts of `gap`, given how much better each of its units fits the text above."""
    titles = [layout.units[i].text.casefold() if is_title(layout, i) else None for i in gap]
    seen: set[str] = set()
    above = [0]
    for title in titles:
        seen |= {title} if title is not None else set()
        above.append(len(seen))
    below = list(accumulate((title is not None for title in reversed(titles)), max, initial=False))[::-1]
    sums = accumulate(gains, initial=0.0)
    places = range(gap.start, gap.stop + 1)
    every = zip(places, sums, costs(layout, gap), above, below, strict=True)
    return [_Cut(i, gain - cost, up, down) for i, gain, cost, up, down in every]


def _step(cuts: Sequence[_Cut], paths: dict[bool, _Path]) -> dict[bool, _Path]:
    """Return the best path to each state after a gap: the article below it has a headline, or not."""
    best: dict[bool, _Path] = {}
    for titled, path in paths.items():
        for cut in cuts:
            missing = _UNTITLED * (not titled and not cut.above)
            further = _SECOND_TITLE * min(max(cut.above - (not titled), 0), 3)
            total = path.score + cut.score - missing - further
            if cut.below not in best or total > best[cut.below].score:
                best[cut.below] = _Path(total, cut.index, path)
    return best


def _gain(layout: Layout, i: int, above: Stems, below: Stems, leading: frozenset[Kind]) -> float:
    """Return how much better unit `i` fits the text above than the one below."""
    kind = layout.units[i].kind
    nearer = overlap(layout.stems[i], above) - overlap(layout.stems[i], below)
    if kind is Kind.SHORT:
        return 4 * nearer - 0.3
    if kind is Kind.ITEM:
        return 2 * nearer
    if kind in _CREDITS:
        return 2 * nearer + (-0.6 if kind in leading else 0.6)
    return 0.1 if kind in (Kind.FURNITURE, Kind.TEASER) else 0.0


def _leading(layout: Layout) -> frozenset[Kind]:
    """Return which of link, byline and date stand above the headline of the dump's first article."""
    kinds = [layout.units[i].kind for i in layout.gap(0)]
    title = kinds.index(Kind.SHORT) if Kind.SHORT in kinds else len(kinds)
    return frozenset(kinds[:title]) & frozenset(_CREDITS)
