"""From what is to be told to stories: bullets, figures that disagree, and those that have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from briefing import group, verify
from briefing.model import Problem, Story

if TYPE_CHECKING:
    from briefing.condense import Condenser
    from briefing.model import Document, Summary
    from briefing.pipeline.plan import Lead
    from briefing.pipeline.steps import Step


class Teller:
    """Makes stories as they are asked for, many at once: some engines are faster so."""

    def __init__(self, condensing: Condenser, step: Step) -> None:
        """Take what makes bullets, and whom to tell how far it is."""
        self.problems: list[Problem] = []
        """What went wrong with the stories that were made."""
        self._condensing, self._step = condensing, step

    def __call__(self, leads: Sequence[Lead], at_once: int) -> Iterator[Story]:
        """Yield the stories of `leads`, in order, made `at_once` at a time."""
        waiting, done = iter(leads), 0
        while these := tuple(islice(waiting, at_once)):
            yield from self._stories(these, done, min(len(leads), done + at_once))
            done += len(these)

    def _stories(self, leads: Sequence[Lead], done: int, total: int) -> Iterator[Story]:
        documents = [lead.documents for lead in leads]
        summaries: dict[int, Summary] = {}
        self._step("summarizing", done, total)
        for number, summary in self._condensing.each(documents):
            summaries[number] = summary
            self._step("summarizing", done + len(summaries), total)
        for number, lead in enumerate(leads):
            self.problems += summaries[number].problems
            yield _story(lead, documents[number], summaries[number])


def _story(lead: Lead, documents: Sequence[Document], summary: Summary) -> Story:
    following = lead.following
    return Story(
        headline=group.headline(lead.event.articles),
        bullets=summary.bullets,
        articles=tuple(article.id for article in lead.event.all),
        new=following is None,
        conflicts=verify.conflicts(documents),
        earlier=following.earlier if following else None,
        changes=following.changes if following else (),
        importance=lead.importance,
        reasons=lead.reasons,
    )
