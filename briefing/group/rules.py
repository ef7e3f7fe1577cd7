"""Where the user says that stories belong: by rules, or by the folders that their articles lie in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.model import Article

if TYPE_CHECKING:
    from briefing.config import SectionRule

FIRST = 3
"""So many articles of a story are looked at by rules, the most typical: further ones may stray from it."""


def ruled(articles: Sequence[Article], rules: Sequence[SectionRule]) -> str | None:
    """Return the title of the first rule that fits any of a story's first articles."""
    first = articles[:FIRST]
    return next((rule.title for rule in rules if any(_fits(article, rule) for article in first)), None)


def foldered(articles: Sequence[Article]) -> str | None:
    """Return the title that most articles' folders give, by their first part; of as many, the first's."""
    titles = Counter(filter(None, map(_folder, articles)))
    return max(titles, key=titles.__getitem__) if titles else None


def _folder(article: Article) -> str:
    name = article.folder.split("/")[0].replace("_", " ").replace("-", " ").strip()
    return name[:1].upper() + name[1:]


def _fits(article: Article, rule: SectionRule) -> bool:
    if article.source.casefold() in map(str.casefold, rule.sources):
        return True
    folder = f"{article.folder}/".casefold()
    if any(folder.startswith(f"{name.strip('/')}/".casefold()) for name in rule.folders):
        return True
    return bool(rule.keywords) and bool(_any_of(rule.keywords).search(_opening(article)))


def _opening(article: Article) -> str:
    """Return what tells an article's topic best: its headline and first paragraph."""
    first, _, _ = article.text.partition("\n")
    return f"{article.title}\n{first}"


@lru_cache(maxsize=128)
def _any_of(keywords: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, keywords))})(?!\w)")
