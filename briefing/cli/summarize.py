"""`briefing summarize`: one text, or a line of JSON for each of many, to bullets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import options, outcome
from briefing.cli.jsonl import Row, stream, text_of
from briefing.errors import SourceError
from briefing.model import Article, Problem, Summary

if TYPE_CHECKING:
    from briefing.condense import Condenser
    from briefing.config import Config


def summarize(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL|-", help="A file, an address, or - for standard input.", show_default=False
        ),
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with the evidence.")] = False,
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read lines {"id","text",…}; write a line for each, in order.')
    ] = False,
    config: options.ConfigFile = None,
    engine: options.Engine = None,
    model: options.Model = None,
    bullets: options.Bullets = None,
    verify: options.Verify = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Condense one text to bullets on stdout.

    Examples:

      briefing summarize article.html

      briefing summarize https://news.example/story.html

      pbpaste | briefing summarize --bullets 5

      briefing summarize --jsonl < articles.jsonl > bullets.jsonl
    """
    options.set_up_logging(verbose, quiet)
    chosen = options.settings_alone(config, engine=engine, model=model, bullets=bullets, verify=verify)
    condensing, missing = _condenser(chosen)  # an unknown engine is told at once
    if as_jsonl:
        made, problems = _lines(source, chosen, condensing)
    else:
        made, problems = _whole(source, chosen, condensing, as_json)
    problems = [*missing, *problems]
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=made))


@lru_cache(maxsize=1)
def _condenser(config: Config) -> tuple[Condenser, tuple[Problem, ...]]:
    """Return what condenses, made once in each process, and what of it is not to be had."""
    from briefing import pipeline

    return pipeline.condenser(config)


def _lines(source: str, config: Config, condensing: Condenser) -> tuple[int, list[Problem]]:
    """Answer line by line, on all cores; a model is loaded once and has all of them to itself."""
    modules = {type(engine).__module__ for engine in condensing.ladder.engines}
    alone = condensing.ladder.batches or condensing.judge is not None
    preload = (__name__, "briefing.pipeline", *modules)
    return stream(source, _Answer(config), preload, processes=1 if alone else 0)


def _whole(source: str, config: Config, condensing: Condenser, as_json: bool) -> tuple[int, list[Problem]]:
    """Print what a source comes down to; return how many articles it has, and what went wrong."""
    from briefing import pipeline
    from briefing.render.json_ import dumps
    from briefing.text.document import document

    reading = pipeline.read_one(source, config)
    if not reading.articles:
        first = next(iter(reading.problems), Problem(source, "holds no article"))
        raise SourceError(first.source, first.message)
    told = dict(condensing.each([[document(article)] for article in reading.articles]))
    summaries = [(article, told[number]) for number, article in enumerate(reading.articles)]
    if as_json:
        typer.echo(dumps(_object(summaries), indent=2))
    else:
        typer.echo("\n\n".join(_plain(article, summary) for article, summary in summaries))
    said = (problem for _, summary in summaries for problem in summary.problems)
    return len(summaries), [*reading.problems, *said]


def _plain(article: Article, summary: Summary) -> str:
    return "\n".join([article.title, *(f"- {bullet.text}" for bullet in summary.bullets)])


def _object(summaries: Iterable[tuple[Article, Summary]]) -> dict[str, Any]:
    from briefing.render.json_ import article_data, bullet_data

    pairs = list(summaries)
    return {
        "bullets": [bullet_data(bullet) for _, summary in pairs for bullet in summary.bullets],
        "articles": {article.id: article_data(article) for article, _ in pairs},
    }


@dataclass(frozen=True, slots=True)
class _Answer:
    """Makes of an article its bullets."""

    config: Config

    def __call__(self, row: Row, number: int, /) -> tuple[Row, tuple[Problem, ...]]:
        from briefing.render.json_ import bullet_data
        from briefing.text.document import document

        summary = _condenser(self.config)[0]([document(_article(row, number))])
        return {"bullets": [bullet_data(bullet) for bullet in summary.bullets]}, summary.problems

    def refuse(self, reason: str) -> Row:
        return {"bullets": [], "problem": reason}


def _article(row: Row, number: int) -> Article:
    """Return the article in a row. Its text stays to the letter as given, so that offsets hold in it."""
    from briefing.text.clean import one_line
    from briefing.text.language import detect, normalize

    text, title, language = text_of(row), row.get("title"), row.get("language")
    return Article(
        id=str(number if row.get("id") is None else row["id"]),
        title=one_line(title) if isinstance(title, str) else "",
        text=text,
        source=f"line {number}",
        language=normalize(language) if isinstance(language, str) and language else detect(text),
    )
