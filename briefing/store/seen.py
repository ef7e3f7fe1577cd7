"""What a reader has been sent does not come back, under its own name or another's, unless it has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from sqlite3 import Connection

from briefing.copies import Sketch, copies_of, pack, sketch, unpack
from briefing.model import Article, Dropped
from briefing.store.content import content
from briefing.store.faults import damaged
from briefing.store.identity import identities
from briefing.store.times import stamp
from briefing.text.clean import one_line

LATELY = timedelta(days=30)
"""How long copies of what was delivered are recognised; the article itself is for ever."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A report that was delivered lately."""

    title: str
    source: str
    date: str
    sketch: Sketch


def mark(connection: Connection, key: str, article: Article, date: str, now: str) -> None:
    """Take note that an article was delivered as it is, in the briefing of `date`."""
    data = pack(sketch(article))
    _insert(connection, key, article, (date, now, data))


def unseen(
    connection: Connection, articles: Sequence[Article], now: datetime, edition: date = date.max
) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
    """Return the articles that are news to the reader, in order, and why each of the others is not.

    Left out is an article that was in a delivered briefing with the words that it has now, and a copy of
    another that was delivered in the last 30 days. A copy that gives other figures is none. An article that
    was delivered and has changed is news even if it is like what was delivered. What was delivered in the
    briefing of the day `edition`, or of a later one, counts for nothing: that briefing is being made again.
    """
    keys = identities(articles)
    before = edition.isoformat()
    dropped, changed = _told(connection, articles, keys, before)
    left = {n: sketch(article) for n, article in enumerate(articles) if n not in dropped}
    # What was delivered under its own name and has changed is no copy of anything older.
    others = [number for number in left if number not in changed]
    for place, told in _copies_of_sent(connection, [left[n] for n in others], now, before):
        number, article = others[place], articles[others[place]]
        same = f"the same report as “{told.title}” ({told.source}), in the briefing of {told.date}"
        dropped[number] = _left_out(article, same)
        _insert(connection, keys[number], article, (told.date, stamp(now), None))
    news = tuple(article for number, article in enumerate(articles) if number not in dropped)
    return news, tuple(dropped[number] for number in sorted(dropped))


def revised(connection: Connection, articles: Sequence[Article], edition: date) -> frozenset[str]:
    """Return the ids of those articles that were delivered in other words before the day `edition`."""
    _, changed = _told(connection, articles, identities(articles), edition.isoformat())
    return frozenset(articles[number].id for number in changed)


def _told(
    connection: Connection, articles: Sequence[Article], keys: Sequence[str], before: str
) -> tuple[dict[int, Dropped], set[int]]:
    """Return which articles a reader knows word for word, and which were delivered in other words."""
    dropped: dict[int, Dropped] = {}
    changed: set[int] = set()
    for number, (article, key) in enumerate(zip(articles, keys, strict=True)):
        rows = connection.execute(
            "SELECT content, date, copy FROM seen WHERE key = ? AND date < ?", (key, before)
        ).fetchall()
        dates = {content: date for content, date, _ in rows}
        if rows and (date := dates.get(content(article))):
            dropped[number] = _left_out(article, f"was in the briefing of {date}")
        elif any(not copy for *_, copy in rows):
            changed.add(number)
    return dropped, changed


def _insert(
    connection: Connection, key: str, article: Article, delivered: tuple[str, str, bytes | None]
) -> None:
    """Keep what a reader knows: of when, since when, and its sketch.

    Without a sketch it is a copy of what was sent, which has one.
    """
    date, now, data = delivered
    told = (one_line(article.title), one_line(article.source))
    connection.execute(
        "INSERT OR IGNORE INTO seen (key, content, copy, date, delivered_at, title, source, sketch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (key, content(article), data is None, date, now, *told, data),
    )


def _copies_of_sent(
    connection: Connection, sketches: Sequence[Sketch], now: datetime, before: str
) -> Iterator[tuple[int, _Sent]]:
    """Yield the number of each that is a copy of what was delivered lately, and of what."""
    sent = _lately(connection, now, before) if sketches else []
    for number, original in copies_of([each.sketch for each in sent], sketches).items():
        yield number, sent[original]


def _lately(connection: Connection, now: datetime, before: str) -> list[_Sent]:
    rows = connection.execute(
        "SELECT title, source, date, sketch FROM seen"
        " WHERE delivered_at > ? AND date < ? AND sketch IS NOT NULL"
        " ORDER BY delivered_at, key, content",
        (stamp(now - LATELY), before),
    )
    return [_Sent(title, source, date, _unpacked(data)) for title, source, date, data in rows]


def _unpacked(data: bytes) -> Sketch:
    try:
        return unpack(data)
    except ValueError as error:
        raise damaged(f"a sketch: {error}") from error


def _left_out(article: Article, reason: str) -> Dropped:
    return Dropped(article.origin or article.source, reason)
