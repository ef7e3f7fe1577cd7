"""From settings to a day's briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import group, render, verify
from briefing.model import Briefing, Story, Summary
from briefing.pipeline.engines import condenser
from briefing.pipeline.events import Event, events
from briefing.pipeline.reading import read
from briefing.pipeline.steps import Clock, Step, local_now, no_step
from briefing.text.document import document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.config import Config
    from briefing.model import Document


def make(config: Config, *, clock: Clock = local_now, step: Step = no_step) -> Briefing:
    """Read the sources and return their briefing; what failed on the way is among its problems.

    Raises ConfigError, before anything is read, for an engine or a format that doesn't exist.
    """
    condensing, missing = condenser(config)
    for name in config.formats:
        render.renderers.get(name)
    generated = clock()
    edition = config.date or generated.date()
    reading = read(config, generated, edition, step=step)
    found = events(reading.articles)
    documents = [[document(article) for article in event.articles] for event in found]
    summaries: dict[int, Summary] = {}
    step("summarizing", 0, len(documents))
    for number, summary in condensing.each(documents):
        summaries[number] = summary
        step("summarizing", len(summaries), len(documents))
    stories = [_story(event, documents[n], summaries[n]) for n, event in enumerate(found)]
    problems = [*reading.problems, *missing, *(p for n in sorted(summaries) for p in summaries[n].problems)]
    articles = {article.id: article for article in reading.articles}
    sections = group.group(stories, articles, config.sections, config.other)
    ordered = {name: articles[name] for s in sections for story in s.stories for name in story.articles}
    return Briefing(
        title=config.title,
        date=edition,
        generated=generated,
        sections=sections,
        articles=ordered,
        dropped=reading.dropped,
        problems=tuple(problems),
    )


def _story(event: Event, documents: Sequence[Document], summary: Summary) -> Story:
    return Story(
        headline=group.headline(event.articles),
        bullets=summary.bullets,
        articles=tuple(article.id for article in event.all),
        conflicts=verify.conflicts(documents),
    )
