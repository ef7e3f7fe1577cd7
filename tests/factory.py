"""Small, whole objects for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from briefing.model import Article, Briefing, Bullet, Evidence, Section, Story

BODY = (
    "The harbour of Lindvik closed on Monday after a crane fell across two quays, the port authority said.\n"
    "Nobody was hurt, but 14 ships wait outside the breakwater. Repairs will take nine days.\n"
    "Traders expect grain prices in the region to rise by 3 percent this week."
)


def article(text: str = BODY, **fields: Any) -> Article:
    """Return an article about a closed harbour, unless told otherwise."""
    given = {"id": "a1", "title": "Fallen crane closes Lindvik harbour", "source": "Lindvik Post", **fields}
    return Article(text=text, **given)


def bullet(of: Article, start: int = 0, end: int | None = None, **fields: Any) -> Bullet:
    """Return a bullet that quotes a span of an article; its first paragraph, unless told otherwise."""
    stop = of.text.index("\n") if end is None else end
    quoted = of.text[start:stop]
    given = {"engine": "news", "verified": True, **fields}
    return Bullet(quoted, evidence=(Evidence(of.id, start, stop, quoted),), **given)


def briefing(*articles: Article, **fields: Any) -> Briefing:
    """Return a briefing of one section with a story of one bullet for each article."""
    stories = tuple(Story(each.title, (bullet(each),), (each.id,)) for each in articles)
    given: dict[str, Any] = {
        "title": "Morning briefing",
        "date": date(2026, 11, 22),
        "generated": datetime(2026, 11, 22, 6, 30, tzinfo=UTC),
        "sections": (Section("World", stories),) if stories else (),
        "articles": {each.id: each for each in articles},
        **fields,
    }
    return Briefing(**given)
