"""`briefing show`: the briefing in the terminal."""

from __future__ import annotations

import errno
from typing import Annotated

import typer

from briefing.cli import options, outcome
from briefing.cli.progress import Steps


def show(
    sources: options.Sources = None,
    config: options.ConfigFile = None,
    date: options.Date = None,
    engine: options.Engine = None,
    model: options.Model = None,
    bullets: options.Bullets = None,
    minutes: options.Minutes = None,
    verify: options.Verify = None,
    title: options.Title = None,
    everything: options.Everything = False,
    explain: options.Explain = False,
    strict: options.Strict = None,
    receipts: Annotated[
        bool, typer.Option("--receipts", help="Show the source sentence of each bullet.")
    ] = False,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
    log_format: options.LogFormat = "text",
) -> None:
    """Show the briefing in the terminal; plain text when it is piped.

    Examples:

      briefing show news/

      briefing show --receipts page.html
    """
    from rich.console import Console

    from briefing import pipeline
    from briefing.render import Layout, terminal

    options.set_up_logging(verbose, quiet, log_format)
    chosen = options.settings(
        sources,
        config,
        date=date,
        engine=engine,
        model=model,
        bullets=bullets,
        minutes=minutes,
        verify=verify,
        title=title,
        only_new=False if everything else None,
        strict=strict,
    )
    with Steps(quiet=quiet) as step:
        briefing = pipeline.make(chosen, step=step)
    outcome.report(briefing.problems, quiet=quiet)
    outcome.refuse_if_nothing(briefing, chosen)
    console = Console()
    # rich would turn stdout away and exit by itself; a closed pipe is for `main` to tell.
    console.on_broken_pipe = _as_it_is  # type: ignore[method-assign]
    layout = Layout(explain=explain, words_per_minute=chosen.words_per_minute)
    terminal.show(briefing, console, layout, receipts=receipts)
    raise typer.Exit(outcome.code(briefing.problems, made=1))


def _as_it_is() -> None:
    raise BrokenPipeError(errno.EPIPE, "the reader of the output is gone")
