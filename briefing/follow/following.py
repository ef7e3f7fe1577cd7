"""What goes on: for each story of the day the briefing that told it last, and what is new since."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.follow.changes import changes
from briefing.follow.continuity import goes_on
from briefing.follow.known import Known
from briefing.follow.statements import Statement
from briefing.model import Article, Change, Document, Earlier, Told, digest

HARDLY, STAYS = 0.2, 0.5
"""Where no more than this share of a story is new, and no sentence for sure, it is told in other words only;
unless this much of it stays as it was: then what is added is meant to tell something."""
EDITED = 0.3
"""The share of an article's sentences that stay at the least in a new version of it."""


@dataclass(frozen=True, slots=True)
class Following:
    """A story that goes on."""

    earlier: Earlier
    """The latest briefing that told it."""
    documents: tuple[Document, ...]
    """Its articles of today, whole: what is new is understood by what is not."""
    fresh: tuple[frozenset[int], ...]
    """Of each document the numbers of the sentences that tell something new."""
    changes: tuple[Change, ...]
    """Figures of what was told that are others now."""
    novelty: float
    """The share of today's story that is new, from 0 to 1; what stands early counts more."""
    articles: tuple[Article, ...] = ()
    """The earlier articles that the changes cite, under ids that no article of today has."""

    @property
    def unchanged(self) -> bool:
        """Whether there is nothing to tell that was not told."""
        return not (self.changes or any(self.fresh))


def follow(
    groups: Sequence[Sequence[Document]], told: Sequence[Told], matches: Sequence[Sequence[int]]
) -> tuple[Following | None, ...]:
    """Return for each story of the day how it goes on; None for what was not told before.

    A story is given by its documents, the most typical first. `matches` has for each the earlier stories that
    it is like, by their places in `told`. A story that is like an earlier one, but repeats nothing of it
    or tells the same of other days and in other figures, is another.
    """
    versions: dict[str, set[str]] = defaultdict(set)
    for article in (*(d.article for g in groups for d in g), *(a for story in told for a in story.articles)):
        versions[article.id].add(article.text)
    renamed = [_renamed(story, versions) for story in told]
    return tuple(
        _following(documents, [renamed[i] for i in places], _names(told[i] for i in places))
        if documents and places
        else None
        for documents, places in zip(groups, matches, strict=True)
    )


def _following(
    documents: Sequence[Document], told: Sequence[Told], names: Collection[str]
) -> Following | None:
    """Return how a story goes on from those that were told, whose articles had these names."""
    articles = (*(d.article for d in documents), *(a for story in told for a in story.articles))
    known = Known(told, dated=all(article.published for article in articles))
    stated = [[known.states(d.article, s.text) for s in d.sentences] for d in documents]
    if not (_is_edited(documents, names, known) or goes_on(list(chain(*stated)), known)):
        return None
    news = [[known.newness(d.article, s.text) for s in d.sentences] for d in documents]
    novelty = _novelty(stated, news)
    rewritten = known.repeated(documents) < STAYS
    if rewritten and novelty <= HARDLY and not any(new == 1 for each in news for new in each):
        novelty, news = 0.0, [[0.0] * len(each) for each in news]
    fresh = tuple(frozenset(place for place, new in enumerate(each) if new) for each in news)
    moved = changes(documents, fresh, told)
    ids = {document.article.id for document in documents}
    cited = {change.before.evidence.article for change in moved} - ids
    latest = max(told, key=lambda story: story.earlier.date).earlier
    return Following(
        latest,
        tuple(documents),
        fresh,
        moved,
        novelty,
        tuple({a.id: a for a in articles if a.id in cited}.values()),
    )


def _names(told: Iterable[Told]) -> set[str]:
    """Return the ids and addresses of the articles of stories."""
    articles = [article for story in told for article in story.articles]
    return {name for article in articles for name in (article.id, article.url) if name}


def _is_edited(documents: Sequence[Document], names: Collection[str], known: Known) -> bool:
    """Return whether an article of the story was told before and has kept much of its text.

    Of a page that has other news every day it keeps little.
    """
    edited = [d for d in documents if d.article.id in names or d.article.url in names]
    return any(known.repeated([each]) >= EDITED for each in edited)


def _renamed(story: Told, versions: Mapping[str, Collection[str]]) -> Told:
    """Return a story whose articles each have an id of their own, where there are others under theirs."""
    articles = (
        replace(article, id=digest(article.id, article.text)) if len(versions[article.id]) > 1 else article
        for article in story.articles
    )
    return replace(story, articles=tuple(articles))


def _novelty(stated: Sequence[Sequence[Statement]], news: Sequence[Sequence[float]]) -> float:
    """Return the share of a story that is new: of what its sentences are about, less the later they stand."""
    weights = [[len(one.content) / math.sqrt(n) for n, one in enumerate(each, 1)] for each in stated]
    total = math.fsum(weight for each in weights for weight in each)
    new = math.fsum(map(math.prod, zip(chain(*weights), chain(*news), strict=True)))
    return min(1.0, new / total) if total else 0.0
