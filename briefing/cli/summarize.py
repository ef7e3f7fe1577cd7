"""`briefing summarize`: one text, or a line of JSON for each of many, to bullets."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import options, outcome
from briefing.errors import SourceError
from briefing.model import Article, Problem, Summary

if TYPE_CHECKING:
    from briefing.summarizers import Engine


def summarize(
    source: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A file, or - for standard input.", show_default=False)
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with the evidence.")] = False,
    as_jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read lines {"id","text",…}; write a line for each, in order.')
    ] = False,
    engine: options.Engine = None,
    bullets: options.Bullets = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Condense one text to bullets on stdout.

    Examples:

      briefing summarize article.html

      pbpaste | briefing summarize --bullets 5

      briefing summarize --jsonl < articles.jsonl > bullets.jsonl
    """
    options.set_up_logging(verbose, quiet)
    condense = _Condenser(engine or "news", bullets or 3)
    needed = {type(each).__module__ for each in _ladder(condense.engine)}  # an unknown one is told at once
    made, problems = _stream(source, condense, needed) if as_jsonl else _whole(source, condense, as_json)
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=made))


@lru_cache
def _ladder(engine: str) -> tuple[Engine, ...]:
    """Return the engine and those that stand in for it, made once in each process."""
    from briefing import pipeline

    return pipeline.climb(engine)


@dataclass(frozen=True, slots=True)
class _Condenser:
    """Summarizes articles; can be sent to another process."""

    engine: str
    bullets: int

    def __call__(self, article: Article) -> Summary:
        from briefing import pipeline

        return pipeline.summarize_article(article, self.bullets, _ladder(self.engine))


def _whole(source: str, condense: _Condenser, as_json: bool) -> tuple[int, list[Problem]]:
    """Print what a source comes down to; return how many articles it has, and what went wrong."""
    from briefing import ingest
    from briefing.render.json_ import dumps

    reading = ingest.collect([source])
    if not reading.articles:
        first = next(iter(reading.problems), Problem(source, "holds no article"))
        raise SourceError(first.source, first.message)
    summaries = [(article, condense(article)) for article in reading.articles]
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


def _stream(source: str, condense: _Condenser, modules: Iterable[str]) -> tuple[int, list[Problem]]:
    """Write a line for each line read, at once; a bad line gets one without bullets that says why.

    `modules` are what another process needs for it. Returns how many were summarized, and what went wrong.
    """
    from briefing.workers import in_order

    problems: list[Problem] = []
    made = 0
    preload = (__name__, "briefing.pipeline", *modules)
    with closing(in_order(_Answerer(source, condense), _lines(source), preload)) as answers:
        for line, summarized, said in answers:
            sys.stdout.write(line)
            sys.stdout.flush()
            made += summarized
            problems += said
    return made, problems


@dataclass(frozen=True, slots=True)
class _Answerer:
    """Makes of a line of JSON the line that answers it."""

    source: str
    condense: _Condenser

    def __call__(self, numbered: tuple[int, str]) -> tuple[str, bool, tuple[Problem, ...]]:
        """Return the answer, whether it has a summary, and what went wrong."""
        from briefing.render.json_ import bullet_data, dumps

        number, line = numbered
        answer: dict[str, Any] = {"id": None, "bullets": []}
        try:
            row = _row(line)
            answer["id"] = row.get("id")
            summary = self.condense(_article(row, number))
        except ValueError as error:
            answer["problem"] = str(error)
            return dumps(answer) + "\n", False, (Problem(f"{self.source}:{number}", str(error)),)
        answer["bullets"] = [bullet_data(bullet) for bullet in summary.bullets]
        return dumps(answer) + "\n", True, summary.problems


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, as UTF-8, with their numbers from 1."""
    try:
        with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.decode("utf-8-sig", "replace")
    except OSError as error:
        raise SourceError(source, f"cannot be read: {error.strerror}") from error


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    return row


def _article(row: dict[str, Any], number: int) -> Article:
    """Return the article in a row. Its text stays to the letter as given, so that offsets hold in it."""
    from briefing.text.clean import one_line
    from briefing.text.language import detect, normalize

    if not isinstance(text := row.get("text"), str):
        raise ValueError('has no "text"')
    title, language = row.get("title"), row.get("language")
    return Article(
        id=str(number if row.get("id") is None else row["id"]),
        title=one_line(title) if isinstance(title, str) else "",
        text=text,
        source=f"line {number}",
        language=normalize(language) if isinstance(language, str) and language else detect(text),
    )
