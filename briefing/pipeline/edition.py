"""From settings to a day's briefing."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefing import fit, group, render
from briefing.illustrate import SECONDS, Means, illustrate
from briefing.model import Article, Briefing, Dropped, Section, Story
from briefing.pipeline.engines import condenser, topic_judge
from briefing.pipeline.events import events
from briefing.pipeline.plan import Lead, origins, plan
from briefing.pipeline.reading import read, told_before
from briefing.pipeline.steps import Clock, Step, local_now, no_step
from briefing.pipeline.telling import Teller
from briefing.store import FILE, Database, Pictures, home

if TYPE_CHECKING:
    from briefing.config import Config


def make(config: Config, *, clock: Clock = local_now, step: Step = no_step) -> Briefing:
    """Read the sources and return their briefing; what failed on the way is among its problems.

    Raises ConfigError, before anything is read, for an engine or a format that doesn't exist.
    """
    condensing, missing = condenser(config)
    for name in config.formats:
        render.renderers.get(name)
    generated = clock()
    edition = config.date or generated.date()
    began = time.monotonic()
    reading = read(config, generated, edition, step=step)
    left = config.fetch.per_run - (time.monotonic() - began)
    known = told_before(config, edition) if reading.articles else ()
    judge = topic_judge(condensing)
    planned = plan(events(reading.articles), known, config, generated, judge)
    leads, teller = planned.leads, Teller(condensing, step)
    stories = _told(leads, teller, config)
    if config.images:
        stories = illustrate(stories, _pictured(reading.articles), _means(config, generated, left, step))
    titles = {lead.id: lead.section for lead in leads}
    sections = group.arrange(stories, [titles[story.id] for story in stories], config.sections, config.other)
    return Briefing(
        title=config.title,
        date=edition,
        generated=generated,
        sections=sections,
        articles=_cited(sections, leads, reading.articles),
        dropped=(*reading.dropped, *planned.dropped, *_no_room(leads, stories, config)),
        problems=(*reading.problems, *missing, *teller.problems),
        glance=fit.glance(stories, titles, config.glance),
        minutes=config.minutes,
        known=planned.known,
    )


def _told(leads: Sequence[Lead], teller: Teller, config: Config) -> tuple[Story, ...]:
    """Return the stories that there is time for, in their order: all, where no time is set."""
    if config.minutes is None:
        return tuple(teller(leads, max(1, len(leads))))
    most = fit.enough(config.minutes, config.words_per_minute)
    return fit.fit(
        teller(leads, most),
        minutes=config.minutes,
        words_per_minute=config.words_per_minute,
        sections={lead.id: lead.section for lead in leads},
        topics={lead.id: lead.event.thread for lead in leads},
    ).stories


def _pictured(articles: Sequence[Article]) -> Mapping[str, Article]:
    """Return the articles by id, with the pictures of those alone that came from an address.

    A file is read without a word to anybody: what it names, a newsletter's pictures above all, would tell its
    sender when it is read.
    """
    from briefing.gather import is_address

    return {a.id: a if is_address(a.origin) else replace(a, picture=None) for a in articles}


def _means(config: Config, now: datetime, left: float, step: Step) -> Means:
    """Return what pictures are got by, in what is left of the seconds of fetching."""
    from briefing.gather import rules

    memory = Pictures(Database(home() / FILE))
    return Means(rules(config.fetch), now, memory, max(0.0, min(SECONDS, left)), step)


def _no_room(leads: Sequence[Lead], stories: Sequence[Story], config: Config) -> Iterator[Dropped]:
    told = {story.id for story in stories}
    left = (lead for lead in leads if lead.id not in told)
    return (
        Dropped(origin, f"no room in {config.minutes} minutes") for lead in left for origin in origins(lead)
    )


def _cited(
    sections: Sequence[Section], leads: Sequence[Lead], articles: Sequence[Article]
) -> Mapping[str, Article]:
    """Return the articles of the stories in order of use, then the earlier ones that changes cite."""
    read_now = {article.id: article for article in articles}
    followings = {lead.id: lead.following for lead in leads if lead.following}
    stories = [story for section in sections for story in section.stories]
    earlier = {a.id: a for story in stories if story.id in followings for a in followings[story.id].articles}
    return {name: read_now[name] for story in stories for name in story.articles} | earlier
