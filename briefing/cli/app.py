"""The `briefing` command: its sub-commands, and what becomes of an error."""

from __future__ import annotations

import logging
import os
import select
import signal
import sys
from typing import Annotated, NoReturn

import typer

from briefing import __version__
from briefing.cli import log, outcome
from briefing.cli.articles import articles
from briefing.cli.check import check
from briefing.cli.doctor import doctor
from briefing.cli.email import email
from briefing.cli.engines import engines
from briefing.cli.journal import journal
from briefing.cli.library import library
from briefing.cli.make import make
from briefing.cli.outbox import outbox
from briefing.cli.schedule import schedule
from briefing.cli.search import search
from briefing.cli.show import show
from briefing.cli.sources import sources
from briefing.cli.status import status
from briefing.cli.summarize import summarize
from briefing.errors import BriefingError

app = typer.Typer(
    name="briefing",
    help="A daily briefing from your news, with nothing in it that its sources don't say.",
    epilog="Exit codes: 0 made, every source read; 1 nothing could be made; 2 usage or configuration; "
    "3 made, but some source failed; 4 made, but mail is deferred in the outbox; 5 another run is under way.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (make, show, email, summarize, articles, check, search, library, status, engines, doctor):
    app.command()(command)
app.add_typer(sources)
app.add_typer(outbox)
app.add_typer(schedule)


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
    signal.signal(signal.SIGTERM, _stop)
    log.reset()
    try:
        code = _run()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        code = outcome.code_of(error)
        log.say(_explanation(error), "error", logging.ERROR)
        journal.end(code, _explanation(error))
        if isinstance(error, OSError):
            # What could not be written is tried again at the interpreter's end, and changes the exit code.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(code)
    journal.end(code)
    sys.exit(code)


def _run() -> int:
    """Run the command and return its exit code: 141, as of SIGPIPE, where its output has no reader left."""
    try:
        app()
    except SystemExit as end:
        try:
            sys.stdout.flush()  # a full disk is told here and not by the interpreter's own last flush
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # where that flush goes then
            return 128 + 13
        if _reader_is_gone():
            return 128 + 13
        return end.code if isinstance(end.code, int) else outcome.MADE
    return outcome.MADE


def _reader_is_gone() -> bool:
    try:
        watched = select.poll()
        watched.register(sys.stdout.fileno(), 0)
        return any(event & select.POLLERR for _, event in watched.poll(0))
    except (OSError, ValueError, AttributeError):  # no file, or a system without poll
        return False


def _stop(_number: int, _frame: object) -> NoReturn:
    """End as an error does, so that what was begun is cleared away."""
    sys.exit(128 + signal.SIGTERM)


def _explanation(error: Exception) -> str:
    if isinstance(error, BriefingError):
        return str(error)
    if isinstance(error, OSError) and error.filename is None:
        return f"the output cannot be written: {error.strerror}"
    return (
        f"a fault in the program: {type(error).__name__}: {error} "
        "(briefing --debug … shows where; please report it)"
    )
