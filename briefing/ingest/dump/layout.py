"""Step 4: the dump as blocks of prose with gaps between them, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from briefing.ingest.dump.furniture import is_greeting
from briefing.ingest.dump.kinds import Kind, Unit
from briefing.ingest.dump.leads import leads
from briefing.ingest.dump.vocabulary import Stems, names, stemmer
from briefing.text.dateline import Dateline

_WORDY = (Kind.SHORT, Kind.ITEM, Kind.PROSE, Kind.LINK)
_TEASERS = (Kind.SHORT, Kind.ITEM, Kind.LINK)
_CREDITS = (Kind.BYLINE, Kind.STAMP)
_CLOCKED = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_FEW_ENTRIES = 3
_FEW_ROWS = 5


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose: `units[first:last]`, blank lines between its paragraphs included."""

    first: int
    last: int
    prose: tuple[int, ...]
    """The indices of its prose units."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The units of a dump with their words, its blocks, and what is usual in it."""

    units: Sequence[Unit]
    stems: Sequence[Stems]
    names: Sequence[Stems]
    blocks: Sequence[Block]
    leads: Mapping[int, Dateline]
    """The datelines of the units that open with one."""
    spacing: int
    """The number of blank lines that usually stand between paragraphs."""
    teased: frozenset[int]
    """The units that stand under a line like "Read more" or "Related stories"."""
    rows: frozenset[int]
    """The short lines of long runs of them: a table, a list without marks, a menu."""
    newsletter: bool
    """Whether it opens with a greeting to the readers."""
    live: bool
    """Whether times of day head its entries, as in a live report."""

    def gap(self, k: int) -> range:
        """Return the units before block `k`; for k = number of blocks, those after the last."""
        first = self.blocks[k - 1].last if k else 0
        return range(first, self.blocks[k].first if k < len(self.blocks) else len(self.units))

    def dateline(self, block: Block) -> Dateline | None:
        """Return the dateline of the block's first paragraph."""
        return self.leads.get(block.prose[0])


def layout(units: Sequence[Unit], language: str) -> Layout:
    """Return the layout of `units`."""
    stems = stemmer(language)
    dated = leads(units)
    return Layout(
        units,
        [stems(unit.text) if unit.kind in _WORDY else frozenset() for unit in units],
        [names(unit.text) if unit.kind is Kind.PROSE else frozenset() for unit in units],
        _blocks(units, dated),
        dated,
        _spacing(units),
        _teased(units),
        _rows(units),
        any(unit.kind is Kind.FURNITURE and is_greeting(unit.text) for unit in units),
        sum(map(_clocked, units)) >= _FEW_ENTRIES,
    )


def _clocked(unit: Unit) -> bool:
    return unit.kind in (Kind.SHORT, Kind.CLOCK) and _CLOCKED.match(unit.text) is not None


def _blocks(units: Sequence[Unit], dated: Container[int]) -> list[Block]:
    """Return the runs of prose; a paragraph that opens with a dateline begins one of its own."""
    runs: list[list[int]] = []
    within = False
    for i, unit in enumerate(units):
        if unit.kind is Kind.PROSE:
            if not within or i in dated:
                runs.append([])
            runs[-1].append(i)
        within = unit.kind is Kind.PROSE or (within and unit.kind is Kind.BLANK)
    return [Block(run[0], run[-1] + 1, tuple(run)) for run in runs]


def _spacing(units: Sequence[Unit]) -> int:
    """Return the median number of blank lines before a line that is not blank."""
    runs, blank = [], 0
    for unit in units:
        if unit.kind is Kind.BLANK:
            blank += 1
        else:
            runs.append(blank)
            blank = 0
    return sorted(runs)[len(runs) // 2] if runs else 0


def _teased(units: Sequence[Unit]) -> frozenset[int]:
    """Return what stands under "Read more"; a headline below a list of them, or above a byline, is free."""
    found: set[int] = set()
    last = -1  # the unit before, where it belongs to such a list; the announcement included
    for i, unit in enumerate(units):
        if unit.kind is Kind.BLANK:
            continue
        below_list = last in found and unit.kind is Kind.SHORT and units[last].kind is Kind.ITEM
        if last >= 0 and unit.kind in _TEASERS and not below_list:
            found.add(i)
            last = i
        else:
            if last in found and units[last].kind is Kind.SHORT and unit.kind in _CREDITS:
                found.discard(last)
            last = i if unit.kind is Kind.TEASER else -1
    return frozenset(found)


def _rows(units: Sequence[Unit]) -> frozenset[int]:
    found: set[int] = set()
    run: list[int] = []
    for i, unit in enumerate([*units, None]):
        if unit is not None and unit.kind is Kind.SHORT:
            run.append(i)
        elif unit is None or unit.kind is not Kind.BLANK:
            found.update(run if len(run) >= _FEW_ROWS else ())
            run = []
    return frozenset(found)


def is_title(layout: Layout, i: int) -> bool:
    """Tell whether unit `i` may be a headline: more than a section's name, none of many."""
    unit = layout.units[i]
    return unit.kind is Kind.SHORT and unit.words > 2 and i not in layout.teased and i not in layout.rows
