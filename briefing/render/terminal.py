"""The terminal: sections, stories and bullets as wide as the window allows, and no wider than reads well."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.page import GlanceView, PageView, PointsView, SectionView, StoryView
from briefing.render.statements import BulletView, ChangeView, ConflictView, ReceiptView, SourceView
from briefing.render.view import view
from briefing.render.words import quoted

WIDTH = 88
"""The widest line, in cells: longer ones are hard to follow."""


def show(briefing: Briefing, console: Console, layout: Layout = A4, *, receipts: bool = False) -> None:
    """Print `briefing` on `console`; with `receipts`, each bullet is followed by its source sentences.

    Source text is only ever put into `Text`, which takes no markup. Where the console is no terminal
    (piped, or a file) nothing can carry a link, so addresses are written out.
    """
    for line in _Press(console, receipts).page(view(briefing, layout)):
        console.print(line, soft_wrap=True)


class _Press:
    """Turns the view into lines: wrapped here, so that they end where their text ends."""

    def __init__(self, console: Console, receipts: bool) -> None:
        self._console = console
        self._width = max(20, min(console.width, WIDTH))
        self._receipts = receipts

    def page(self, page: PageView) -> Iterator[Text]:
        yield from self._set(Text(page.title, "bold"))
        yield from self._set(Text(f"{page.date} · {page.summary}", "dim"))
        yield from self._set(Text(page.footer.notice, "yellow"))
        for words in page.footer.quiet or ():
            yield from (Text(), *self._set(Text(words, "italic")))
        if page.glance:
            yield from (Text(), Text("AT A GLANCE", "bold"), self._rule())
        for number, line in enumerate(page.glance, 1):
            yield from self._glance(number, line)
        for section in page.sections:
            yield from self._section(section)
        yield from self._footer(page)

    def _glance(self, number: int, line: GlanceView) -> Iterator[Text]:
        text = Text(line.headline).append(f" · {' · '.join(line.facts)}", "dim")
        yield from self._set(text, f"{number:2} ")

    def _section(self, section: SectionView) -> Iterator[Text]:
        yield from (Text(), *self._set(Text(section.title.upper(), "bold")), self._rule())
        for story in section.stories:
            yield from self._story(story)

    def _story(self, story: StoryView) -> Iterator[Text]:
        yield from (Text(), *self._set(Text(story.headline, "bold")))
        if not story.new:
            since, then = story.continues
            yield from self._set(Text(f"{since}: {quoted(then)}" if then else since, "dim"))
        for change in story.changes:
            yield from self._change(change)
        for bullet in story.bullets:
            yield from self._bullet(bullet)
        for conflict in story.conflicts:
            yield from self._conflict(conflict)
        for points in story.points:
            yield from self._points(points)
        yield from self._sources(story)
        if story.why:
            yield from self._set(Text(f"Why here: {story.why}", "dim"), "   ")

    def _change(self, change: ChangeView) -> Iterator[Text]:
        about, figure, turn = change.words
        yield from self._set(Text(about).append(figure, "bold").append(turn), " → ")
        for side in (change.now, change.before) if self._receipts else ():
            if not side.shown:
                yield from self._receipt(side.receipt)

    def _bullet(self, bullet: BulletView) -> Iterator[Text]:
        text = Text(bullet.text)
        if bullet.attribution:
            text.append(f" — {bullet.attribution}", "dim")
        if bullet.flag:
            text.append(f" ({bullet.flag})", "dim" if bullet.verified else "yellow")
        yield from self._set(text, " • ")
        for receipt in bullet.receipts if self._receipts else ():
            yield from self._receipt(receipt)

    def _conflict(self, conflict: ConflictView) -> Iterator[Text]:
        sides = " · ".join(f"{side.figure} ({side.said_by})" for side in conflict.sides)
        line = Text().append("Figures differ, ", "yellow").append(f"{conflict.about}: {sides}")
        yield from self._set(line, " ± ")
        for side in conflict.sides if self._receipts else ():
            if not side.shown:
                yield from self._receipt(side.receipt)

    def _receipt(self, receipt: ReceiptView) -> Iterator[Text]:
        quote = Text(f"“{receipt.quote}”", "italic").append(f" {receipt.origin}", "dim not italic")
        yield from self._set(quote, f"   {receipt.number} ")
        yield from self._set(Text(receipt.note, "dim"), "     ")

    def _points(self, points: PointsView) -> Iterator[Text]:
        yield from self._set(Text(f"Publisher’s points · {points.source}", "dim"), "   | ", "   | ")
        for item in points.items:
            yield from self._set(Text(item), "   | – ", "   |   ")

    def _sources(self, story: StoryView) -> Iterator[Text]:
        yield from self._set(Text(story.told_by, "dim"), "   ")
        for source in story.first_sources:
            yield from self._source(source)
        if story.more_sources:
            names = (Text(source.name, _link(source)) for source in story.more_sources)
            line = Text(f"and {len(story.more_sources):,} more: ", "dim").append_text(Text(", ").join(names))
            yield from self._set(line, "   ")

    def _source(self, source: SourceView) -> Iterator[Text]:
        line = Text(style="dim").append(source.name, _link(source))
        for fact in filter(None, (source.host, *source.facts)):
            line.append(f" · {fact}")
        yield from self._set(line, "   ", "     ")
        if source.href and not self._console.is_terminal:
            yield Text(f"   {source.href}")

    def _footer(self, page: PageView) -> Iterator[Text]:
        yield from (Text(), self._rule())
        for sentence in page.footer.sentences:
            yield from self._set(Text(sentence, "dim"))
        for problem in page.footer.problems:
            yield from self._set(Text(f"Problem: {problem.source}: {problem.message}", "yellow"), rest="   ")
        for item in page.footer.left_out:
            left_out = f"Left out, {item.reason} ({item.number:,}): {item.names}"
            yield from self._set(Text(left_out, "dim"), rest="   ")

    def _rule(self) -> Text:
        return Text("─" * self._width, "dim")

    def _set(self, text: Text, first: str = "", rest: str | None = None) -> Iterator[Text]:
        """Yield `text` in lines, the first after `first`, the others after `rest`, else as far in."""
        rest = " " * len(first) if rest is None else rest
        room = self._width - max(len(first), len(rest))
        for number, line in enumerate(text.wrap(self._console, room, overflow="fold") if text else ()):
            line.rstrip()
            yield Text(first if number == 0 else rest).append_text(line)


def _link(source: SourceView) -> Style:
    return Style(link=source.href)
