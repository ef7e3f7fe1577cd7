"""`briefing check`: whether a text bears a claim out, and if not, why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import typer

from briefing.cli import options, outcome
from briefing.cli.jsonl import Row, stream, text_of
from briefing.errors import ConfigError, SourceError
from briefing.model import Problem, Verdict


def check(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL|-",
            help="The text: a file, an address, or - for standard input.",
            show_default=False,
        ),
    ] = "-",
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="TEXT", help="What the text is to bear out.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", metavar="ID_OR_DIR", help="A model of entailment to ask as well (transformers)."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object: supported, score, reasons.")
    ] = False,
    as_jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Read lines {"id","text","claim"}; write a line for each, in order.'),
    ] = False,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Say whether a claim is supported by a text, and what speaks against it.

    Whatever the verdict, the exit code is 0: --json and --jsonl are for programs.

    Examples:

      briefing check article.html --claim "The bridge opens in May."

      briefing check --jsonl < claims.jsonl > verdicts.jsonl
    """
    options.set_up_logging(verbose, quiet)
    judge = _judge(model)  # a model that cannot be loaded is told before anything is read
    if as_jsonl:
        modules = (__name__, "briefing.verify.checker")
        made, problems = stream(source, _Answer(model), modules, processes=1 if model else 0)
    else:
        made, problems = _one(source, claim, judge, as_json)
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=made))


@lru_cache(maxsize=1)
def _judge(model: str | None) -> Callable[[str, str], Verdict]:
    """Return what gives a verdict on a claim and a text."""
    if model is None:
        from briefing.verify.checker import check

        return check
    from briefing.verify.entailment import Entailment

    entailment = Entailment(model)
    return lambda claim, text: entailment(text)(claim)


def _one(
    source: str, claim: str | None, judge: Callable[[str, str], Verdict], as_json: bool
) -> tuple[int, list[Problem]]:
    """Print the verdict on one claim."""
    from briefing.render.json_ import dumps

    if claim is None:
        raise ConfigError('no claim: add --claim "…", or --jsonl for lines that hold text and claim')
    text, problems = _text(source)
    verdict = judge(claim, text)
    typer.echo(dumps(_data(verdict)) if as_json else _plain(verdict))
    return 1, list(problems)


def _text(source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return all that the articles in a source say, headlines and publishers' points included."""
    from briefing import pipeline

    reading = pipeline.read_one(source, options.settings_alone(None))
    if not reading.articles:
        first = next(iter(reading.problems), Problem(source, "holds no article"))
        raise SourceError(first.source, first.message)
    told = ("\n".join((article.title, *article.points, article.text)) for article in reading.articles)
    return "\n\n".join(told), reading.problems


def _plain(verdict: Verdict) -> str:
    said = "supported" if verdict.supported else "not supported"
    return "\n".join([f"{said} ({verdict.score:.2f})", *(f"- {reason}" for reason in verdict.reasons)])


def _data(verdict: Verdict) -> Row:
    return {"supported": verdict.supported, "score": verdict.score, "reasons": list(verdict.reasons)}


@dataclass(frozen=True, slots=True)
class _Answer:
    """Makes of a text and a claim the verdict."""

    model: str | None

    def __call__(self, row: Row, _number: int, /) -> tuple[Row, tuple[Problem, ...]]:
        return _data(_judge(self.model)(text_of(row, "claim"), text_of(row))), ()

    def refuse(self, reason: str) -> Row:
        return _data(Verdict(False, 0.0, (reason,)))
