"""Step 9: the role of every unit, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.ingest.dump.extents import Extent
from briefing.ingest.dump.kinds import Kind, Unit, ends_sentence
from briefing.ingest.dump.layout import Layout
from briefing.ingest.dump.role_words import BOX, FIELDS
from briefing.ingest.dump.vocabulary import overlap
from briefing.ingest.reading import Role

_MOST_POINTS = 12
_LEADS = 3  # paragraphs in which a dateline may stand
_HEADING = 20  # words: a longer line is a sentence that lacks its full stop
_POINT_WORDS = 40  # on average: longer items are paragraphs of the text
_VERSE = 12  # words
_RUN = 3  # short lines one below the other: rows
_FURNITURE = (Kind.FURNITURE, Kind.TEASER, Kind.RULE, Kind.BYLINE, Kind.STAMP, Kind.CLOCK)


@dataclass(frozen=True, slots=True)
class Part:
    """What a unit is in its article, in words for the reader of an explanation."""

    role: Role
    reason: str


_LIST = Part(Role.BODY, "a list within the text")
_ROW = Part(Role.BODY, "a line of verse, of a table or of a list without marks")
_POINT = Part(Role.POINT, "a list item beside the headline")


def parts(layout: Layout, extent: Extent, title: int | None, why: str) -> Iterator[tuple[int, Part]]:
    """Yield each unit of an article with its role; `why` says why the article begins where it does."""
    opening = lead(layout, extent)
    divided = any(_is_subhead(layout, i) for i in extent.body)
    above, below = _items_above(layout, extent), _items_below(layout, extent, title)
    for i in range(extent.head.start, extent.tail.stop):
        part = furniture(layout, i) or _heading(layout, i, title, why)
        if part is None and i in extent.body:
            part = _within(layout, i, opening, divided=divided)
        elif part is None and layout.units[i].kind is Kind.ITEM:
            part = above if i in extent.head else below
        yield i, part or (_above(layout, title, i) if i in extent.head else _below(layout, extent, i))


def furniture(layout: Layout, i: int) -> Part | None:
    """Return the role of what is neither text nor headline nor point, wherever it stands."""
    kind = layout.units[i].kind
    if kind is Kind.BLANK:
        return Part(Role.BLANK, "nothing stands in it")
    if kind is Kind.LINK:
        return Part(Role.LINK, "an address on a line of its own")
    return Part(Role.JUNK, str(kind)) if kind in _FURNITURE else None


def _heading(layout: Layout, i: int, title: int | None, why: str) -> Part | None:
    if i == title:
        return Part(Role.HEADLINE, why)
    if title is not None and layout.units[i].kind is Kind.SHORT and _text(layout, i) == _text(layout, title):
        return Part(Role.HEADLINE, "the headline again")
    if i in layout.teased:
        return Part(Role.JUNK, "stands under a line that announces other pages")
    return None


def _text(layout: Layout, i: int) -> str:
    return layout.units[i].text.casefold()


def lead(layout: Layout, extent: Extent) -> int | None:
    """Return the paragraph that opens with the article's dateline; a roundup of places has none."""
    prose = [i for i in extent.body if layout.units[i].kind is Kind.PROSE]
    dated = [i for i in prose if i in layout.leads]
    return dated[0] if dated and dated[0] in prose[:_LEADS] and len(dated) <= 2 else None


def _within(layout: Layout, i: int, opening: int | None, *, divided: bool) -> Part:
    """Return the role of what stands between the first and the last paragraph; `divided`: by subheads."""
    unit = layout.units[i]
    if unit.kind is Kind.ITEM:
        return _LIST
    if i == opening:
        return Part(Role.LEAD, "a sentence that opens with a dateline")
    if unit.kind is Kind.PROSE or unit.words > _HEADING or (ends_sentence(unit.text) and not divided):
        return Part(Role.BODY, "a sentence of the text")
    return (
        _ROW if _is_row(layout, i) else Part(Role.SUBHEAD, "a short line between paragraphs of one article")
    )


def _is_subhead(layout: Layout, i: int) -> bool:
    unit = layout.units[i]
    return unit.kind is Kind.SHORT and not ends_sentence(unit.text) and not _is_row(layout, i)


def _is_row(layout: Layout, i: int) -> bool:
    """Tell whether unit `i` stands among other short lines: verse, a table."""
    if i in layout.rows or FIELDS.match(layout.units[i].text) or _in_run(layout, i):
        return True
    near = [_neighbour(layout, i, step) for step in (-1, 1)]
    units = [layout.units[j] for j in near if j is not None]
    touching = any(j is not None and abs(i - j) == 1 for j in near)
    going_on = any(not ends_sentence(unit.text) for unit in units)
    return touching and going_on and len(units) == 2 and all(map(_is_verse, units))


def _in_run(layout: Layout, i: int) -> bool:
    """Tell whether unit `i` is one of several short lines without a blank line between them."""
    first = last = i
    while first and i - first < _RUN and layout.units[first - 1].kind is Kind.SHORT:
        first -= 1
    while last + 1 < len(layout.units) and last - i < _RUN and layout.units[last + 1].kind is Kind.SHORT:
        last += 1
    return last - first + 1 >= _RUN


def _neighbour(layout: Layout, i: int, step: int) -> int | None:
    """Return the next unit that is not blank, at most one blank line away."""
    for j in (i + step, i + 2 * step):
        if 0 <= j < len(layout.units) and layout.units[j].kind is not Kind.BLANK:
            return j
    return None


def _is_verse(unit: Unit) -> bool:
    return unit.kind in (Kind.SHORT, Kind.PROSE) and unit.words < _VERSE


def _goes_on(unit: Unit) -> bool:
    return _is_verse(unit) and not ends_sentence(unit.text)


def _above(layout: Layout, title: int | None, i: int) -> Part:
    """Return the role of a short line above the text."""
    if layout.units[i].words <= 2:
        return Part(Role.JUNK, "a section's or a writer's name")
    if title is not None and i > title:
        return Part(Role.SUBHEAD, "a line between the headline and the text")
    return Part(Role.JUNK, "stands above the headline: a section's name or another page's headline")


def _items_above(layout: Layout, extent: Extent) -> Part:
    """Return the role of the list items above the text: points, a menu, or the text's own beginning."""
    words = [layout.units[i].words for i in extent.head if layout.units[i].kind is Kind.ITEM]
    if len(words) > _MOST_POINTS or sum(words) > _POINT_WORDS * len(words):
        return Part(Role.BODY, "a long list that opens the text")
    return Part(Role.JUNK, "a menu") if len(words) > 3 and max(words) <= 3 else _POINT


def _items_below(layout: Layout, extent: Extent, title: int | None) -> Part:
    """Return the role of the list items below the text: points, a stray headline's, or a closing list."""
    heads = [i for i in extent.tail if layout.units[i].kind is Kind.SHORT]
    items = [i for i in extent.tail if layout.units[i].kind is Kind.ITEM]
    if sum(layout.units[i].words for i in items) > _POINT_WORDS * len(items):
        return _LIST
    if title is not None and _text(layout, title) in {_text(layout, i) for i in heads}:
        return _POINT
    if heads and BOX.fullmatch(layout.units[heads[-1]].text.rstrip(": ")):
        return _POINT
    fit = sum(overlap(layout.stems[i], extent.words) for i in items) / max(len(items), 1)
    if heads and fit < 0.2 and overlap(layout.stems[heads[-1]], extent.words) < 0.2:
        return Part(Role.JUNK, "a point of a headline without a text")
    announced = layout.units[extent.body.stop - 1].text.endswith((":", "："))
    if fit >= 0.7 and not announced and not heads:
        return Part(Role.POINT, "a list item below the text, in its words")
    return _LIST


def _below(layout: Layout, extent: Extent, i: int) -> Part:
    """Return the role of a short line below the text."""
    unit = layout.units[i]
    fits = overlap(layout.stems[i], extent.words) >= 0.2
    if ends_sentence(unit.text) or unit.words > _HEADING:
        return Part(Role.BODY, "a sentence of the text")
    if i in layout.rows and (unit.words <= 4 or any(map(str.isdigit, unit.text)) or fits):
        return _ROW
    if _is_row(layout, i) or (i == extent.tail.start and _goes_on(layout.units[i - 1])):
        return _ROW
    below = range(i + 1, min(i + 3, extent.tail.stop))
    if fits and any(layout.units[j].kind is Kind.ITEM for j in below):
        return Part(Role.SUBHEAD, "a short line above a list of the same article")
    return Part(Role.JUNK, "a headline without a text")


def without_article(layout: Layout) -> dict[int, Part]:
    """Return the roles in a dump that has no sentence at all."""
    looks = {
        Kind.SHORT: Part(Role.HEADLINE, "a headline without a text"),
        Kind.ITEM: Part(Role.POINT, "a list item without a text"),
    }
    return {i: furniture(layout, i) or looks[unit.kind] for i, unit in enumerate(layout.units)}
