"""The nouns of a page: what every format but JSON is made from. All texts are one line and harmless."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.render.footer import FooterView
from briefing.render.statements import BulletView, ChangeView, ConflictView, ReceiptView, SideView, SourceView
from briefing.render.words import shortened

_MANY = 4
"""Of more sources than that, only the first are shown in full."""
_LINE = 120
"""The most characters of a headline in the glance."""


@dataclass(frozen=True, slots=True)
class PointsView:
    """A publisher's own bullets."""

    source: str
    language: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture, what is to be seen in it, and whose it is."""

    data: bytes
    type: str
    width: int
    """In pixels."""
    height: int
    alt: str
    """Never empty: where the source says nothing, it tells whose picture it is."""
    caption: str
    """What the source says of it; empty where it says nothing."""
    credit: str
    """Who made it, as far as is known, and the publisher."""
    language: str

    @property
    def broad(self) -> bool:
        """Whether it fills a column's width without being blurred or towering."""
        return self.width >= 480 and self.width >= 1.2 * self.height

    @property
    def uri(self) -> str:
        """The picture itself, as a data: address."""
        return f"data:{self.type};base64,{base64.b64encode(self.data).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story; `new` is False where an earlier briefing had it."""

    id: str
    anchor: str
    headline: str
    language: str
    new: bool
    continues: tuple[str, str]
    """Of a story that goes on: "Continues from Saturday 21 November", and its headline then, if another."""
    changes: tuple[ChangeView, ...]
    bullets: tuple[BulletView, ...]
    conflicts: tuple[ConflictView, ...]
    points: tuple[PointsView, ...]
    sources: tuple[SourceView, ...]
    """Its articles: first those that it rests on, otherwise as the story has them."""
    told_by: str
    """How many publishers, and articles, where there are several: "3 sources", "2 sources, 5 articles"."""
    why: str
    """Why it stands where it does, in a line; empty unless that is asked for."""
    image: ImageView | None

    @property
    def first_sources(self) -> tuple[SourceView, ...]:
        """Those that are shown in full: all of a few, the first of many."""
        return self.sources[: _MANY - 1] if len(self.sources) > _MANY else self.sources

    @property
    def more_sources(self) -> tuple[SourceView, ...]:
        """The others, of which the names must do."""
        return self.sources[len(self.first_sources) :]

    @property
    def noted(self) -> bool:
        """Whether there is something to tell of it at the page's end."""
        return bool(self.receipts or self.more_sources)

    @property
    def line(self) -> bool:
        """Whether the headline is all that is told."""
        return not (self.bullets or self.changes or self.conflicts or self.points or self.image)

    @property
    def receipts(self) -> tuple[ReceiptView, ...]:
        """All its receipts, by number."""
        changed = (side for change in self.changes for side in (change.now, change.before))
        told = (receipt for bullet in self.bullets for receipt in bullet.receipts)
        sides = (side for conflict in self.conflicts for side in conflict.sides)
        return (*_own(changed), *told, *_own(sides))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A titled run of stories."""

    anchor: str
    title: str
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True)
class GlanceView:
    """One of the stories that matter most, in a line."""

    story: StoryView
    section: str

    @property
    def headline(self) -> str:
        """Its headline, a very long one cut."""
        return shortened(self.story.headline, _LINE)

    @property
    def facts(self) -> tuple[str, ...]:
        """What is told beside the headline: its section, how many tell it, whether it goes on."""
        many = self.story.told_by.partition(",")[0]
        return tuple(filter(None, (self.section, many, "" if self.story.new else "continues")))


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page, from masthead to footer."""

    title: str
    date: str
    """In words."""
    iso: str
    """In ISO 8601."""
    generated: str
    """When it was made, in ISO 8601."""
    summary: str
    """One line: how many stories, from how many sources, how long a read."""
    glance: tuple[GlanceView, ...]
    """Empty where there is one story alone."""
    sections: tuple[SectionView, ...]
    footer: FooterView

    @property
    def stories(self) -> tuple[StoryView, ...]:
        """All stories, in reading order."""
        return tuple(story for section in self.sections for story in section.stories)

    @property
    def further(self) -> tuple[SectionView, ...]:
        """The sections without the stories of the glance; those that are then empty are left out."""
        seen = {line.story.anchor for line in self.glance}
        left = (
            SectionView(s.anchor, s.title, tuple(t for t in s.stories if t.anchor not in seen))
            for s in self.sections
        )
        return tuple(section for section in left if section.stories)

    @property
    def receipts(self) -> tuple[ReceiptView, ...]:
        """All receipts, by number."""
        return tuple(receipt for story in self.stories for receipt in story.receipts)


def _own(sides: Iterable[SideView]) -> Iterator[ReceiptView]:
    return (side.receipt for side in sides if not side.shown)
