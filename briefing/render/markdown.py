"""Markdown (CommonMark): the whole briefing, its sources' text escaped so that none of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.page import PageView, StoryView
from briefing.render.statements import BulletView, ChangeView, ReceiptView, SourceView
from briefing.render.view import view
from briefing.render.words import quoted

# Marks that mean something anywhere in a line, those that do at its start, and the dot of "1." there.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$#]")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def render(briefing: Briefing, layout: Layout = A4, /) -> bytes:
    """Return the briefing as Markdown in UTF-8, one paragraph or list item a line."""
    return ("\n".join(_page(view(briefing, layout))) + "\n").encode()


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
    if page.glance:
        yield from ("", "## At a glance", "")
        for number, line in enumerate(page.glance, 1):
            yield f"{number}. {escape(line.headline)} · {escape(' · '.join(line.facts))}"
    for section in page.sections:
        yield from ("", f"## {escape(section.title)}")
        for story in section.stories:
            yield from _story(story)
    if page.receipts:
        yield from ("", "## Receipts", "", *map(_receipt, page.receipts))
    yield from _footer(page)


def _story(story: StoryView) -> Iterator[str]:
    yield from ("", f"### {escape(story.headline)}")
    if not story.new:
        since, then = story.continues
        yield from ("", f"*{since}*" + (f": {escape(quoted(then))}" if then else ""))
    if story.changes or story.bullets:
        yield ""
    yield from map(_change, story.changes)
    yield from map(_bullet, story.bullets)
    for conflict in story.conflicts:
        yield from ("", f"**Figures differ** {escape(conflict.text.removeprefix('Figures differ, '))}")
    for points in story.points:
        yield from ("", f"> **Publisher’s points** · {escape(points.source)}", ">")
        yield from (f"> - {escape(item)}" for item in points.items)
    yield from _sources(story)
    if story.why:
        yield from ("", f"*Why here:* {escape(story.why)}")


def _change(change: ChangeView) -> str:
    about, figure, turn = map(escape, change.words)
    return f"- {about}**{figure}**{turn} {_numbers(change.receipts)}"


def _bullet(bullet: BulletView) -> str:
    by = f" — {escape(bullet.attribution)}" if bullet.attribution else ""
    flag = f" *({bullet.flag})*" if bullet.flag else ""
    return f"- {escape(bullet.text)}{by} {_numbers(bullet.receipts)}{flag}"


def _numbers(receipts: Iterable[ReceiptView]) -> str:
    return f"\\[{', '.join(str(receipt.number) for receipt in receipts)}\\]"


def _sources(story: StoryView) -> Iterator[str]:
    """Yield one paragraph, a source a line."""
    lines = [" · ".join((_link(source), *map(escape, source.facts))) for source in story.first_sources]
    if story.more_sources:
        lines.append(f"and {len(story.more_sources):,} more: {', '.join(map(_name, story.more_sources))}")
    if lines:
        label = f"{story.told_by[:1].upper()}{story.told_by[1:]}:\\\n" if story.told_by else "Source: "
        yield from ("", label + "\\\n".join(lines))


def _link(source: SourceView) -> str:
    return _name(source) + (f" ({escape(source.host)})" if source.host else "")


def _name(source: SourceView) -> str:
    return f"[{escape(source.name)}](<{source.href}>)" if source.href else escape(source.name)


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
