"""`briefing sources add` and `remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefing.cli import options, outcome
from briefing.cli.progress import Steps
from briefing.cli.sources import told
from briefing.cli.sources.held import held_in, look, remember, titles_in

if TYPE_CHECKING:
    from briefing.config import Source
    from briefing.model import Problem
    from briefing.subscriptions import Finding, Settings


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
    held = held_in(config)
    table = {"name": name, "pages": pages, "folder": folder}
    with Steps(quiet=quiet) as step:
        found = tuple(subscriptions.find(named, look(held, step)))
    taken = [one for one in found if force or not one.problem]
    made = [_source(held, one, table) for one in taken]
    titles: dict[str, str] = {}
    for one, (source, listed) in zip(taken, held.add(made), strict=True):
        told.added(one, listed, is_new=source is listed.source)
        if one.content.title:
            titles[listed.place] = one.content.title
    remember(titles)
    problems = [_refused(one) for one in found if one.problem]
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code([] if force else problems, made=len(taken)))


def remove(
    what: Annotated[
        list[str], typer.Argument(metavar="WHAT", help="Addresses, names or numbers of the list.")
    ],
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Take sources out of briefing.toml, all that are named or none.

    A feed's name is the one that it was given here, or the one that it gives itself.

    Examples:

      briefing sources remove "Lindvik Post"

      briefing sources remove 3 7
    """
    from briefing import subscriptions

    options.set_up_logging(verbose, quiet)
    held = held_in(config)
    called = titles_in(held)
    gone = subscriptions.chosen(what, held.sources, called)
    held.remove(one.number for one in gone)
    for one in gone:
        told.removed(one, called.get(one.place, ""))


def _source(held: Settings, found: Finding, table: dict[str, str | None]) -> Source:
    """Return the source as it is to be written, with what is set for it."""
    from briefing.config import Source
    from briefing.gather import is_address

    at = found.at if is_address(found.at) else held.relative(found.at)
    return Source.model_validate({"at": at} | {key: value for key, value in table.items() if value})


def _refused(one: Finding) -> Problem:
    from briefing.model import Problem

    return Problem(one.named, one.problem)
