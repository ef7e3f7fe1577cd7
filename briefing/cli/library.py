"""`briefing library`: how much is remembered, letting go of it, and taking it elsewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import options, outcome
from briefing.errors import BriefingError, ConfigError, SourceError

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.store import Library
    from briefing.store.records import Record

_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_AGE = re.compile(r"(\d{1,5})\s*([dwmy]?)", re.IGNORECASE)


def library(
    prune: Annotated[
        str | None,
        typer.Option(
            "--prune", metavar="AGE", help="Let go of what was last seen longer ago: 90d, 12w, 6m, 1y."
        ),
    ] = None,
    export: Annotated[
        str | None, typer.Option("--export", metavar="FILE|-", help="Write everything as JSON lines.")
    ] = None,
    take: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE|-", help="Take JSON lines: an export, or articles."),
    ] = None,
    aside: Annotated[
        bool, typer.Option("--set-aside", help="Move a damaged library away and begin a new one.")
    ] = False,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Say what is remembered from earlier runs, let go of it, or take it elsewhere.

    Letting go keeps what the sources still give, and what you have been sent stays known. Taking lines
    twice changes nothing.

    Examples:

      briefing library

      briefing library --prune 90d

      briefing library --export - | gzip > library.jsonl.gz

      briefing articles news/ | briefing library --import -
    """
    from briefing.store import FILE, Library, home

    options.set_up_logging(verbose, quiet)
    age = None if prune is None else _age(prune)
    if sum(option is not None for option in (prune, export, take)) + aside > 1:
        raise ConfigError("--prune, --export, --import and --set-aside are things to do one at a time")
    if aside:
        _set_aside(home())
        return
    problems: tuple[Problem, ...] = ()
    taken = 1
    with Library(home() / FILE) as held:
        if age is not None:
            _prune(held, age)
        elif export is not None:
            _export(held, export)
        elif take is not None:
            taken, problems = _take(held, take)
            typer.echo("1 line taken" if taken == 1 else f"{taken:,} lines taken")
        else:
            _tell(held)
        if held.problem is not None:
            raise BriefingError(f"{held.problem.source}: {held.problem.message}")
    outcome.report(problems, quiet=quiet)
    raise typer.Exit(outcome.code(problems, made=taken))


def _age(text: str) -> timedelta:
    found = _AGE.fullmatch(text.strip())
    if found is None:
        raise ConfigError(f"--prune: {text!r} is no age: write days, weeks, months or years, such as 90d")
    return timedelta(days=int(found[1]) * _DAYS[found[2].lower()])


def _tell(held: Library) -> None:
    counts, last = held.holdings(), held.briefings(1, delivered=False)
    if held.problem is not None:
        return
    since = f", since {counts.since.astimezone():%Y-%m-%d}" if counts.since else ""
    typer.echo(f"{held.database.path}  {_size(held.size())}")
    typer.echo(f"articles   {counts.articles:,}{since}")
    typer.echo(f"briefings  {counts.briefings:,}{f', the last of {_day(last[0])}' if last else ''}")
    typer.echo(f"seen       {counts.seen:,}")
    failing = f", {counts.failing:,} of them failing" if counts.failing else ""
    typer.echo(f"addresses  {counts.fetches:,}{failing}")
    typer.echo(f"cache      {counts.cache:,}")


def _day(record: Record) -> str:
    """Return the day of a briefing, and when it was delivered."""
    if record.delivered_at is None:
        return f"{record.date} (not delivered)"
    return f"{record.date} (delivered {record.delivered_at.astimezone():%Y-%m-%d %H:%M})"


def _prune(held: Library, age: timedelta) -> None:
    from briefing.store.times import utc_now

    before = held.size()
    pruned = held.prune(utc_now() - age)
    if held.problem is None:
        told = f"{pruned.articles:,} articles and {pruned.briefings:,} briefings let go"
        typer.echo(f"{told}; {_size(before)} before, {_size(held.size())} now")


def _export(held: Library, target: str) -> None:
    if target == "-":
        held.export(sys.stdout.write)
        return
    path = Path(target)
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            try:
                _export_whole(held, file.write)
                file.flush()
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise BriefingError(f"{path}: cannot be written: {error.strerror}") from error


def _export_whole(held: Library, write: Callable[[str], object]) -> None:
    held.export(write)
    if held.problem is not None:
        raise BriefingError(f"{held.problem.source}: {held.problem.message}")


def _take(held: Library, source: str) -> tuple[int, tuple[Problem, ...]]:
    try:
        with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as file:
            lines = (line.decode("utf-8-sig", "replace") for line in file)
            return held.take(lines, "standard input" if source == "-" else source)
    except OSError as error:
        raise SourceError(source, f"cannot be read: {error.strerror}") from error


def _set_aside(home: Path) -> None:
    from briefing.store import FILE, run_lock
    from briefing.store.damaged import set_aside
    from briefing.store.times import utc_now

    with run_lock(home):
        away = set_aside(home / FILE, utc_now())
    typer.echo(str(away) if away else f"{home / FILE}: there is no library yet")


def _size(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB"
