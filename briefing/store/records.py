"""What is remembered of a briefing: its stories, what each bullet says, and the figures in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from briefing.model import Briefing, Bullet, Story, digest
from briefing.text.counts import counts


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that a bullet gives, and what it counts."""

    figure: str
    """As it is told: "at least 12"."""
    value: float
    kind: str
    """What is counted: "killed", or the stem of a noun."""


@dataclass(frozen=True, slots=True)
class Told:
    """A bullet as it was told."""

    id: str
    text: str
    articles: tuple[str, ...]
    """The ids of the articles that it cited."""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story as it was told."""

    id: str
    headline: str
    articles: tuple[str, ...]
    bullets: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A briefing that was made, and whether it was delivered."""

    id: str
    date: datetime.date
    title: str
    made_at: datetime.datetime
    delivered_at: datetime.datetime | None
    formats: tuple[str, ...]
    stories: tuple[ToldStory, ...]


def briefing_id(briefing: Briefing) -> str:
    """Return a name for a briefing: the same as long as its day, its title and its stories are."""
    return digest(briefing.date.isoformat(), briefing.title, *(story.id for story in briefing.stories))


def told(briefing: Briefing) -> tuple[ToldStory, ...]:
    """Return the stories of a briefing as they are remembered."""
    return tuple(_story(briefing, story) for story in briefing.stories)


def dumps(stories: tuple[ToldStory, ...]) -> str:
    """Return stories as JSON."""
    return json.dumps([asdict(story) for story in stories])


def loads(text: str) -> tuple[ToldStory, ...]:
    """Return the stories that `dumps` was given."""
    return tuple(_loaded(story) for story in json.loads(text))


def _story(briefing: Briefing, story: Story) -> ToldStory:
    bullets = tuple(
        Told(bullet.id, bullet.text, _cited(bullet), tuple(_facts(briefing, bullet)))
        for bullet in story.bullets
    )
    return ToldStory(story.id, story.headline, story.articles, bullets)


def _cited(bullet: Bullet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(receipt.article for receipt in bullet.evidence))


def _facts(briefing: Briefing, bullet: Bullet) -> Iterator[Fact]:
    """Yield the figures of a bullet, where it is in a language whose counts are understood."""
    languages = {briefing.articles[name].language for name in _cited(bullet) if name in briefing.articles}
    if languages == {"en"}:
        for count in counts(bullet.text):
            yield Fact(count.figure, count.value, count.kind)


def _loaded(row: dict[str, Any]) -> ToldStory:
    bullets = tuple(
        Told(
            bullet["id"], bullet["text"], tuple(bullet["articles"]), tuple(Fact(**f) for f in bullet["facts"])
        )
        for bullet in row["bullets"]
    )
    return ToldStory(row["id"], row["headline"], tuple(row["articles"]), bullets)
