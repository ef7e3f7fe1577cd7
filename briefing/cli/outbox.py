"""`briefing outbox`: mail that has not arrived."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import options
from briefing.cli.email import end
from briefing.errors import BriefingError, ConfigError

if TYPE_CHECKING:
    from briefing.store import Entry, Outbox

outbox = typer.Typer(name="outbox", help="Mail that has not arrived.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="N", help="Its number: see `briefing outbox list`.")]


@outbox.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Also what was sent.")] = False,
) -> None:
    """Print what waits to be sent, or was refused, and why.

    Examples:

      briefing outbox list

      briefing outbox list --all
    """
    box = _opened()
    entries = [entry for entry in box.entries() if everything or entry.state != "sent"]
    _refuse_if_unusable(box)
    for entry in entries:
        typer.echo(_line(entry))
    if not entries:
        typer.echo("briefing: nothing waits to be sent", err=True)


@outbox.command()
def show(number: Number) -> None:
    """Print a message as it would be sent.

    Examples:

      briefing outbox show 3 > message.eml
    """
    box = _opened()
    data = box.data(number)
    _refuse_if_unusable(box)
    if data is None:
        raise ConfigError(f"no message waits under the number {number}: see `briefing outbox list`")
    sys.stdout.buffer.write(data)


@outbox.command()
def retry(
    number: Annotated[int | None, typer.Argument(metavar="[N]", help="One alone; all without it.")] = None,
    config: options.ConfigFile = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Try to send what waits or was refused, now, by the way out that briefing.toml sets.

    Examples:

      briefing outbox retry

      briefing outbox retry 3
    """
    from briefing import pipeline

    options.set_up_logging(verbose, quiet)
    chosen = options.settings_alone(config)
    post = pipeline.Post(chosen)
    with pipeline.alone(chosen, always=True) as unlocked:
        mailed = post.retry_now(number)
    if mailed is None and number is not None and post.problem is None:
        raise ConfigError(f"no message waits under the number {number}: see `briefing outbox list`")
    end(post, mailed or pipeline.Mailed(), unlocked, quiet=quiet)


@outbox.command()
def drop(number: Number) -> None:
    """Forget a message; it will not be sent.

    Examples:

      briefing outbox drop 3
    """
    from briefing.store import home, run_lock

    with run_lock(home()):
        box = _opened()
        gone = box.drop(number)
        _refuse_if_unusable(box)
    if not gone:
        raise ConfigError(f"there is no message of the number {number}: see `briefing outbox list`")


def _opened() -> Outbox:
    from briefing.store import FILE, Database, Outbox, home

    return Outbox(Database(home() / FILE))


def _refuse_if_unusable(box: Outbox) -> None:
    if box.problem is not None:
        raise BriefingError(f"{box.problem.source}: {box.problem.message}")


def _line(entry: Entry) -> str:
    """Return an entry in a line: its number, how far it is, for whom, what it is, and why."""
    when = f"{entry.changed_at.astimezone():%Y-%m-%d %H:%M}"
    far: str = entry.state
    if entry.state == "waiting":
        far = f"waiting until {entry.next_at.astimezone():%H:%M}"
    told = (str(entry.number), when, far, entry.recipient, entry.subject, entry.reason)
    return "  ".join(filter(None, told))
