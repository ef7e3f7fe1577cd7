"""`briefing schedule`: the briefing every morning, by itself."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import options
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.schedule import Installed, Task

schedule = typer.Typer(name="schedule", help="Make or mail the briefing every morning, by itself.")

_COMMANDS = ("make", "email")
_OURS = ("--config", "--date", "--dry-run", "--due")
"""Options that a scheduled command is not given by hand."""


@schedule.callback(invoke_without_command=True)
def install(
    context: typer.Context,
    at: Annotated[
        str | None, typer.Option("--at", metavar="HH:MM", help="When, by the clock of this machine.")
    ] = None,
    days: Annotated[
        str, typer.Option("--days", metavar="DAYS", help="Such as mon-fri or mon,wed,sat.")
    ] = "daily",
    command: Annotated[
        str | None,
        typer.Option(
            "--command",
            metavar="TEXT",
            help='What is run, such as "make --minutes 5".  [default: email where mail.to is set, else make]',
        ),
    ] = None,
    config: options.ConfigFile = None,
    how: Annotated[
        str | None,
        typer.Option("--how", metavar="NAME", help="systemd, launchd or cron.  [default: what is here]"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Install nothing: print what would be installed.")
    ] = False,
) -> None:
    """Have the briefing made or mailed every morning: by systemd, launchd or cron, whichever is here.

    Each settings file has one schedule; setting another time replaces it. One briefing is made for each
    day: a morning that the machine slept through, or on which it failed, is made up. Relative paths in
    --command start at the settings file's folder.

    Examples:

      briefing schedule --at 06:30

      briefing schedule --at 06:30 --days mon-fri --command "email --to ada@example.org"

      briefing schedule show

      briefing schedule remove
    """
    if context.invoked_subcommand is not None:
        if at is not None:
            raise ConfigError(f"--at and {context.invoked_subcommand} don't go together")
        return
    if at is None:
        raise ConfigError("name a time, such as --at 06:30, or say `briefing schedule show`")
    from briefing import schedule as scheduling

    task = _task(at, days, command, config)
    chosen = scheduling.scheduler(how)
    if dry_run:
        typer.echo(chosen.plan(task), nl=False)
        return
    scheduling.remove(task.name, but=chosen.NAME)
    typer.echo(_line(chosen.install(task)))
    for note in (*chosen.notes(), *_notes(task)):
        typer.echo(f"briefing: {note}", err=True)


@schedule.command()
def show(config: options.ConfigFile = None) -> None:
    """Print what is scheduled, when it is next due, and which files say so.

    Examples:

      briefing schedule show
    """
    from briefing import schedule as scheduling

    found = tuple(scheduling.installed(scheduling.name(options.settings_file(config)) if config else None))
    for each in found:
        typer.echo(_line(each))
        for path in each.files:
            typer.echo(f"  {path}")
    if not found:
        typer.echo("briefing: nothing is scheduled", err=True)


@schedule.command()
def remove(config: options.ConfigFile = None) -> None:
    """Take the schedule away: that of ./briefing.toml, or of the settings file that is named.

    Examples:

      briefing schedule remove
    """
    from briefing import schedule as scheduling

    settings = options.settings_file(config)
    if not (had := scheduling.remove(scheduling.name(settings))):
        raise ConfigError(f"{settings}: nothing is scheduled for it: see `briefing schedule show`")
    typer.echo(f"{scheduling.name(settings)} removed ({', '.join(had)})")


def _task(at: str, days: str, command: str | None, file: Path | None) -> Task:
    from briefing import schedule as scheduling

    when = scheduling.schedule(at, days)
    settings = options.settings_file(file)
    if not settings.is_file():
        raise ConfigError(
            f"{settings}: is not there: a schedule needs a settings file (`briefing sources add`)"
        )
    words = _words(command, options.settings_alone(settings))
    due = scheduling.Due(when, datetime.now(UTC))
    arguments = (words[0], f"--config={settings}", f"--due={due}", *words[1:])
    return scheduling.Task(
        settings, (sys.executable, "-P", "-m", "briefing", *arguments), due, dict(_environment())
    )


def _words(command: str | None, chosen: Config) -> list[str]:
    """Return the command to run in words. Raises ConfigError for one that would fail every morning."""
    try:
        words = shlex.split(command) if command else ["email" if chosen.mail.to else "make"]
    except ValueError as error:
        raise ConfigError(f"--command: {error}") from None
    if not words or words[0] not in _COMMANDS:
        raise ConfigError(f"--command: begin it with {' or '.join(_COMMANDS)}")
    for word in words:
        if word.partition("=")[0] in _OURS:
            raise ConfigError(f"--command: {word} is no option of a scheduled run")
    _try(words)
    return words


def _try(words: list[str]) -> None:
    """Read a command line as it will be read. Raises ConfigError."""
    from briefing.cli.app import app

    group = typer.main.get_group(app)
    try:
        command = group.commands[words[0]]
        command.make_context(words[0], words[1:], parent=typer.Context(group)).close()
    except typer.TyperException as error:
        raise ConfigError(f"--command: {error}") from None


def _environment() -> Iterator[tuple[str, str]]:
    """Yield what a run needs to know of this session: where things are kept, programs found, and the zone."""
    from briefing.store import home

    yield "BRIEFING_HOME", str(home().absolute())
    for name in ("PATH", "TZ"):
        if value := os.environ.get(name):
            yield name, value


def _notes(task: Task) -> Iterator[str]:
    """Yield what of the settings a scheduled run has not: secrets in the environment are not written down."""
    chosen = options.settings_alone(task.settings)
    wanted = [chosen.mail.password_env] if "email" in task.command else []
    wanted += [chosen.llm.key_env] if chosen.engine == "llm" and chosen.llm.key_env in os.environ else []
    for name in filter(None, wanted):
        yield f"a scheduled run does not see ${name} of this shell: see docs/schedule.md"


def _line(each: Installed) -> str:
    """Return what is scheduled in a line: its name, who runs it, when, and when next."""
    when = each.due.schedule
    coming = when.next(datetime.now(UTC)).astimezone()
    asleep = "" if each.active else ", but it is not running"
    return f"{each.name}  {each.how}  {when}, next {coming:%Y-%m-%d %H:%M}{asleep}"
