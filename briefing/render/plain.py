"""Plain text in 78 columns: for a terminal's pager, a printer, or the plain part of a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.page import PageView, StoryView
from briefing.render.statements import BulletView, ChangeView, ReceiptView, SourceView
from briefing.render.view import view
from briefing.render.words import quoted
from briefing.render.wrap import wrap

WIDTH = 78


def render(briefing: Briefing, layout: Layout = A4, /) -> bytes:
    """Return the briefing as text in UTF-8; only an address may run past 78 columns."""
    return ("\n".join(_page(view(briefing, layout))) + "\n").encode()


def _page(page: PageView) -> Iterator[str]:
    yield "=" * WIDTH
    yield from _lines(page.title.upper())
    yield from _lines(f"{page.date} · {page.summary}")
    if page.footer.notice:
        yield from _lines(f"! {page.footer.notice}")
    yield "=" * WIDTH
    if page.footer.quiet:
        headline, sentence = page.footer.quiet
        yield from ("", *_lines(headline), "", *_lines(sentence))
    if page.glance:
        yield from (*_heading("At a glance"), "")
        for number, line in enumerate(page.glance, 1):
            yield from _lines(" · ".join((line.headline, *line.facts)), f" {number:2}. ", "     ")
    for section in page.sections:
        yield from _heading(section.title)
        for story in section.stories:
            yield from _story(story)
    if page.receipts:
        yield from _heading("Receipts")
        yield ""
        for receipt in page.receipts:
            yield from _receipt(receipt, len(str(len(page.receipts))))
    yield from _footer(page)


def _lines(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    return wrap(text, WIDTH, first, rest)


def _heading(title: str) -> Iterator[str]:
    yield from ("", "", *_lines(title.upper()), "-" * WIDTH)


def _story(story: StoryView) -> Iterator[str]:
    yield from ("", *_lines(story.headline))
    if not story.new:
        since, then = story.continues
        yield from _lines(f"({since}: {quoted(then)})" if then else f"({since})")
    if not story.line:
        yield ""
    for change in story.changes:
        yield from _change(change)
    for bullet in story.bullets:
        yield from _bullet(bullet)
    for conflict in story.conflicts:
        yield from _lines(conflict.text, "  ! ", "    ")
    for points in story.points:
        yield from ("", *_lines(f"Publisher’s points · {points.source}", "  | ", "  | "))
        for item in points.items:
            yield from _lines(item, "  | - ", "  |   ")
    if not story.line:
        yield ""
    yield from _sources(story)
    if story.why:
        yield from _lines(f"Why here: {story.why}", "  ", "    ")


def _change(change: ChangeView) -> Iterator[str]:
    return _lines(f"{''.join(change.words)} {_numbers(change.receipts)}", "  * ", "    ")


def _bullet(bullet: BulletView) -> Iterator[str]:
    by = f" — {bullet.attribution}" if bullet.attribution else ""
    mark = f" ({bullet.flag})" if bullet.flag else ""
    return _lines(f"{bullet.text}{by} {_numbers(bullet.receipts)}{mark}", "  - ", "    ")


def _numbers(receipts: Iterable[ReceiptView]) -> str:
    return f"[{', '.join(str(receipt.number) for receipt in receipts)}]"


def _sources(story: StoryView) -> Iterator[str]:
    """Yield the only source beside its label, several below it."""
    if story.told_by:
        yield f"  {story.told_by[:1].upper()}{story.told_by[1:]}:"
        for source in story.first_sources:
            yield from _source(source, "  - ", "    ")
        if story.more_sources:
            names = ", ".join(source.name for source in story.more_sources)
            yield from _lines(f"and {len(story.more_sources):,} more: {names}", "    ", "    ")
    else:
        for source in story.sources:
            yield from _source(source, "  Source: ", " " * 10)


def _source(source: SourceView, first: str, rest: str) -> Iterator[str]:
    yield from _lines(" · ".join((source.name, *source.facts)), first, rest)
    if source.href:
        yield rest + source.href


def _receipt(receipt: ReceiptView, digits: int) -> Iterator[str]:
    quote = "word for word" if receipt.verbatim else f"“{receipt.quote}”"
    number = f"[{receipt.number}]".rjust(digits + 2)
    told = " ".join(filter(None, (f"{receipt.origin}: {quote}", receipt.note)))
    return _lines(told, f"{number} ", " " * (digits + 3))


def _footer(page: PageView) -> Iterator[str]:
    footer = page.footer
    yield from _heading("About this briefing")
    for sentence in footer.sentences:
        yield from ("", *_lines(sentence))
    if footer.problems:
        yield from ("", "Problems:", *_items(f"{p.source}: {p.message}" for p in footer.problems))
    if footer.left_out:
        yield from (
            "",
            "Left out:",
            *_items(f"{o.reason} ({o.number:,}): {o.names}" for o in footer.left_out),
        )


def _items(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _lines(text, "  - ", "    ")
