"""Which of a day's stories go on from stories that were told before.

Both are taken as they are: a day's story is near an earlier one as two groups of articles are near that
become one story, by the same vectors, the same time between them and the same threshold. An article that is
the same under its address, in other words, asks for less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.group.stories.background import background
from briefing.group.stories.copies import distinct
from briefing.group.stories.levels import STORY
from briefing.group.stories.linkage import Groups, Level
from briefing.group.stories.proximity import spans
from briefing.group.stories.similarity import Index
from briefing.group.stories.terms import terms
from briefing.group.stories.vectors import vectors
from briefing.model import Article
from briefing.text.language import normalize

MOST = 5
"""Articles of a story that are looked at: its most typical ones."""
SAME = Level(threshold=0.05, floor=0.05, patience=365.0)
"""What is asked of an article that was told under the same address: that it isn't something else by now."""
AS_NEAR = 0.7
"""Of the earlier stories that are near enough, those count that are at least this near beside the nearest."""


class _Story(NamedTuple):
    """The articles of a story that are in one language."""

    number: int
    told: bool
    articles: tuple[Article, ...]


def continuing(
    today: Sequence[Sequence[Article]], earlier: Sequence[Sequence[Article]]
) -> tuple[tuple[int, ...], ...]:
    """Return for each of today's stories from which earlier ones it goes on, by their places, in order.

    A story may have been told on several days. Articles stand in it with the most typical first; those in
    different languages are never alike. Time grows about in line with the articles.
    """
    by_language: dict[str, list[_Story]] = defaultdict(list)
    for told, stories in ((False, today), (True, earlier)):
        for number, articles in enumerate(stories):
            for language, own in _by_language(articles).items():
                by_language[language].append(_Story(number, told, own))
    found: list[set[int]] = [set() for _ in today]
    for language, listed in by_language.items():
        if any(story.told for story in listed):
            for number, others in _matches(listed, language).items():
                found[number] |= others
    return tuple(tuple(sorted(others)) for others in found)


def _by_language(articles: Sequence[Article]) -> dict[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        found[normalize(article.language)].append(article)
    return {language: tuple(same[0] for same in distinct(own))[:MOST] for language, own in found.items()}


def _matches(listed: Sequence[_Story], language: str) -> dict[int, set[int]]:
    """Return the earlier stories that each of today's goes on from, of those in one language."""
    stories = _Stories(listed, language)
    near, related = stories.near(STORY), stories.near(SAME)
    found: dict[int, set[int]] = {}
    for place, story in enumerate(listed):
        if not story.told:
            scores = near.get(place, {})
            least = AS_NEAR * max(scores.values(), default=0.0)
            places = {other for other, score in scores.items() if score >= least}
            places |= {other for other in related.get(place, ()) if _same_article(story, listed[other])}
            found[story.number] = {listed[other].number for other in places}
    return found


def _same_article(one: _Story, other: _Story) -> bool:
    return not _names(one).isdisjoint(_names(other))


def _names(story: _Story) -> set[str]:
    return {name for article in story.articles for name in (article.id, article.url) if name}


class _Stories:
    """Stories as groups of articles, whose distances can be asked for."""

    def __init__(self, listed: Sequence[_Story], language: str) -> None:
        import numpy as np

        articles = [article for story in listed for article in story.articles]
        found = vectors([terms(article, language) for article in articles], background(language))
        index = Index(found)
        self._told = [story.told for story in listed]
        self._groups = Groups(index, index.rows(found), *spans(articles))
        sizes = np.array([len(story.articles) for story in listed])
        self._groups.unite(np.repeat(np.cumsum(sizes) - sizes, sizes))

    def near(self, level: Level) -> dict[int, dict[int, float]]:
        """Return for each of today's stories, by place, which earlier ones are near enough, and how near."""
        import numpy as np

        found: dict[int, dict[int, float]] = defaultdict(dict)
        of_today = np.flatnonzero(~np.array(self._told))
        for _, own, others, scores in self._groups.near(of_today, level):
            for one, other, score in zip(own.tolist(), others.tolist(), scores.tolist(), strict=True):
                if self._told[other]:
                    found[one][other] = score
        return found
