"""`briefing make`: sources in, files out."""

from __future__ import annotations

import typer

from briefing.cli import options, outcome
from briefing.cli.journal import alone, journal, scheduled
from briefing.cli.progress import Steps


def make(
    sources: options.Sources = None,
    config: options.ConfigFile = None,
    out: options.Out = None,
    formats: options.Formats = None,
    date: options.Date = None,
    engine: options.Engine = None,
    model: options.Model = None,
    bullets: options.Bullets = None,
    minutes: options.Minutes = None,
    verify: options.Verify = None,
    title: options.Title = None,
    theme: options.Theme = None,
    everything: options.Everything = False,
    explain: options.Explain = False,
    strict: options.Strict = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
    log_format: options.LogFormat = "text",
    due: options.Due = None,
) -> None:
    """Make a briefing: PDF, HTML and JSON of what the sources say.

    The path of each file is printed on stdout, one a line.

    Examples:

      briefing make news/

      briefing make page.html feed.jsonl --format pdf --title "Monday"

      briefing make --minutes 5

      cat page.txt | briefing make - --out /tmp
    """
    from briefing import pipeline

    journal.start("make", config, unattended=due is not None)
    options.set_up_logging(verbose, quiet, log_format)
    chosen = options.settings(
        sources,
        config,
        out=out,
        formats=formats,
        date=date,
        engine=engine,
        model=model,
        bullets=bullets,
        minutes=minutes,
        verify=verify,
        title=title,
        theme=theme,
        only_new=False if everything else None,
        strict=strict,
    )
    daily, chosen = scheduled(due, chosen)
    with alone(chosen, daily) as unlocked, Steps(quiet=quiet) as step:
        if not journal.begin(chosen, daily, quiet=quiet):
            raise typer.Exit(outcome.MADE)
        briefing = pipeline.make(chosen, step=step)
        outcome.report((*unlocked, *briefing.problems), quiet=quiet)
        outcome.refuse_if_nothing(briefing, chosen)
        paths, written = pipeline.write(briefing, chosen, explain=explain, step=step)
        forgotten = pipeline.remember(written, chosen, paths)
    outcome.report((*written.problems[len(briefing.problems) :], *forgotten), quiet=quiet and bool(paths))
    for path in paths:
        typer.echo(path)
    problems = (*unlocked, *written.problems, *forgotten)
    raise typer.Exit(outcome.code(problems, made=len(paths)))
