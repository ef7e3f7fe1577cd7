"""JSON: the briefing's data, in the stable form "briefing/1" that briefing.schema.json describes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from briefing.model import (
    Article,
    Briefing,
    Bullet,
    Change,
    Conflict,
    Dropped,
    Earlier,
    Evidence,
    Image,
    Problem,
    Side,
    Story,
)
from briefing.render.layout import A4, Layout

# Characters that act on a screen instead of being shown: escaped, they read back as the same text.
_ACTIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def render(briefing: Briefing, _layout: Layout = A4, /) -> bytes:
    """Return the briefing as JSON: UTF-8, indented by two, one trailing newline."""
    return (dumps(data(briefing), indent=2) + "\n").encode()


def dumps(value: Any, indent: int | None = None) -> str:
    """Return `value` as JSON in which nothing acts on a screen, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def schema() -> Mapping[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every rendering satisfies."""
    path = Path(__file__).with_name("briefing.schema.json")
    return cast(Mapping[str, Any], json.loads(path.read_text("utf-8")))


def data(briefing: Briefing) -> dict[str, Any]:
    """Return the briefing as plain dicts and lists, keyed as in "briefing/1"."""
    return {
        "schema": "briefing/1",
        "title": briefing.title,
        "date": briefing.date.isoformat(),
        "generated": briefing.generated.isoformat(),
        "sections": [
            {"title": section.title, "stories": [_story(story) for story in section.stories]}
            for section in briefing.sections
        ],
        "articles": {name: article_data(article) for name, article in briefing.articles.items()},
        "dropped": [_dropped(item) for item in briefing.dropped],
        "problems": [_problem(item) for item in briefing.problems],
        "glance": list(briefing.glance),
        "minutes": briefing.minutes,
    }


def _story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "headline": story.headline,
        "new": story.new,
        "bullets": [bullet_data(bullet) for bullet in story.bullets],
        "conflicts": [_conflict(conflict) for conflict in story.conflicts],
        "articles": list(story.articles),
        "earlier": _earlier(story.earlier) if story.earlier else None,
        "changes": [_change(change) for change in story.changes],
        "importance": story.importance,
        "reasons": list(story.reasons),
        "image": _image(story.image) if story.image else None,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"about": conflict.about, "sides": [_side(side) for side in conflict.sides]}


def _change(change: Change) -> dict[str, Any]:
    return {"about": change.about, "before": _side(change.before), "now": _side(change.now)}


def _side(side: Side) -> dict[str, Any]:
    return {"figure": side.figure, "said_by": side.said_by, "evidence": _evidence(side.evidence)}


def _earlier(earlier: Earlier) -> dict[str, str]:
    return {"date": earlier.date.isoformat(), "headline": earlier.headline, "title": earlier.title}


def _image(image: Image) -> dict[str, Any]:
    """Return what is known of a picture; its bytes would make up most of the file."""
    return {
        "type": image.type,
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "credit": image.credit,
        "article": image.article,
    }


def bullet_data(bullet: Bullet) -> dict[str, Any]:
    """Return a bullet with its evidence, as in "briefing/1"."""
    return {
        "id": bullet.id,
        "text": bullet.text,
        "engine": bullet.engine,
        "verified": bullet.verified,
        "reasons": list(bullet.reasons),
        "evidence": [_evidence(receipt) for receipt in bullet.evidence],
    }


def _evidence(receipt: Evidence) -> dict[str, Any]:
    return {"article": receipt.article, "start": receipt.start, "end": receipt.end, "text": receipt.text}


def article_data(article: Article) -> dict[str, Any]:
    """Return an article, as in "briefing/1"; its id is the key that it stands under."""
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "text": article.text,
        "points": list(article.points),
        "place": article.place,
    }


def _dropped(item: Dropped) -> dict[str, str]:
    return {"source": item.source, "reason": item.reason}


def _problem(item: Problem) -> dict[str, str]:
    return {"source": item.source, "message": item.message}
