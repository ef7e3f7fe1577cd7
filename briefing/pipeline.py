"""The sequence of steps, from sources to a briefing and from a briefing to files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import group, ingest, render, verify
from briefing.deliver import write_whole
from briefing.errors import EngineError, RenderError
from briefing.model import Article, Briefing, Document, Problem, Story, Summary, digest
from briefing.summarizers import Engine, engines, summarize
from briefing.text.clean import one_line
from briefing.text.document import document
from briefing.text.language import detect, normalize

if TYPE_CHECKING:
    from briefing.config import Config

Clock = Callable[[], datetime]
Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, how many there are."""

LADDER = ("news", "lead")
"""The engines that stand in, in this order, for one that cannot work."""


def local_now() -> datetime:
    """Return the time now, in the zone of this machine."""
    return datetime.now(UTC).astimezone()


def no_step(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def make(config: Config, *, clock: Clock = local_now, step: Step = no_step) -> Briefing:
    """Read the sources and return their briefing; what failed on the way is among its problems.

    Raises ConfigError, before anything is read, for an engine or a format that doesn't exist.
    """
    ladder = climb(config.engine)
    for name in config.formats:
        render.renderers.get(name)
    generated = clock()
    reading = ingest.collect(config.sources, step=step)
    stories: list[Story] = []
    judge, missing = entailment(config.entailment)
    problems = [*reading.problems, *missing]
    for done, article in enumerate(reading.articles):
        step("summarizing", done, len(reading.articles))
        documents = [document(article)]
        summary = condense(documents, config.bullets, ladder, config.verify, judge)
        conflicts = verify.conflicts(documents)
        stories.append(Story(article.title, summary.bullets, (article.id,), conflicts=conflicts))
        problems += summary.problems
    articles = {article.id: article for article in reading.articles}
    sections = group.group(stories, articles, config.sections, config.other)
    ordered = {name: articles[name] for s in sections for story in s.stories for name in story.articles}
    return Briefing(
        title=config.title,
        date=config.date or generated.date(),
        generated=generated,
        sections=sections,
        articles=ordered,
        dropped=reading.dropped,
        problems=tuple(problems),
    )


def climb(engine: str) -> tuple[Engine, ...]:
    """Return the ladder of engines that begins with the one called `engine`."""
    return tuple(engines.get(name)() for name in dict.fromkeys((engine, *LADDER)))


def entailment(model: str | None) -> tuple[verify.Judge | None, tuple[Problem, ...]]:
    """Return the model of entailment that checks bullets; none, and a problem, where it cannot be loaded."""
    if model is None:
        return None, ()
    from briefing.verify.entailment import Entailment

    try:
        return Entailment(model), ()
    except EngineError as error:
        return None, (Problem(model, f"{error}; bullets were checked without it"),)


def condense(
    documents: Sequence[Document],
    bullets: int,
    ladder: Sequence[Engine],
    mode: str = "repair",
    judge: verify.Judge | None = None,
) -> Summary:
    """Return the bullets of articles about one event, each checked by `judge` as `mode` says (verify.MODES).

    One that can be neither verified nor mended is not told; it becomes a problem.
    """
    summary = summarize(documents, bullets, ladder)
    checked = tuple(verify.verify(bullet, documents, mode, judge) for bullet in summary.bullets)
    if mode == "off":
        return Summary(checked, summary.problems)
    origin = documents[0].article.origin
    problems = (
        Problem(origin, f"{b.engine}: {b.text[:60]!r} is left out: {'; '.join(b.reasons)}")
        for b in checked
        if not b.verified
    )
    return Summary(tuple(b for b in checked if b.verified), (*summary.problems, *problems))


def summarize_text(
    text: str, *, title: str | None, language: str | None, bullets: int, engine: str
) -> Summary:
    """Return the bullets of a text as it is given, with offsets into it, by one engine and no other.

    The evidence names the digest of the text as its article. Raises EngineError where the engine cannot
    work on it.
    """
    told = normalize(language) if language else detect(text)
    article = Article(digest(text), one_line(title or ""), text, source="", language=told)
    documents = [document(article)]
    found = engines.get(engine)()(documents, bullets)
    return Summary(tuple(verify.verify(bullet, documents) for bullet in found))


def write(briefing: Briefing, config: Config, *, step: Step = no_step) -> tuple[tuple[Path, ...], Briefing]:
    """Write every format of `config`; return the paths in the order of its formats, and the briefing.

    A format that cannot be made costs no other: it becomes a problem of the briefing, which those that are
    written after it tell. So the one that fails most, the PDF, is made first.
    """
    written: dict[str, Path] = {}
    for done, name in enumerate(sorted(config.formats, key=lambda name: name != "pdf")):
        step("writing", done, len(config.formats))
        path = config.out / f"briefing-{briefing.date.isoformat()}.{name}"
        try:
            data = render.renderers.get(name)(briefing, render.Layout(page=config.page))
            written[name] = write_whole(path, data)
        except RenderError as error:
            briefing = replace(briefing, problems=(*briefing.problems, Problem(name, str(error))))
    return tuple(written[name] for name in config.formats if name in written), briefing
