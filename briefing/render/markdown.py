"""Markdown (CommonMark): the whole briefing, its sources' text escaped so that none of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.page import BulletView, PageView, ReceiptView, SourceView, StoryView
from briefing.render.view import view

# Marks that mean something anywhere in a line, those that do at its start, and the dot of "1." there.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$#]")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def render(briefing: Briefing, _layout: Layout = A4, /) -> bytes:
    """Return the briefing as Markdown in UTF-8, one paragraph or list item a line."""
    return ("\n".join(_page(view(briefing))) + "\n").encode()


def escape(text: str) -> str:
    """Return one line of plain text so that Markdown shows it as it is, wherever it stands."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return _AT_START.sub(lambda m: m[1] + "\\" if m[1].isdigit() else "\\" + m[1], text)


def _page(page: PageView) -> Iterator[str]:
    yield from (f"# {escape(page.title)}", "", f"{page.date} · {page.summary}")
    if page.footer.notice:
        yield from ("", f"**{page.footer.notice}**")
    if page.footer.quiet:
        headline, sentence = page.footer.quiet
        yield from ("", f"## {headline}", "", sentence)
    for section in page.sections:
        yield from ("", f"## {escape(section.title)}")
        for story in section.stories:
            yield from _story(story)
    if page.receipts:
        yield from ("", "## Receipts", "", *map(_receipt, page.receipts))
    yield from _footer(page)


def _story(story: StoryView) -> Iterator[str]:
    yield from ("", f"### {escape(story.headline)}", "")
    if not story.new:
        yield from ("*Continuing*", "")
    yield from map(_bullet, story.bullets)
    for conflict in story.conflicts:
        yield from ("", f"**Figures differ** {escape(conflict.text.removeprefix('Figures differ, '))}")
    for points in story.points:
        yield from ("", f"> **Publisher’s points** · {escape(points.source)}", ">")
        yield from (f"> - {escape(item)}" for item in points.items)
    yield from _sources(story.sources)


def _bullet(bullet: BulletView) -> str:
    numbers = ", ".join(str(receipt.number) for receipt in bullet.receipts)
    return f"- {escape(bullet.text)} \\[{numbers}\\]" + (f" *({bullet.flag})*" if bullet.flag else "")


def _sources(sources: Iterable[SourceView]) -> Iterator[str]:
    """Yield one paragraph, a source a line."""
    lines = [" · ".join((_link(source), *map(escape, source.facts))) for source in sources]
    if lines:
        yield from ("", "Source: " + "\\\n".join(lines))


def _link(source: SourceView) -> str:
    if not source.href:
        return escape(source.name)
    host = f" ({escape(source.host)})" if source.host else ""
    return f"[{escape(source.name)}](<{source.href}>){host}"


def _receipt(receipt: ReceiptView) -> str:
    quote = "word for word" if receipt.verbatim else f"“{escape(receipt.quote)}”"
    note = f" {escape(receipt.note)}" if receipt.note else ""
    return f"{receipt.number}. {escape(receipt.origin)}: {quote}{note}"


def _footer(page: PageView) -> Iterator[str]:
    footer = page.footer
    yield from ("", "## About this briefing", "", " ".join(map(escape, footer.sentences)))
    if footer.problems:
        yield from ("", "### Problems", "")
        yield from (f"- {escape(p.source)}: {escape(p.message)}" for p in footer.problems)
    if footer.left_out:
        yield from ("", "### Left out", "")
        yield from (f"- {escape(o.reason)} ({o.number:,}): {escape(o.names)}" for o in footer.left_out)
