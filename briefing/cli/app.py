"""The `briefing` command: its sub-commands, and what becomes of an error."""

from __future__ import annotations

import signal
import sys
from typing import Annotated, NoReturn

import typer

from briefing import __version__
from briefing.cli import outcome
from briefing.cli.articles import articles
from briefing.cli.doctor import doctor
from briefing.cli.engines import engines
from briefing.cli.make import make
from briefing.cli.show import show
from briefing.cli.summarize import summarize
from briefing.errors import BriefingError, ConfigError

app = typer.Typer(
    name="briefing",
    help="A daily briefing from your news, with nothing in it that its sources don't say.",
    epilog="Exit codes: 0 made, every source read; 1 nothing could be made; 2 usage or configuration; "
    "3 made, but some source failed.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (make, show, summarize, articles, engines, doctor):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the command and exit as the contract of exit codes says."""
    try:
        signal.signal(signal.SIGTERM, _stop)
        app()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        _explain(error)


def _stop(_number: int, _frame: object) -> NoReturn:
    """End as an error does, so that what was begun is cleared away."""
    sys.exit(128 + signal.SIGTERM)


def _explain(error: Exception) -> NoReturn:
    if isinstance(error, BriefingError):
        typer.echo(f"briefing: {error}", err=True)
        sys.exit(outcome.USAGE if isinstance(error, ConfigError) else outcome.NOTHING)
    typer.echo(
        f"briefing: a fault in the program: {type(error).__name__}: {error} "
        "(briefing --debug … shows where; please report it)",
        err=True,
    )
    sys.exit(outcome.NOTHING)
