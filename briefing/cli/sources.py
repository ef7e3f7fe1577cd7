"""`briefing sources`: what is read every day, changed, tried, and exchanged with other readers of feeds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefing.cli import options, outcome, sources_told
from briefing.cli.progress import Steps

if TYPE_CHECKING:
    from briefing.config import Source
    from briefing.model import Problem
    from briefing.subscriptions import Finding, Settings
    from briefing.subscriptions.look import Look

sources = typer.Typer(
    name="sources",
    help="The sources of briefing.toml: add, remove, list and test them; import and export them as OPML.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

What = Annotated[
    list[str] | None,
    typer.Argument(metavar="WHAT", help="Addresses, names or numbers of the list.", show_default=False),
]


@sources.command()
def add(
    named: Annotated[
        list[str], typer.Argument(metavar="ADDRESS_OR_PATH", help="Sites, feeds, pages, files and folders.")
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help="What its articles are shown under.")
    ] = None,
    pages: Annotated[
        Literal["teasers", "all", "none"] | None,
        typer.Option("--pages", help="Of which entries the pages are read.  [default: teasers]"),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="NAME", help="The section that its articles belong in.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Add it even if nothing of it can be read.")] = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Look at addresses and paths, say what each is, and add them to briefing.toml.

    Of a site its feed is added. An address that has moved for good is added where it is now. The file's
    comments stay; it is made if it isn't there.

    Examples:

      briefing sources add https://lindvik.example/

      briefing sources add https://lindvik.example/feed.xml --name "Lindvik Post" --pages all

      briefing sources add news/ subscriptions.opml
    """
    from briefing import subscriptions
    from briefing.errors import ConfigError

    options.set_up_logging(verbose, quiet)
    if name is not None and len(named) > 1:
        raise ConfigError("--name is for one source: add the others by themselves")
    held = _settings(config)
    table = {"name": name, "pages": pages, "folder": folder}
    with Steps(quiet=quiet) as step:
        found = tuple(subscriptions.find(named, _look(held, step)))
    taken = [one for one in found if force or not one.problem]
    made = [_source(held, one, table) for one in taken]
    for one, (source, listed) in zip(taken, held.add(made), strict=True):
        sources_told.added(one, listed, is_new=source is listed.source)
    problems = [_refused(one) for one in found if one.problem]
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code([] if force else problems, made=len(taken)))


@sources.command()
def remove(
    what: Annotated[
        list[str], typer.Argument(metavar="WHAT", help="Addresses, names or numbers of the list.")
    ],
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Take sources out of briefing.toml, all that are named or none.

    Examples:

      briefing sources remove "Lindvik Post"

      briefing sources remove 3 7
    """
    from briefing import subscriptions

    options.set_up_logging(verbose, quiet)
    held = _settings(config)
    gone = subscriptions.chosen(what, held.sources)
    held.remove(one.number for one in gone)
    for one in gone:
        sources_told.removed(one)


@sources.command("list")
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
    held = _settings(config)
    with Library(home() / FILE) as library:
        fared = [(one, library.fetched(one.place)) for one in held.sources]
        if library.problem is not None:
            raise BriefingError(f"{library.problem.source}: {library.problem.message}")
    if as_json:
        sources_told.as_json(fared)
    elif fared:
        sources_told.listed(fared)
    elif not quiet:
        typer.echo(f"briefing: {held.path} has no sources yet: briefing sources add ADDRESS", err=True)


@sources.command()
def test(
    what: What = None,
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
    held = _settings(config)
    meant = subscriptions.chosen(what, held.sources) if what else held.sources
    if not meant and not quiet:
        typer.echo(f"briefing: {held.path} has no sources yet: briefing sources add ADDRESS", err=True)
    with Steps(quiet=quiet) as step:
        trials = subscriptions.tried(meant, _look(held, step))
    problems = [problem for trial in trials for problem in sources_told.trial(trial)]
    raise typer.Exit(outcome.code(problems, made=sum(not trial.problem for trial in trials)))


@sources.command("import")
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
    held = _settings(config)
    with Steps(quiet=quiet) as step:
        found = subscriptions.listed_in(place, _look(held, step))
    told = held.add(subscriptions.imported(found.feeds))
    new = sum(source is listed.source for source, listed in told)
    already = f", {len(told) - new:,} there already" if new < len(told) else ""
    typer.echo(f"{sources_told.count(new, 'feed')} added{already}")
    problems = [Problem(place, message) for message in found.problems]
    problems += [Problem(one.source, one.reason) for one in found.dropped]
    problems += [] if found.feeds else [Problem(place, "has no feeds in it")]
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=len(told)))


@sources.command()
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
    held = _settings(config)
    data, problems = subscriptions.exported(held.sources)
    if target == "-":
        sys.stdout.write(data.decode("utf-8"))
    else:
        write_whole(Path(target), data)
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=len(held.sources) - len(problems)))


def _settings(file: Path | None) -> Settings:
    from briefing.config import FILE
    from briefing.subscriptions import Settings

    return Settings(file or Path(FILE))


def _look(held: Settings, step: Steps) -> Look:
    from briefing.pipeline import local_now
    from briefing.subscriptions import rules
    from briefing.subscriptions.look import Look

    return Look(rules(held.all.fetch), local_now(), step)


def _source(held: Settings, found: Finding, table: dict[str, str | None]) -> Source:
    """Return the source as it is to be written, with what is set for it."""
    from briefing.config import Source
    from briefing.gather import is_address

    at = found.at if is_address(found.at) else held.relative(found.at)
    return Source.model_validate({"at": at} | {key: value for key, value in table.items() if value})


def _refused(one: Finding) -> Problem:
    from briefing.model import Problem

    return Problem(one.named, one.problem)
