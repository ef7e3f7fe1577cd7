"""What earlier briefings told their reader, with the articles as they were then."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from sqlite3 import Connection

from briefing.model import Article, Earlier, Told
from briefing.store.body import unpack
from briefing.store.records import ToldStory, loads


def told(connection: Connection, edition: datetime.date, days: int) -> tuple[Told, ...]:
    """Return the stories of delivered briefings of the `days` days before `edition`, the oldest first.

    A briefing of that day itself is being made again: it counts for nothing. Of articles that are kept no
    longer a story has none.
    """
    since = edition.toordinal() - days
    rows = connection.execute(
        "SELECT id, date, title, stories FROM briefings"
        " WHERE delivered_at IS NOT NULL AND date < ? AND date >= ? ORDER BY date, made_at, id",
        (edition.isoformat(), datetime.date.fromordinal(max(1, since)).isoformat()),
    ).fetchall()
    return tuple(story for row in rows for story in _stories(connection, *row))


def _stories(connection: Connection, name: str, day: str, title: str, stories: str) -> Iterator[Told]:
    """Yield the stories of a briefing in reading order."""
    articles = _articles(connection, name)
    date = datetime.date.fromisoformat(day)
    for story in loads(stories):
        yield _told(Earlier(date, story.headline, title), story, articles)


def _told(earlier: Earlier, story: ToldStory, articles: Mapping[str, Article]) -> Told:
    kept = tuple(articles[one] for one in story.articles if one in articles)
    return Told(earlier, tuple(bullet.text for bullet in story.bullets), kept)


def _articles(connection: Connection, name: str) -> dict[str, Article]:
    """Return the articles of a briefing by their ids, as it told them."""
    rows = connection.execute(
        "SELECT told.name, versions.body FROM told JOIN versions ON versions.id = told.version"
        " WHERE told.briefing = ?",
        (name,),
    )
    return {article: unpack(body) for article, body in rows}
