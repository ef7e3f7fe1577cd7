"""A briefing as a page shows it: harmless one-line texts, anchors, numbered receipts, counts.

Every format but JSON is made from this, which is why all of them tell the same in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import Briefing
from briefing.render.desk import Desk
from briefing.render.footer import footer
from briefing.render.layout import A4, Layout
from briefing.render.page import GlanceView, PageView, SectionView
from briefing.render.words import count, long_date
from briefing.text.clean import one_line
from briefing.text.reading_time import minutes, read_of


def view(briefing: Briefing, layout: Layout = A4) -> PageView:
    """Return the page of `briefing`; sections without a story are left out."""
    desk = Desk(briefing, layout)
    sections = tuple(desk.section(section) for section in briefing.sections if section.stories)
    return PageView(
        title=one_line(briefing.title),
        date=long_date(briefing.date),
        iso=briefing.date.isoformat(),
        generated=briefing.generated.isoformat(timespec="seconds"),
        summary=_summary(briefing, sections, layout),
        glance=tuple(_glance(briefing.glance, sections)),
        sections=sections,
        footer=footer(briefing),
    )


def _glance(ids: Sequence[str], sections: Sequence[SectionView]) -> Iterator[GlanceView]:
    """Yield the stories of these ids, in this order; none where there is one story alone."""
    places: dict[str, GlanceView] = {}
    for section in sections:
        for story in section.stories:
            places.setdefault(story.id, GlanceView(story, section.title))
    if sum(len(section.stories) for section in sections) > 1:
        yield from (places[name] for name in dict.fromkeys(ids) if name in places)


def _summary(briefing: Briefing, sections: Sequence[SectionView], layout: Layout) -> str:
    stories = [story for section in sections for story in section.stories]
    if not stories:
        return "No stories"
    sources = {source.name.casefold() for story in stories for source in story.sources}
    made = f"{count(len(stories), 'story', 'stories')} from {count(len(sources), 'source')}"
    took = minutes(_texts(briefing, sections), layout.words_per_minute)
    if briefing.minutes == took:
        return f"{made} · {took}-minute briefing"
    asked = f" ({briefing.minutes} set)" if briefing.minutes else ""
    return f"{made} · {count(took, 'minute')} to read{asked}"


def _texts(briefing: Briefing, sections: Sequence[SectionView]) -> Iterator[str]:
    """Yield what is read of the stories, their publishers' own points included where they are shown."""
    for story in briefing.stories:
        yield from read_of(story)
    for section in sections:
        yield from (item for story in section.stories for points in story.points for item in points.items)
