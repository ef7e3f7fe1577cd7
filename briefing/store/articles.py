"""Articles by what they are: added, found again to the letter, and known to have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from briefing.model import Article
from briefing.store import index
from briefing.store.body import fingerprint, pack, unpack
from briefing.store.content import content
from briefing.store.identity import identities


@dataclass(frozen=True, slots=True)
class Added:
    """What became of articles that were added: how many are new, have changed, or were known as they are."""

    new: int = 0
    changed: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article's row, and what there is of it."""

    id: int
    latest: int | None
    contents: frozenset[str]


def add(connection: Connection, articles: Sequence[Article], now: str) -> tuple[Added, list[int]]:
    """Keep articles; return what became of them, and the number of each one's version.

    One that is given in several versions at once is kept in all; the longest is what it says from now on.
    """
    versions = [0] * len(articles)
    told: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(identities(articles)):
        told[key].append(number)
    counts = {"new": 0, "changed": 0, "known": 0}
    for key, numbers in told.items():
        numbers.sort(key=lambda number: len(articles[number].text))
        found, latest = _keep(connection, key, [articles[number] for number in numbers], now)
        counts[found] += 1
        for number, version in zip(numbers, latest, strict=True):
            versions[number] = version
    return Added(**counts), versions


def version(connection: Connection, number: int) -> Article:
    """Return the article of a version."""
    (body,) = connection.execute("SELECT body FROM versions WHERE id = ?", (number,)).fetchone()
    return unpack(body)


def _keep(connection: Connection, key: str, given: list[Article], now: str) -> tuple[str, list[int]]:
    """Keep one article in the versions that are given, the last of them as its latest."""
    kept, new = _kept(connection, key, now)
    versions = []
    changed = False
    for article in given:
        version, unheard = _version(connection, kept, article)
        versions.append(version)
        changed = changed or unheard
    if versions[-1] != kept.latest:
        connection.execute("UPDATE articles SET version = ? WHERE id = ?", (versions[-1], kept.id))
        index.put(connection, kept.id, given[-1])
    connection.execute(
        "UPDATE articles SET last_seen = max(last_seen, :now),"
        " changed_at = CASE WHEN :changed THEN :now ELSE changed_at END WHERE id = :id",
        {"now": now, "changed": changed, "id": kept.id},
    )
    return ("new" if new else "changed" if changed else "known"), versions


def _kept(connection: Connection, key: str, now: str) -> tuple[_Kept, bool]:
    """Return the article's row, and whether it had to be made."""
    found = connection.execute("SELECT id, version FROM articles WHERE key = ?", (key,)).fetchone()
    if found:
        rows = connection.execute("SELECT content FROM versions WHERE article = ?", (found[0],))
        return _Kept(found[0], found[1], frozenset(row[0] for row in rows)), False
    made = connection.execute(
        "INSERT INTO articles (key, first_seen, last_seen, changed_at) VALUES (?, ?, ?, ?)",
        (key, now, now, now),
    )
    return _Kept(int(made.lastrowid or 0), None, frozenset()), True


def _version(connection: Connection, kept: _Kept, article: Article) -> tuple[int, bool]:
    """Return the number of a version, made if need be, and whether its words were never there before."""
    exact = fingerprint(article)
    found = connection.execute(
        "SELECT id FROM versions WHERE article = ? AND exact = ?", (kept.id, exact)
    ).fetchone()
    if found:
        return int(found[0]), False
    words = content(article)
    made = connection.execute(
        "INSERT INTO versions (article, exact, content, body) VALUES (?, ?, ?, ?)",
        (kept.id, exact, words, pack(article)),
    )
    return int(made.lastrowid or 0), words not in kept.contents
