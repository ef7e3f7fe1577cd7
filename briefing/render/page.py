"""The nouns of a page: what every format but JSON is made from. All texts are one line and harmless."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.render.footer import FooterView


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article as a reader finds it: who published it, where and when."""

    name: str
    title: str
    """Its own headline; empty where the story carries the same."""
    href: str | None
    """Its address, http or https only."""
    host: str
    """The host that the link leads to; empty without a link, or where the name says as much."""
    place: str
    published: str
    """As a reader is told; empty where it is unknown."""
    iso: str
    """`published` in ISO 8601."""
    language: str

    @property
    def facts(self) -> tuple[str, ...]:
        """What is known of it beside its name and its link, as plain text."""
        title = f"“{self.title}”" if self.title else ""
        return tuple(filter(None, (self.published, self.place, title)))


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """One span of an article, numbered through the briefing from 1."""

    number: int
    anchor: str
    quote: str
    """The exact sentence or sentences."""
    verbatim: bool
    """Whether the bullet says the same to the letter, and rests on nothing else."""
    span: str
    """Where in the article's text: "characters 120–265"."""
    source: SourceView
    back: str
    """The anchor of what it is the receipt of."""
    note: str = ""
    """What a reader is to know of the bullet's verification, as a sentence; with its first receipt alone."""

    @property
    def origin(self) -> str:
        """The source, the article where its title is not the story's, and the span, as plain text."""
        title = f"“{self.source.title}”" if self.source.title else ""
        return ", ".join(filter(None, (self.source.name, title, self.span)))


@dataclass(frozen=True, slots=True)
class BulletView:
    """One statement; `anchor` is unique on the page, `id` is the one of every format."""

    id: str
    anchor: str
    text: str
    language: str
    verified: bool
    flag: str
    """What is said of it beside it, in a word or two; empty where it was verified as it is."""
    receipts: tuple[ReceiptView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A figure, whose it is, and its receipt."""

    figure: str
    said_by: str
    receipt: ReceiptView
    shown: bool
    """Whether a bullet of the story shows the receipt already."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Figures for the same thing that disagree."""

    anchor: str
    about: str
    sides: tuple[SideView, ...]

    @property
    def text(self) -> str:
        """All of it in a line of plain text, receipts by number."""
        sides = (f"{s.figure} ({s.said_by}) [{s.receipt.number}]" for s in self.sides)
        return f"Figures differ, {self.about}: {' · '.join(sides)}"


@dataclass(frozen=True, slots=True)
class PointsView:
    """A publisher's own bullets."""

    source: str
    language: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story; `new` is False where an earlier briefing had it."""

    id: str
    anchor: str
    headline: str
    language: str
    new: bool
    bullets: tuple[BulletView, ...]
    conflicts: tuple[ConflictView, ...]
    points: tuple[PointsView, ...]
    sources: tuple[SourceView, ...]

    @property
    def receipts(self) -> tuple[ReceiptView, ...]:
        """All its receipts, by number."""
        told = (receipt for bullet in self.bullets for receipt in bullet.receipts)
        sides = (side for conflict in self.conflicts for side in conflict.sides)
        return (*told, *(side.receipt for side in sides if not side.shown))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A titled run of stories."""

    anchor: str
    title: str
    stories: tuple[StoryView, ...]


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
    sections: tuple[SectionView, ...]
    footer: FooterView

    @property
    def stories(self) -> tuple[StoryView, ...]:
        """All stories, in reading order."""
        return tuple(story for section in self.sections for story in section.stories)

    @property
    def receipts(self) -> tuple[ReceiptView, ...]:
        """All receipts, by number."""
        return tuple(receipt for story in self.stories for receipt in story.receipts)
