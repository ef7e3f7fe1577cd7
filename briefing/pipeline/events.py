"""From articles to events: which of them are copies, and which tell of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.copies import copies_among, sketch
from briefing.group import grouping
from briefing.model import Article


@dataclass(frozen=True, slots=True)
class Event:
    """The articles that tell of one event."""

    articles: tuple[Article, ...]
    """Those that are no copy of another, the most typical first."""
    copies: tuple[Article, ...]
    thread: int
    """Events of one topic have the same number."""

    @property
    def all(self) -> tuple[Article, ...]:
        """All of them, the copies last."""
        return (*self.articles, *self.copies)


def events(articles: Sequence[Article]) -> tuple[Event, ...]:
    """Return the events that articles tell of, in the order in which their first articles stand.

    A copy (wire matter in several papers) belongs to its original's event.
    """
    original = copies_among([sketch(article) for article in articles])
    copies: dict[str, list[Article]] = defaultdict(list)
    for copy in sorted(original):
        copies[articles[original[copy]].id].append(articles[copy])
    originals = [article for number, article in enumerate(articles) if number not in original]
    by_id = {article.id: article for article in originals}
    place = {article.id: number for number, article in enumerate(originals)}
    found = grouping(originals)
    thread_of = {story: number for number, thread in enumerate(found.threads) for story in thread}
    made = [
        Event(
            tuple(by_id[name] for name in ids),
            tuple(copy for name in ids for copy in copies[name]),
            thread_of[number],
        )
        for number, ids in enumerate(found.stories)
    ]
    return tuple(sorted(made, key=lambda event: min(place[article.id] for article in event.articles)))
