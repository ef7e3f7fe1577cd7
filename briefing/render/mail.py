"""Mail: the page as what mail programs show, small enough that none cuts it off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.page import ImageView, PageView, SectionView
from briefing.render.plain import render as plain
from briefing.render.templates import fill
from briefing.render.view import view
from briefing.render.words import count, shortened

LARGEST = 95_000
"""Bytes of HTML; some mail programs cut off what comes after 100 kB."""
_MOST = 800
"""Stories; of more not even the headlines could fit."""
_HEADLINE = 90
"""Characters of a headline in the subject."""


@dataclass(frozen=True, slots=True)
class MailView:
    """A briefing as the parts of a message."""

    subject: str
    text: str
    """All of the briefing, as plain text."""
    html: str
    """As much of it as fits: what is left out, it says."""
    pictures: tuple[tuple[str, ImageView], ...]
    """What the HTML shows, by the names that it uses ("cid:NAME")."""


def render(briefing: Briefing, layout: Layout = A4, /) -> MailView:
    """Return the briefing as mail."""
    page = view(briefing, layout)
    pictures = {
        story.anchor: (f"{story.anchor}@briefing", story.image) for story in page.stories if story.image
    }
    html = _html(page, {anchor: name for anchor, (name, _) in pictures.items()})
    shown = tuple(each for each in pictures.values() if f'"cid:{each[0]}"' in html)
    return MailView(_subject(page), plain(briefing, layout).decode(), html, shown)


def _subject(page: PageView) -> str:
    """Return the briefing's name, its day, and what matters most on it."""
    name = f"{page.title}, {page.date}"
    first = [line.headline for line in page.glance] or [story.headline for story in page.stories]
    return f"{name}: {shortened(first[0], _HEADLINE)}" if first else name


def _html(page: PageView, pictures: dict[str, str]) -> str:
    """Return the most that fits: all, then all but the receipts' words, then fewer stories, from the end."""

    def filled(told: int, named: int, *, quoted: bool) -> str:
        shown = tuple(_first(page.sections, named))
        anchors = [story.anchor for section in shown for story in section.stories]
        return _inlined(
            fill(
                "mail.html",
                page=page,
                sections=shown,
                full=frozenset(anchors[:told]),
                pictures=pictures,
                quoted=quoted,
                left=_left(len(page.stories), told, named, quoted=quoted),
            )
        )

    many = len(page.stories)
    for quoted in (True, False):
        if many <= _MOST and _fits(whole := filled(many, many, quoted=quoted)):
            return whole
    many = min(many, _MOST)
    told = _most(many, lambda told: filled(told, many, quoted=False))
    if told >= 0:
        return filled(told, many, quoted=False)
    return filled(0, max(0, _most(many, lambda named: filled(0, named, quoted=False))), quoted=False)


def _most(many: int, filled: Callable[[int], str]) -> int:
    """Return the largest number up to `many` with which the page fits; -1 where none does."""
    return bisect_right(range(many + 1), False, key=lambda number: not _fits(filled(number))) - 1


def _fits(html: str) -> bool:
    return len(html.encode()) <= LARGEST


def _left(many: int, told: int, named: int, *, quoted: bool) -> str:
    """Say what is not here, and where it is."""
    if quoted:
        return ""
    missing = ["the sentences that the numbers stand for"]
    if told < many:
        missing.append(f"what is told of {count(many - told, 'story', 'stories')}")
    if named < many:
        missing.append(f"{count(many - named, 'headline')}")
    return f"This mail would be too long with all of it: {', and '.join(missing)} are in its plain text."


def _first(sections: tuple[SectionView, ...], stories: int) -> Iterator[SectionView]:
    """Yield the sections as far as so many stories go."""
    for section in sections:
        if stories > 0:
            yield SectionView(section.anchor, section.title, section.stories[:stories])
        stories -= len(section.stories)


def _inlined(html: str) -> str:
    """Return a page with its rules at the elements, since many mail programs know no others."""
    from css_inline import CSSInliner

    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(html)
