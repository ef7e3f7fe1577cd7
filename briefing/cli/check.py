"""`briefing check`: whether a text bears a claim out, and if not, why."""

from __future__ import annotations

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
            metavar="FILE|-", help="The text: a file, or - for standard input.", show_default=False
        ),
    ] = "-",
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="TEXT", help="What the text is to bear out.")
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
    if as_jsonl:
        made, problems = stream(source, _Answer(), (__name__, "briefing.verify.checker"))
    else:
        made, problems = _one(source, claim, as_json)
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=made))


def _one(source: str, claim: str | None, as_json: bool) -> tuple[int, list[Problem]]:
    """Print the verdict on one claim."""
    from briefing.render.json_ import dumps
    from briefing.verify.checker import check as judge

    if claim is None:
        raise ConfigError('no claim: add --claim "…", or --jsonl for lines that hold text and claim')
    text, problems = _text(source)
    verdict = judge(claim, text)
    typer.echo(dumps(_data(verdict)) if as_json else _plain(verdict))
    return 1, list(problems)


def _text(source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return all that the articles in a source say, headlines and publishers' points included."""
    from briefing import ingest

    reading = ingest.collect([source])
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


class _Answer:
    """Makes of a text and a claim the verdict."""

    def __call__(self, row: Row, _number: int, /) -> tuple[Row, tuple[Problem, ...]]:
        from briefing.verify.checker import check as judge

        return _data(judge(text_of(row, "claim"), text_of(row))), ()

    def refuse(self, reason: str) -> Row:
        return _data(Verdict(False, 0.0, (reason,)))
