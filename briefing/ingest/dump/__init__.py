"""Plain text saved from news pages: which lines are articles, and which are what stands around them.

One file a step, in this order: paragraphs, kinds, context, layout, evidence, boundaries, extents, titles,
roles, pieces.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.ingest.dump.boundaries import boundaries
from briefing.ingest.dump.context import in_context
from briefing.ingest.dump.extents import extents
from briefing.ingest.dump.headings import Finding
from briefing.ingest.dump.kinds import units
from briefing.ingest.dump.layout import Layout, layout
from briefing.ingest.dump.paragraphs import paragraphs
from briefing.ingest.dump.pieces import piece
from briefing.ingest.dump.roles import Part, parts, without_article
from briefing.ingest.dump.segmentation import Piece, Segmentation
from briefing.ingest.dump.titles import titles
from briefing.ingest.reading import Line, Role
from briefing.text.language import detect

__all__ = ["Piece", "Segmentation", "segment"]


def segment(text: str) -> Segmentation:
    """Return every line of `text` with its role, and the articles that the lines make.

    `text` is clean (`briefing.text.clean`). A text without a single sentence has no article. Takes time
    that grows with the length of the text alone.
    """
    lines = text.removesuffix("\n").split("\n") if text else []
    page = layout(in_context(units(paragraphs(lines))), detect(text))
    if not page.blocks:
        return Segmentation(_lines(lines, page, without_article(page), {}), ())
    return _with_articles(lines, page)


def _with_articles(lines: list[str], page: Layout) -> Segmentation:
    new = boundaries(page)
    found = extents(page, list(new))
    roles: dict[int, Part] = {}
    owner: dict[int, int] = {}
    pieces: list[Piece] = []
    for extent, headline, evidence in zip(found, titles(page, found), new.values(), strict=True):
        roles.update(parts(page, extent, headline, _why(extent.head, headline, evidence)))
        owner.update(dict.fromkeys(range(extent.head.start, extent.tail.stop), len(pieces)))
        pieces.append(piece(page, extent, roles, headline))
    return Segmentation(_lines(lines, page, roles, owner), tuple(pieces))


def _why(head: range, headline: int | None, evidence: tuple[Finding, ...]) -> str:
    """Return why a line is a headline, and what showed that its article is a new one."""
    place = "a short line above its text" if headline in head else "a short line below its text"
    strongest = sorted((f for f in evidence if f[1] > 0), key=lambda f: -f[1])[:3]
    return f"{place}; a new article: {', '.join(words for words, _ in strongest)}" if strongest else place


def _lines(
    lines: list[str], page: Layout, roles: Mapping[int, Part], owner: Mapping[int, int]
) -> tuple[Line, ...]:
    """Return the input's lines; the second line of a hard-wrapped lead is plain body."""
    out: list[Line] = []
    for i, unit in enumerate(page.units):
        for n in range(unit.paragraph.first, unit.paragraph.last):
            role, reason = roles[i].role, roles[i].reason
            if role is Role.LEAD and n > unit.paragraph.first:
                role, reason = Role.BODY, "goes on with the line above"
            article = None if role in (Role.BLANK, Role.JUNK) else owner.get(i)
            out.append(Line(n + 1, lines[n], role, article, reason))
    return tuple(out)
