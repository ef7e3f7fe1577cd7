"""A briefing as a page shows it: harmless one-line texts, anchors, numbered receipts, counts.

Every format but JSON is made from this, which is why all of them tell the same in the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from briefing.model import Article, Briefing, Bullet, Conflict, Evidence, Section, Story
from briefing.render.footer import footer
from briefing.render.languages import tag
from briefing.render.links import host, href
from briefing.render.page import (
    BulletView,
    ConflictView,
    PageView,
    PointsView,
    ReceiptView,
    SectionView,
    SideView,
    SourceView,
    StoryView,
)
from briefing.render.words import count as counted
from briefing.render.words import long_date, minutes, moment
from briefing.text.clean import one_line


def view(briefing: Briefing) -> PageView:
    """Return the page of `briefing`; sections without a story are left out."""
    desk = _Desk(briefing)
    sections = tuple(desk.section(section) for section in briefing.sections if section.stories)
    return PageView(
        title=one_line(briefing.title),
        date=long_date(briefing.date),
        iso=briefing.date.isoformat(),
        generated=briefing.generated.isoformat(timespec="seconds"),
        summary=_summary(sections),
        sections=sections,
        footer=footer(briefing),
    )


def _summary(sections: tuple[SectionView, ...]) -> str:
    stories = [story for section in sections for story in section.stories]
    if not stories:
        return "No stories"
    sources = {source.name for story in stories for source in story.sources}
    headlines = [story.headline for story in stories]
    points = [item for story in stories for points in story.points for item in points.items]
    bullets = [bullet.text for story in stories for bullet in story.bullets]
    made = f"{counted(len(stories), 'story', 'stories')} from {counted(len(sources), 'source')}"
    return f"{made} · {counted(minutes(headlines + bullets + points), 'minute')} to read"


class _Desk:
    """Lays a briefing out front to back, numbering receipts and keeping anchors unique."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._receipts = count(1)
        self._sections = count(1)
        self._anchors: Counter[str] = Counter()

    def section(self, section: Section) -> SectionView:
        anchor = f"section-{next(self._sections)}"
        return SectionView(anchor, one_line(section.title), tuple(self._story(s) for s in section.stories))

    def _story(self, story: Story) -> StoryView:
        articles = [self._briefing.articles[name] for name in story.articles]
        headline = one_line(story.headline)
        bullets = tuple(self._bullet(bullet, headline) for bullet in story.bullets)
        return StoryView(
            id=story.id,
            anchor=self._anchor(f"story-{story.id}"),
            headline=headline,
            language=tag(articles[0].language) if articles else "und",
            new=story.new,
            bullets=bullets,
            conflicts=tuple(self._conflict(conflict, story, bullets) for conflict in story.conflicts),
            points=tuple(_points(article) for article in articles if article.points),
            sources=tuple(self._source(article, headline) for article in articles),
        )

    def _bullet(self, bullet: Bullet, headline: str) -> BulletView:
        first = self._briefing.articles[bullet.evidence[0].article] if bullet.evidence else None
        anchor = self._anchor(f"bullet-{bullet.id}")
        receipts = [self._receipt(evidence, headline, anchor) for evidence in bullet.evidence]
        if receipts:
            verbatim = len(receipts) == 1 and _is_quoted(bullet)
            receipts[0] = replace(receipts[0], verbatim=verbatim, note=_note(bullet))
        return BulletView(
            id=bullet.id,
            anchor=anchor,
            text=one_line(bullet.text),
            language=tag(first.language) if first else "und",
            verified=bullet.verified,
            flag=_flag(bullet),
            receipts=tuple(receipts),
        )

    def _conflict(self, conflict: Conflict, story: Story, bullets: Sequence[BulletView]) -> ConflictView:
        """Lay out figures that disagree; a receipt that a bullet shows is not shown again."""
        cited = (evidence for bullet in story.bullets for evidence in bullet.evidence)
        known = dict(zip(cited, (r for bullet in bullets for r in bullet.receipts), strict=True))
        anchor = self._anchor(f"conflict-{story.id}")
        sides = []
        for side in conflict.sides:
            receipt = known.get(side.evidence) or self._receipt(
                side.evidence, one_line(story.headline), anchor
            )
            said_by = one_line(side.said_by)
            if said_by.startswith("The "):
                said_by = f"the {said_by[4:]}"
            sides.append(SideView(one_line(side.figure), said_by, receipt, side.evidence in known))
            known.setdefault(side.evidence, receipt)
        return ConflictView(anchor, one_line(conflict.about), tuple(sides))

    def _receipt(self, evidence: Evidence, headline: str, back: str) -> ReceiptView:
        number = next(self._receipts)
        return ReceiptView(
            number=number,
            anchor=f"receipt-{number}",
            quote=one_line(evidence.text),
            verbatim=False,
            span=f"characters {evidence.start:,}–{evidence.end:,}",
            source=self._source(self._briefing.articles[evidence.article], headline),
            back=back,
        )

    def _source(self, article: Article, headline: str) -> SourceView:
        name, title = one_line(article.source), one_line(article.title)
        where, when = host(href(article.url)), article.published
        return SourceView(
            name=name,
            title="" if title.casefold() == headline.casefold() else title,
            href=href(article.url),
            host="" if where.casefold() == name.casefold().removeprefix("www.") else where,
            place=one_line(article.place or ""),
            published=moment(when, self._briefing.generated) if when else "",
            iso=when.isoformat(timespec="seconds") if when else "",
            language=tag(article.language),
        )

    def _anchor(self, name: str) -> str:
        self._anchors[name] += 1
        return name if self._anchors[name] == 1 else f"{name}-{self._anchors[name]}"


def _flag(bullet: Bullet) -> str:
    if not bullet.verified:
        return "unverified"
    return ("in the source’s words" if _is_quoted(bullet) else "corrected") if bullet.reasons else ""


def _note(bullet: Bullet) -> str:
    """Return why it is not verified, or was mended, as a sentence."""
    why = "; ".join(map(one_line, bullet.reasons))
    if not why:
        return ""
    if not bullet.verified:
        return f"Not verified: {why}."
    done = "Told in the source’s words" if _is_quoted(bullet) else "Corrected from the source"
    return f"{done}: the engine’s did not hold, since {why}."


def _is_quoted(bullet: Bullet) -> bool:
    return one_line(bullet.evidence[0].text) == one_line(bullet.text)


def _points(article: Article) -> PointsView:
    items = tuple(one_line(point) for point in article.points)
    return PointsView(one_line(article.source), tag(article.language), items)
