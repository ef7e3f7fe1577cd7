"""A page of several articles: which of its `<article>` elements are stories, and what each holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.ingest.articles import Found, moment
from briefing.ingest.readers.blocks import Form, Placed, place, published
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.html_figures import figures
from briefing.ingest.readers.html_outline import Piece
from briefing.ingest.readers.html_page import language
from briefing.ingest.reading import Line, Role

_MAIN = 0.7  # of all text: an article that has more is the page's, and the others are about it


@dataclass(frozen=True, slots=True)
class Story:
    """An `<article>` of a page, with the text in it."""

    element: Any
    pieces: tuple[Piece, ...]

    @property
    def heading(self) -> Piece:
        """Its headline."""
        return next(piece for piece in self.pieces if piece.form is Form.HEADING)

    @property
    def prose(self) -> tuple[Piece, ...]:
        """Its paragraphs."""
        return tuple(one for one in self.pieces if one.form is Form.PARAGRAPH and has_sentence(one.text))


def stories(tree: Any, pieces: Sequence[Piece]) -> tuple[Story, ...]:
    """Return the stories of a digest, none where the page has one article or none.

    An `<article>` is a story where it has a headline and paragraphs. Beside a page's own article others are
    but teasers: a linked headline and a line, or little next to the one that has the page's title or most
    of its text.
    """
    told = [story for story in _articles(tree, pieces) if _is_story(story)]
    sizes = [sum(len(one.text) for one in story.prose) for story in told]
    if len(told) < 2 or tree.xpath('//meta[@property="og:type" and @content="article"]'):
        return ()
    if max(sizes) > _MAIN * sum(sizes) and sum(len(story.prose) > 1 for story in told) < 2:
        return ()
    tops = [story for story in told if story.heading.level == 1]
    return () if len(tops) == 1 or _has_own_title(tree, told) else tuple(told)


def digest(
    tree: Any, told: Sequence[Story], pieces: Sequence[Piece], around: frozenset[Any], url: str | None
) -> tuple[tuple[Found, ...], tuple[Line, ...]]:
    """Return the stories as articles, and each line of the page with its role.

    `around` is its frame, `url` where it was fetched from.
    """
    owners = {id(piece): n for n, story in enumerate(told) for piece in story.pieces}
    frame = {id(piece) for piece in pieces if not around.isdisjoint(piece.within())}
    placed = [place([one.block() for one in s.pieces if id(one) not in frame], s.heading.text) for s in told]
    waiting = [iter(part) for part in placed]
    lines: list[Line] = []
    firsts: dict[int, int] = {}
    for number, piece in enumerate(pieces, 1):
        owner = owners.get(id(piece))
        if owner is None or id(piece) in frame:
            lines.append(Line(number, piece.text, Role.JUNK, None, "outside the articles of the page"))
            continue
        one = next(waiting[owner])
        lines.append(Line(number, piece.text, one.role, owner, one.reason))
        if one.role is Role.HEADLINE:
            firsts.setdefault(owner, number)
    parts = zip(told, placed, strict=True)
    site = next(iter(tree.xpath('//meta[@property="og:site_name"]/@content')), None)
    found = tuple(
        replace(
            _found(tree, s, part),
            source=site,
            line=firsts.get(n),
            picture=next(figures(s.element, url), None),
        )
        for n, (s, part) in enumerate(parts)
    )
    return found, tuple(lines)


def _found(tree: Any, story: Story, placed: Sequence[Placed]) -> Found:
    def texts(*roles: Role) -> tuple[str, ...]:
        return tuple(one.block.text for one in placed if one.role in roles)

    text = "\n".join(texts(Role.BODY, Role.LEAD))
    times = story.element.xpath(".//time/@datetime")
    links = story.heading.element.xpath("descendant-or-self::a/@href")
    return Found(
        text=text,
        title=story.heading.text,
        url=next(iter(links), None),
        language=language(tree, text),
        published=(moment(times[0]) if times else None) or published(placed),
        points=texts(Role.POINT),
    )


def _articles(tree: Any, pieces: Sequence[Piece]) -> list[Story]:
    inside: dict[Any, list[Piece]] = {
        element: [] for element in tree.xpath("//article[not(ancestor::article)]")
    }
    for piece in pieces if len(inside) > 1 else ():
        if owner := [one for one in piece.within() if one in inside]:
            inside[owner[0]].append(piece)
    return [Story(element, tuple(held)) for element, held in inside.items()]


def _is_story(story: Story) -> bool:
    if not story.prose or not any(piece.form is Form.HEADING for piece in story.pieces):
        return False
    first = story.pieces.index(story.heading)
    if any(piece in story.prose for piece in story.pieces[:first]):
        return False
    return len(story.prose) > 1 or not story.heading.linked


def _has_own_title(tree: Any, told: Sequence[Story]) -> bool:
    """Whether the page is called after one of the articles on it."""
    names = tree.xpath("//title//text() | //meta[@property='og:title']/@content")
    titles = [" ".join(name.split()).casefold() for name in names]
    return any(title.startswith(story.heading.text.casefold()) for title in titles for story in told)
