"""Articles that are the same to the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.model import Article


def distinct(articles: Sequence[Article]) -> list[list[Article]]:
    """Return the articles in lists of the same headline and text; those that say nothing are each alone."""
    found: dict[tuple[str, str, str], list[Article]] = defaultdict(list)
    for number, article in enumerate(articles):
        said = article.title.strip(), article.text.strip()
        found[(*said, "" if any(said) else str(number))].append(article)
    return list(found.values())
