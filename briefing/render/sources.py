"""The articles of a story as a reader finds them, and how many publishers they are of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from briefing.model import Article, Earlier, Image, Story
from briefing.render.languages import tag
from briefing.render.links import host, href
from briefing.render.page import ImageView
from briefing.render.statements import NameView, SourceView
from briefing.render.words import count, long_date, moment, shortened
from briefing.text.clean import one_line

_LONGEST_NAME = 40
_LONGEST_CAPTION = 280
# What a page can show without running or loading anything.
_SHOWN = frozenset(["image/jpeg", "image/png", "image/webp", "image/gif"])


def source(article: Article, headline: str, now: datetime) -> SourceView:
    """Return an article of a story with this headline, its time in the zone of `now`."""
    name, title = one_line(article.source), one_line(article.title)
    where, when = host(href(article.url)), article.published
    return SourceView(
        name=name,
        title="" if title.casefold() == headline.casefold() else title,
        href=href(article.url),
        host="" if where.casefold() == name.casefold().removeprefix("www.") else where,
        place=one_line(article.place or ""),
        published=moment(when, now) if when else "",
        iso=when.isoformat(timespec="seconds") if when else "",
        language=tag(article.language),
    )


def former(said_by: str, earlier: Earlier | None) -> SourceView:
    """Return what stands for an article that is not at hand any more: the briefing that told of it."""
    name = one_line(earlier.title if earlier else said_by)
    day, iso = (long_date(earlier.date), earlier.date.isoformat()) if earlier else ("", "")
    return SourceView(name, "", None, "", "", day, iso, "und")


def names(sources: Iterable[SourceView]) -> tuple[NameView, ...]:
    """Return the names of their publishers, once each."""
    found: dict[str, NameView] = {}
    for each in sources:
        found.setdefault(each.name.casefold(), NameView(shortened(each.name, _LONGEST_NAME), each.language))
    return tuple(found.values())


def publishers(articles: Iterable[Article]) -> int:
    """Return how many publishers have written these articles."""
    return len({one_line(article.source).casefold() for article in articles})


def told_by(articles: Sequence[Article]) -> str:
    """Return how many publishers and articles tell a story; nothing where there is one article."""
    number = publishers(articles)
    many = [count(number, "source")] if number > 1 else []
    if len(articles) > number:
        many.append(count(len(articles), "article"))
    return ", ".join(many)


def cited_first(story: Story) -> list[str]:
    """Return the ids of the articles of `story`, those that it rests on before the others."""
    cited = {evidence.article for bullet in story.bullets for evidence in bullet.evidence}
    cited |= {side.evidence.article for conflict in story.conflicts for side in conflict.sides}
    cited |= {change.now.evidence.article for change in story.changes}
    return sorted(story.articles, key=lambda name: name not in cited)


def image_view(picture: Image, article: Article | None) -> ImageView | None:
    """Return a picture with what is said of it, or None where a page cannot show it."""
    if picture.type not in _SHOWN or not picture.data:
        return None
    publisher = one_line(article.source) if article else ""
    credit = one_line(picture.credit)
    if publisher.casefold() not in credit.casefold():
        credit = f"{credit}, {publisher}" if credit else publisher
    credit = shortened(credit, 2 * _LONGEST_NAME)
    caption = shortened(one_line(picture.alt), _LONGEST_CAPTION)
    return ImageView(
        data=picture.data,
        type=picture.type,
        width=picture.width,
        height=picture.height,
        alt=caption or (f"Picture: {credit}" if credit else "Picture"),
        caption=caption,
        credit=credit,
        language=tag(article.language) if article else "und",
    )
