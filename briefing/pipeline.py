"""The sequence of steps, from sources to a briefing and from a briefing to files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__, condense, group, render, verify
from briefing.condense import Condenser
from briefing.deliver import write_whole
from briefing.errors import RenderError
from briefing.model import Article, Briefing, Document, Problem, Story, Summary, digest
from briefing.store import FILE, Cache, Database, Library, home, run_lock
from briefing.summarizers import Options, Server, ladder
from briefing.text.clean import one_line
from briefing.text.document import document
from briefing.text.language import detect, normalize

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.ingest import Reading

Clock = Callable[[], datetime]
Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, how many there are."""


_FIRST = timedelta(days=2)
"""How far back the first briefing reaches."""


def local_now() -> datetime:
    """Return the time now, in the zone of this machine."""
    return datetime.now(UTC).astimezone()


def no_step(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


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
    documents = [[document(article)] for article in reading.articles]
    summaries: dict[int, Summary] = {}
    step("summarizing", 0, len(documents))
    for number, summary in condensing.each(documents):
        summaries[number] = summary
        step("summarizing", len(summaries), len(documents))
    stories = [_story(told, summaries[number]) for number, told in enumerate(documents)]
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


def read(config: Config, now: datetime, edition: date, *, step: Step = no_step) -> Reading:
    """Return the articles of all sources for the briefing of a day, and what went wrong with any.

    With `only_new` what came before the last briefing is left out, and what it or another told.
    """
    # All readers come along with these: what condenses single texts does without.
    from briefing.gather import Period, gather, rules

    asked = rules(config.fetch)
    with Library(home() / FILE, clock=lambda: now) as library:
        if not config.only_new:
            return gather(config.sources, library, Period(now), rules=asked, step=step)
        last = library.last(edition)
        since = last.made_at if last else now - _FIRST
        reading = gather(config.sources, library, Period(now, since), rules=asked, step=step)
        articles, dropped = library.unseen(reading.articles, edition)
        return replace(reading, articles=articles, dropped=(*reading.dropped, *dropped))


def read_one(source: str, config: Config) -> Reading:
    """Return the articles of one source, whole, by the settings of `config`."""
    from briefing.config import Source

    now = local_now()
    one = config.model_copy(update={"sources": (Source(at=source),), "only_new": False})
    return read(one, now, now.date())


@contextmanager
def alone(config: Config) -> Iterator[tuple[Problem, ...]]:
    """Keep other runs that remember what they told away from this one, if it does; give what hinders that.

    Raises LockedError where another is under way.
    """
    if not config.only_new:
        yield ()
        return
    with run_lock(home()) as problem:
        yield (problem,) if problem else ()


def remember(briefing: Briefing, config: Config, paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Take note that a briefing has reached its reader, in these files; return what went wrong with that."""
    if not config.only_new or not paths:
        return ()
    with Library(home() / FILE) as library:
        if name := library.record(briefing, [path.suffix[1:] for path in paths]):
            library.deliver(name)
        return (library.problem,) if library.problem else ()


def condenser(config: Config) -> tuple[Condenser, tuple[Problem, ...]]:
    """Return what makes summaries as `config` says, and what of it is not to be had.

    Raises ConfigError for an unknown engine.
    """
    judge, missing = condense.judge(config.entailment)
    engines = ladder(config.engine, engine_options(config))
    return Condenser(engines, config.bullets, config.verify, judge), missing


def engine_options(config: Config) -> Options:
    """Return what engines are made with."""
    place = home() / "cache"
    return Options(
        model=config.model,
        server=Server(**config.llm.model_dump(), model=config.model),
        memory=Cache(Database(home() / FILE), __version__),
        models=place / "models",
    )


def _story(documents: Sequence[Document], summary: Summary) -> Story:
    ids = tuple(each.article.id for each in documents)
    conflicts = verify.conflicts(documents)
    return Story(documents[0].article.title, summary.bullets, ids, conflicts=conflicts)


def summarize_text(text: str, *, title: str | None, language: str | None, config: Config) -> Summary:
    """Return the bullets of a text as it is given, with offsets into it, by one engine.

    The evidence names the digest of the text as its article. Raises EngineError where the engine cannot
    work on it; another stands in only for single bullets that fail the check.
    """
    told = normalize(language) if language else detect(text)
    article = Article(digest(text), one_line(title or ""), text, source="", language=told)
    documents = [document(article)]
    condensing, missing = condenser(config)
    found = condensing.ladder.engines[0](documents, config.bullets)
    return condensing.checked(documents, Summary(found, missing))


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
