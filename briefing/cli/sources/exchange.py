"""`briefing sources import` and `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import options, outcome
from briefing.cli.progress import Steps
from briefing.cli.sources import told
from briefing.cli.sources.held import held_in, look


def import_(
    place: Annotated[str, typer.Argument(metavar="FILE.opml", help="A list of feeds: a file or an address.")],
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Add the feeds of an OPML list, one by one, with their names and folders; none of them is fetched.

    Examples:

      briefing sources import subscriptions.opml
    """
    from briefing import subscriptions
    from briefing.model import Problem

    options.set_up_logging(verbose, quiet)
    held = held_in(config)
    with Steps(quiet=quiet) as step:
        found = subscriptions.listed_in(place, look(held, step))
    taken = held.add(subscriptions.imported(found.feeds))
    new = sum(source is listed.source for source, listed in taken)
    already = f", {len(taken) - new:,} there already" if new < len(taken) else ""
    typer.echo(f"{told.count(new, 'feed')} added{already}")
    problems = [Problem(place, message) for message in found.problems]
    problems += [Problem(one.source, one.reason) for one in found.dropped]
    problems += [] if found.feeds else [Problem(place, "has no feeds in it")]
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=len(taken)))


def export(
    target: Annotated[str, typer.Argument(metavar="FILE|-", help="Where the list goes.")] = "-",
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Write the addresses among the sources as an OPML list, with their names and folders.

    Examples:

      briefing sources export subscriptions.opml

      briefing sources export | less
    """
    from briefing import subscriptions
    from briefing.deliver import write_whole

    options.set_up_logging(verbose, quiet)
    held = held_in(config)
    data, problems = subscriptions.exported(held.sources)
    if target == "-":
        typer.echo(data, nl=False)  # as bytes: the list says that it is UTF-8
    else:
        write_whole(Path(target), data)
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=len(held.sources) - len(problems)))
