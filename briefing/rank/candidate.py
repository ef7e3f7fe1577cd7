"""The nouns of ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from briefing.model import Article


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that has yet to be told, as far as its importance goes. Wrong values raise ValueError."""

    articles: tuple[Article, ...]
    """The most typical first; at least one."""
    independent: int = 1
    """How many sources report by themselves, rather than copy another of them."""
    section: str = ""
    thread: int = 0
    """Stories of one topic share it."""
    novelty: float = 1.0
    """How much is new since earlier briefings, from 0 to 1; 1 of a new story."""

    def __post_init__(self) -> None:
        if not self.articles or self.independent < 1 or not 0 <= self.novelty <= 1:
            raise ValueError("a candidate has an article, an independent source, and a novelty from 0 to 1")

    @property
    def typical(self) -> tuple[Article, ...]:
        """The articles that stand for it: what only the others say is said in passing."""
        return self.articles[:5]

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of its sources, each once."""
        return tuple(dict.fromkeys(article.source for article in self.articles))

    @property
    def latest(self) -> datetime | None:
        """When its latest article was published; None where no date is known."""
        return max((a.published for a in self.articles if a.published), default=None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What is told first, and why. Candidates go by their number, from 0."""

    order: tuple[int, ...]
    """The candidates that are not muted, the most important first."""
    importance: tuple[float, ...]
    """Of each candidate; about 1 for a fresh story of one source. It falls along `order`; 0 where muted."""
    reasons: tuple[tuple[str, ...], ...]
    """Why each stands where it does, in short phrases."""
    muted: Mapping[int, str] = field(default_factory=dict)
    """The candidates that are not to be told, each with the reader's word for it."""
