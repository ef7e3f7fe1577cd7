"""From articles to stories and threads, language by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.group.stories.agreement import Agreement
from briefing.group.stories.background import background
from briefing.group.stories.copies import distinct
from briefing.group.stories.linkage import Level, linked
from briefing.group.stories.proximity import spans
from briefing.group.stories.terms import terms
from briefing.group.stories.typical import listed, typical_first
from briefing.group.stories.vectors import vectors
from briefing.model import Article
from briefing.text.language import normalize

Ids = tuple[str, ...]

STORY = Level(threshold=0.15, floor=0.1, patience=15.0, unlike=0.3)
THREAD = Level(threshold=0.1, floor=0.06, patience=365.0)


class Grouping(NamedTuple):
    """The two levels on which articles belong together."""

    stories: tuple[Ids, ...]
    """Articles that tell of the same event, by their ids, the most typical first; large stories first."""
    threads: tuple[tuple[int, ...], ...]
    """Stories of one topic, by their numbers in `stories`; each story is in one thread."""


def stories(articles: Sequence[Article]) -> tuple[Ids, ...]:
    """Return the groups of articles that tell of the same event, by their ids.

    Every article is in one group, the most typical first; large groups come first. Articles in different
    languages are never in one. In which order they are given makes no difference.
    """
    return grouping(articles).stories


def grouping(articles: Sequence[Article]) -> Grouping:
    """Return the stories, as `stories` does, and which of them are one topic's."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda each: (each.id, each.title, each.text)):
        by_language[normalize(article.language)].append(article)
    found = [thread for language in by_language for thread in _threads(by_language[language], language)]
    numbered = [(story, number) for number, thread in enumerate(found) for story in thread]
    numbered.sort(key=lambda each: (-len(each[0]), each[0]))
    threads: dict[int, list[int]] = defaultdict(list)
    for place, (_, number) in enumerate(numbered):
        threads[number].append(place)
    return Grouping(tuple(story for story, _ in numbered), tuple(map(tuple, threads.values())))


def _threads(articles: Sequence[Article], language: str) -> list[list[Ids]]:
    """Return the threads of articles in one language, each a list of stories."""
    copies = distinct(articles)
    originals = [same[0] for same in copies]
    said = [terms(article, language) for article in originals]
    found = vectors(said, background(language))
    of_story, of_thread = linked(found, Agreement(said, found), spans(originals), (STORY, THREAD))
    threads: dict[int, list[Ids]] = defaultdict(list)
    for members in listed(of_story):
        ids = tuple(each.id for i in typical_first(found, members) for each in copies[i])
        threads[int(of_thread[members[0]])].append(ids)
    return list(threads.values())
