"""Step 10: the articles, put together from the units and their roles."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.ingest.dump.extents import Extent
from briefing.ingest.dump.kinds import Kind, Unit
from briefing.ingest.dump.layout import Layout
from briefing.ingest.dump.roles import Part
from briefing.ingest.dump.segmentation import Piece
from briefing.ingest.dump.timestamp import when
from briefing.ingest.reading import Role
from briefing.text.clean import one_line


def piece(layout: Layout, extent: Extent, parts: Mapping[int, Part], title: int | None) -> Piece:
    """Return the article of `extent`; `parts` are the roles of its units at least."""
    everything = range(extent.head.start, extent.tail.stop)
    body = [i for i in everything if parts[i].role in (Role.BODY, Role.LEAD)]
    opening = next((layout.leads[i] for i in body if parts[i].role is Role.LEAD), None)
    return Piece(
        title=one_line(layout.units[title].text) if title is not None else "",
        text="\n".join(layout.units[i].text for i in body),
        place=opening.place if opening else None,
        url=_url(layout, extent),
        points=tuple(one_line(layout.units[i].text) for i in everything if parts[i].role is Role.POINT),
        published=when(
            layout.units[i].text for i in (*extent.head, *extent.tail) if _is_stamp(layout.units[i])
        ),
    )


def _is_stamp(unit: Unit) -> bool:
    return unit.kind is Kind.STAMP


def _url(layout: Layout, extent: Extent) -> str | None:
    """Return the first address above or below the text, not one within it or of another page."""
    for i in (*extent.head, *extent.tail):
        if layout.units[i].kind is Kind.LINK and i not in layout.teased:
            address = layout.units[i].text.strip("<>").split()[-1].strip("<>")
            return address if "://" in address else f"https://{address}"
    return None
