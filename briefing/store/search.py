"""Articles by their words, the best first, and which briefings they were in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from briefing.model import Article
from briefing.store import query
from briefing.store.body import unpack
from briefing.store.snippet import snippet

_TITLE = 4.0  # how much more a word tells in a headline than in the text


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    article: Article
    snippet: str
    """The part of its text that shows the words, on one line."""
    briefings: tuple[datetime.date, ...]
    """The days of the delivered briefings that it was in."""


def search(connection: Connection, asked: Sequence[str], most: int) -> tuple[Hit, ...]:
    """Return the articles that hold every word, at most so many, the best first (BM25), then the latest.

    Nothing in what is asked is an operator but "quoted phrases" and a * behind the start of a word.
    """
    terms = query.terms(asked)
    if not terms:
        return ()
    rows = connection.execute(
        "SELECT articles.id, body.body FROM search JOIN articles ON articles.id = search.rowid"
        " JOIN versions AS body ON body.id = articles.version WHERE search MATCH ?"
        " ORDER BY bm25(search, ?, 1.0), articles.last_seen DESC, articles.id LIMIT ?",
        (query.expression(terms), _TITLE, most),
    ).fetchall()
    return tuple(_hit(connection, number, unpack(body), terms) for number, body in rows)


def _hit(connection: Connection, number: int, article: Article, terms: Sequence[str]) -> Hit:
    rows = connection.execute(
        "SELECT DISTINCT date FROM briefings JOIN told ON told.briefing = briefings.id"
        " JOIN versions ON versions.id = told.version"
        " WHERE versions.article = ? AND delivered_at IS NOT NULL ORDER BY date",
        (number,),
    )
    days = tuple(datetime.date.fromisoformat(row[0]) for row in rows)
    return Hit(article, snippet(article.text, terms), days)
