"""`briefing articles`: what was read, and how each line of it was taken."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli import options, outcome


def articles(
    sources: options.Sources = None,
    config: options.ConfigFile = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print each input line with its role and why, instead.")
    ] = False,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Print the articles that were read, as JSON lines.

    Examples:

      briefing articles news/ | jq .title

      briefing articles --explain dump.txt
    """
    from briefing import pipeline
    from briefing.render.json_ import article_data, dumps

    options.set_up_logging(verbose, quiet)
    now = pipeline.local_now()
    reading = pipeline.read(options.settings(sources, config), now, now.date())
    if explain:
        for part in reading.explained:
            typer.echo(f"{part.name}:")
            for line in part.lines:
                owner = "-" if line.article is None else str(line.article + 1)
                typer.echo(f"{line.number:>5}  {line.role:<8}  {owner:>3}  {line.text}  [{line.reason}]")
    else:
        for article in reading.articles:
            typer.echo(dumps({"id": article.id, **article_data(article), "origin": article.origin}))
    outcome.report(reading.problems, quiet=quiet)
    raise typer.Exit(outcome.code(reading.problems, made=len(reading.articles)))
