"""Sections: by the user's rules, else by the folder that an article lies in, else all in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.model import Article, Section, Story

if TYPE_CHECKING:
    from briefing.config import SectionRule

# The order in which a newspaper's readers expect its sections; others follow as they come.
_USUAL = ("world", "politics", "business", "technology", "science", "health", "sport", "culture")
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def assign(
    events: Sequence[Sequence[Article]], rules: Sequence[SectionRule], other: str, *, topics: bool = True
) -> tuple[str, ...]:
    """Return the title of the section that each event belongs in, by its first article.

    The first rule that fits decides. What no rule takes goes by the first part of its folder's name, and
    what lies in no folder into the section called `other`.
    """
    return tuple(_title(articles[0], rules, other) for articles in events)


def arrange(
    stories: Sequence[Story], titles: Sequence[str], rules: Sequence[SectionRule], other: str
) -> tuple[Section, ...]:
    """Return the stories in sections, each in the order given; no section is empty, and `other` is the last."""
    by_title: dict[str, list[Story]] = {}
    for story, title in zip(stories, titles, strict=True):
        by_title.setdefault(title, []).append(story)
    ordered = sorted(by_title, key=_order([rule.title for rule in rules], other))
    return tuple(Section(title, tuple(by_title[title])) for title in ordered)


def _title(article: Article, rules: Sequence[SectionRule], other: str) -> str:
    for rule in rules:
        if _fits(article, rule):
            return rule.title
    topic = article.folder.split("/")[0].replace("_", " ").replace("-", " ").strip()
    return topic[:1].upper() + topic[1:] or other


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


def _order(ruled: Sequence[str], other: str) -> Callable[[str], tuple[int, int]]:
    """Return a sort key: the user's sections in the user's order, the usual ones, others, then the rest."""

    def key(title: str) -> tuple[int, int]:
        if title in ruled:
            return 0, ruled.index(title)
        if title == other:
            return 3, 0
        usual = title.casefold()
        return (1, _USUAL.index(usual)) if usual in _USUAL else (2, 0)

    return key


def _newest_first(articles: Mapping[str, Article]) -> Callable[[Story], float]:
    """Return a sort key by the latest article of a story; undated stories follow in reading order."""

    def key(story: Story) -> float:
        dates = [articles[name].published or _EARLIEST for name in story.articles]
        return -max(dates).timestamp()

    return key
