"""Lays a briefing out front to back: sections, and their stories with all that is told of them."""

from __future__ import annotations

from itertools import count

from briefing.model import Article, Briefing, Bullet, Section, Story
from briefing.render.bullets import bullet_view
from briefing.render.figures import change_view, conflict_view, own_receipts
from briefing.render.languages import tag
from briefing.render.layout import Layout
from briefing.render.numbering import Numbering
from briefing.render.page import PointsView, SectionView, StoryView
from briefing.render.sources import cited_first, image_view, publishers, told_by
from briefing.render.statements import BulletView, ChangeView, ConflictView
from briefing.render.words import nested, since
from briefing.text.clean import one_line


class Desk:
    """A briefing, and how much of it has been laid out."""

    def __init__(self, briefing: Briefing, layout: Layout) -> None:
        self._briefing = briefing
        self._layout = layout
        self._sections = count(1)
        self._numbering = Numbering(briefing)

    def section(self, section: Section) -> SectionView:
        """Return the next section."""
        anchor = f"section-{next(self._sections)}"
        return SectionView(anchor, one_line(section.title), tuple(self._story(s) for s in section.stories))

    def _story(self, story: Story) -> StoryView:
        known = self._briefing.articles
        articles = [known[name] for name in cited_first(story)]
        changes, bullets, conflicts = self._statements(story, publishers(articles) > 1)
        return StoryView(
            id=story.id,
            anchor=self._numbering.anchor(f"story-{story.id}"),
            headline=one_line(story.headline),
            language=tag(known[story.articles[0]].language) if articles else "und",
            new=story.new,
            continues=self._continues(story),
            changes=changes,
            bullets=bullets,
            conflicts=conflicts,
            points=() if self._briefing.minutes else tuple(_points(a) for a in articles if a.points),
            sources=tuple(self._numbering.source(article, story) for article in articles),
            told_by=told_by(articles),
            why=" · ".join(map(one_line, story.reasons)) if self._layout.explain else "",
            image=image_view(story.image, known.get(story.image.article)) if story.image else None,
        )

    def _statements(
        self, story: Story, several: bool
    ) -> tuple[tuple[ChangeView, ...], tuple[BulletView, ...], tuple[ConflictView, ...]]:
        """Return what the story says. Figures share the receipts of bullets with the same words."""
        anchors = [self._numbering.anchor(f"change-{story.id}") for _ in story.changes]
        own = own_receipts(story, anchors, self._numbering)
        bullets = tuple(self._bullet(bullet, story, several) for bullet in story.bullets)
        cited = (evidence for bullet in story.bullets for evidence in bullet.evidence)
        shown = dict(zip(cited, (r for bullet in bullets for r in bullet.receipts), strict=True))
        changes = tuple(
            change_view(change, anchor, shown, own)
            for change, anchor in zip(story.changes, anchors, strict=True)
        )
        return (
            changes,
            bullets,
            tuple(conflict_view(conflict, story, shown, self._numbering) for conflict in story.conflicts),
        )

    def _bullet(self, bullet: Bullet, story: Story, several: bool) -> BulletView:
        first = self._briefing.articles[bullet.evidence[0].article] if bullet.evidence else None
        return bullet_view(bullet, first, story, several, self._numbering)

    def _continues(self, story: Story) -> tuple[str, str]:
        """Return what a story goes on from, and its headline then, where that was another."""
        if story.new:
            return "", ""
        if story.earlier is None:
            return "Continuing", ""
        then, title = one_line(story.earlier.headline), one_line(story.earlier.title)
        other = f"{title}, " if title.casefold() != one_line(self._briefing.title).casefold() else ""
        day = since(story.earlier.date, self._briefing.date)
        same = then.casefold() == one_line(story.headline).casefold()
        return f"Continues from {other}{day}", "" if same else nested(then)


def _points(article: Article) -> PointsView:
    items = tuple(one_line(point) for point in article.points)
    return PointsView(one_line(article.source), tag(article.language), items)
