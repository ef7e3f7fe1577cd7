"""An article as bytes, and back, to the letter."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any

from briefing.model import Article, Picture
from briefing.store.faults import damaged
from briefing.store.fields import Refused

# What a reader thinks of its source is no part of an article.
_FIELDS = tuple(field.name for field in fields(Article) if field.name != "weight")
_OPTIONAL = frozenset(["url", "place"])


def row(article: Article) -> dict[str, Any]:
    """Return an article's fields as JSON knows them."""
    told = {name: getattr(article, name) for name in _FIELDS}
    published = article.published.isoformat() if article.published else None
    picture = told.pop("picture")
    # An article without a picture is the same as before there were any.
    shown = {"picture": asdict(picture)} if picture else {}
    return {**told, "published": published, "points": list(article.points), **shown}


def article_of(row: Mapping[str, Any]) -> Article:
    """Return the article in what `row` gave; fields that are not there have their defaults.

    Raises Refused, naming the field, for what is no article.
    """
    known = {name: row[name] for name in _FIELDS if name in row}
    given = {
        **known,
        "published": _moment(known.get("published")),
        "points": _points(known.get("points")),
        "picture": _picture(known.get("picture")),
    }
    for name in given.keys() - {"published", "points", "picture"}:
        if not isinstance(given[name], str) and not (given[name] is None and name in _OPTIONAL):
            raise Refused(f'its "{name}" is no text')
    try:
        return Article(**given)
    except TypeError:
        raise Refused("has no id, title, text or source") from None


def pack(article: Article) -> bytes:
    """Return an article as JSON, compressed: a third of its size."""
    return zlib.compress(_json(article))


def unpack(body: bytes) -> Article:
    """Return the article that `pack` was given. Raises Unusable for what `pack` did not give."""
    try:
        return article_of(json.loads(zlib.decompress(body)))
    except (zlib.error, ValueError, TypeError) as error:
        raise damaged(f"an article: {error}") from error


def fingerprint(article: Article) -> bytes:
    """Return 16 bytes that any other article does not have, not even one of other case or order of points."""
    return hashlib.blake2b(_json(article), digest_size=16).digest()


def _json(article: Article) -> bytes:
    return json.dumps(row(article)).encode()


def _moment(published: object) -> datetime | None:
    if published is None:
        return None
    if not isinstance(published, str):
        raise Refused('its "published" is no date')
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        raise Refused('its "published" is no date') from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _picture(picture: object) -> Picture | None:
    if picture is None:
        return None
    if not isinstance(picture, dict) or not all(isinstance(told, str) for told in picture.values()):
        raise Refused('its "picture" is none')
    try:
        return Picture(**picture)
    except TypeError:
        raise Refused('its "picture" is none') from None


def _points(points: object) -> tuple[str, ...]:
    if not isinstance(points, list | None) or not all(isinstance(point, str) for point in points or ()):
        raise Refused('its "points" are no list of texts')
    return tuple(points or ())
