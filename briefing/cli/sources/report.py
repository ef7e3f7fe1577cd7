"""`briefing sources list` and `test`."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli import options, outcome
from briefing.cli.progress import Steps
from briefing.cli.sources import told
from briefing.cli.sources.held import held_in, look, say_if_none, titles_in


def list_(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with the sources.")] = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Print the sources with their numbers, and how the last run fared with each.

    Examples:

      briefing sources list

      briefing sources list --json | jq -r '.sources[] | select(.failures > 0) | .at'
    """
    from briefing.errors import BriefingError
    from briefing.store import FILE, Library, home

    options.set_up_logging(verbose, quiet)
    held = held_in(config)
    with Library(home() / FILE) as library:
        fared = [
            told.Fared(one, library.fetched(one.place), library.title(one.place)) for one in held.sources
        ]
        if library.problem is not None:
            raise BriefingError(f"{library.problem.source}: {library.problem.message}")
    if as_json:
        told.as_json(fared)
    elif fared:
        told.listed(fared)
    else:
        say_if_none(held, quiet=quiet)


def test(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHAT", help="Addresses, names or numbers of the list.", show_default=False),
    ] = None,
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Read the sources now, all or those named, and say what each holds or why it cannot be read.

    Nothing of it is remembered: the next briefing is as if this had not been.

    Examples:

      briefing sources test

      briefing sources test 3 "Lindvik Post"
    """
    from briefing import subscriptions

    options.set_up_logging(verbose, quiet)
    held = held_in(config)
    meant = subscriptions.chosen(what, held.sources, titles_in(held)) if what else held.sources
    say_if_none(held, quiet=quiet)
    with Steps(quiet=quiet) as step:
        trials = subscriptions.tried(meant, look(held, step))
    problems = [problem for trial in trials for problem in told.trial(trial)]
    raise typer.Exit(outcome.code(problems, made=sum(not trial.problem for trial in trials)))
