"""What is to be told, before anything is summarized: the events by importance, without what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefing import group
from briefing.follow import Following, follow
from briefing.model import Article, Document, Dropped, Told, digest
from briefing.pipeline.events import Event
from briefing.rank import Candidate, rank
from briefing.text.document import document

if TYPE_CHECKING:
    from briefing.config import Config


@dataclass(frozen=True, slots=True)
class Lead:
    """An event that is to be told: where it belongs, why it matters how much, and what it goes on from."""

    event: Event
    section: str
    following: Following | None = None
    importance: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id that its story will have."""
        return digest(*(article.id for article in self.event.all))

    @property
    def documents(self) -> tuple[Document, ...]:
        """What it is told from, the most typical first."""
        if self.following is None:
            return tuple(document(article) for article in self.event.articles)
        fresh = zip(self.following.documents, self.following.fresh, strict=True)
        return tuple(replace(one, fresh=numbers) for one, numbers in fresh)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a briefing is to tell."""

    leads: tuple[Lead, ...]
    """The most important first."""
    dropped: tuple[Dropped, ...]
    """What is not told: it is known, or muted."""
    known: tuple[Article, ...]
    """The articles that tell nothing new."""


def plan(
    events: Sequence[Event],
    told: Sequence[Told],
    config: Config,
    now: datetime,
    judge: group.Judge | None = None,
) -> Plan:
    """Return what is to be told of the day's events.

    `told` are the stories of earlier briefings that the reader has; `judge` is asked for topics.
    """
    titles = group.assign(
        [event.articles for event in events], config.sections, config.other, topics=config.topics, judge=judge
    )
    known = _followings(events, told)
    every = [Lead(*each) for each in zip(events, titles, known, strict=True)]
    dropped = [Dropped(*each) for lead in every if _is_known(lead) for each in _nothing_new(lead)]
    leads = [lead for lead in every if not _is_known(lead)]
    ranking = rank(
        [_candidate(lead) for lead in leads], now=now, interests=config.interests, mute=config.mute
    )
    for number, word in sorted(ranking.muted.items()):
        dropped += (Dropped(origin, f"muted: {word}") for origin in origins(leads[number]))
    ordered = (
        replace(leads[n], importance=ranking.importance[n], reasons=ranking.reasons[n]) for n in ranking.order
    )
    unchanged = tuple(article for lead in every if _is_known(lead) for article in lead.event.all)
    return Plan(tuple(ordered), tuple(dropped), unchanged)


def _followings(events: Sequence[Event], told: Sequence[Told]) -> list[Following | None]:
    """Return what each event goes on from; documents are made of those alone that are like something told."""
    matches = group.continuing([e.articles for e in events], [story.articles for story in told])
    like = [number for number, places in enumerate(matches) if places]
    documents = [[document(article) for article in events[number].articles] for number in like]
    found = follow(documents, told, [matches[number] for number in like])
    return list(map(dict(zip(like, found, strict=True)).get, range(len(events))))


def _is_known(lead: Lead) -> bool:
    return lead.following is not None and lead.following.unchanged


def _nothing_new(lead: Lead) -> Iterator[tuple[str, str]]:
    assert lead.following is not None
    reason = f"nothing new since the briefing of {lead.following.earlier.date.isoformat()}"
    return ((origin, reason) for origin in origins(lead))


def origins(lead: Lead) -> Iterator[str]:
    """Yield where the articles of an event were read."""
    return (article.origin or article.source for article in lead.event.all)


def _candidate(lead: Lead) -> Candidate:
    independent = len({article.source for article in lead.event.articles})
    novelty = lead.following.novelty if lead.following else 1.0
    return Candidate(lead.event.all, independent, lead.section, lead.event.thread, novelty)
