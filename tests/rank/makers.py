"""Candidates of invented news."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from briefing.model import Article
from briefing.rank import Candidate, Ranking, rank

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
BODY = "The council of Ostra met on Friday evening and talked for three hours about the old town bridge. " * 5
_numbers = count(1)


def article(title: str = "Ostra talks about its bridge", text: str = BODY, **fields: Any) -> Article:
    """Return an article by a source of its own, unless told otherwise."""
    number = next(_numbers)
    given = {"id": f"a{number}", "source": f"Paper {number}", **fields}
    return Article(title=title, text=text, **given)


def story(*articles: Article, **fields: Any) -> Candidate:
    """Return a candidate of these articles, or of one, in a section and a topic of its own."""
    told, number = articles or (article(),), next(_numbers)
    alone = {
        "independent": len({each.source for each in told}),
        "thread": number,
        "section": f"Section {number}",
    }
    given = {**alone, **fields}
    return Candidate(told, **given)


def ranked(*candidates: Candidate, **settings: Any) -> Ranking:
    """Return their ranking on the morning of 22 November 2026."""
    return rank(candidates, **{"now": NOW, **settings})
