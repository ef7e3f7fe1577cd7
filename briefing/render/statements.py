"""The nouns of what a page says, and of what it rests on. All texts are one line and harmless."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.render.words import listed, quoted


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
        title = quoted(self.title)
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
        title = quoted(self.source.title)
        return ", ".join(filter(None, (self.source.name, title, self.span)))


@dataclass(frozen=True, slots=True)
class NameView:
    """A publisher's name, cut where it is very long, and its language."""

    text: str
    language: str


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
    publishers: tuple[NameView, ...] = ()
    """Whose words it rests on; empty where all of the story is one publisher's."""

    @property
    def attribution(self) -> str:
        """Whose words it rests on: one name, two, or how many there are."""
        if len(self.publishers) > 2:
            return f"{len(self.publishers)} sources"
        return listed(name.text for name in self.publishers) if self.publishers else ""


@dataclass(frozen=True, slots=True)
class SideView:
    """A figure, whose it is, and its receipt."""

    figure: str
    said_by: str
    receipt: ReceiptView
    shown: bool
    """Whether something above it in the story shows the receipt already, or a bullet does."""

    @property
    def quoted(self) -> bool:
        """Whether somebody else than the publisher gives the figure."""
        publisher = self.receipt.source.name.casefold()
        return self.said_by.casefold().removeprefix("the ") != publisher.removeprefix("the ")


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
class ChangeView:
    """A figure that is no longer what the earlier briefing gave."""

    anchor: str
    about: str
    """With a capital: it begins a line."""
    now: SideView
    before: SideView
    turn: str
    """What leads from the one to the other: "up from", "down from", or "was" where they can't be compared."""
    told_apart: bool
    """Whether they are not of the same source, so that it must be said who gives each, if it is not just the
    publisher."""

    @property
    def words(self) -> tuple[str, str, str]:
        """The line in three parts, of which the middle one, the figure now, may be set apart."""
        now, before = (
            f" ({side.said_by})" if self.told_apart and side.quoted else ""
            for side in (self.now, self.before)
        )
        return f"{self.about}: ", self.now.figure, f"{now}, {self.turn} {self.before.figure}{before}"

    @property
    def receipts(self) -> tuple[ReceiptView, ...]:
        """The receipts of both figures, by number; one where they share it."""
        return tuple(sorted({self.now.receipt, self.before.receipt}, key=lambda receipt: receipt.number))

    @property
    def own(self) -> tuple[ReceiptView, ...]:
        """Those of its receipts that nothing else in the story shows."""
        shown = {side.receipt.number for side in (self.now, self.before) if side.shown}
        return tuple(receipt for receipt in self.receipts if receipt.number not in shown)
