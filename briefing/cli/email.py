"""`briefing email`: sources in, mail out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from briefing.cli import log, options, outcome
from briefing.cli.journal import alone, journal, scheduled
from briefing.cli.progress import Steps
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing import pipeline
    from briefing.config import Config
    from briefing.model import Problem
    from briefing.schedule import Due


def email(
    sources: options.Sources = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ADDR", help="Who gets it; may be given several times."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing: write the message (.eml) and print its path.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Make and send it also where it has been sent already.")
    ] = False,
    pdf: Annotated[
        bool | None, typer.Option("--pdf/--no-pdf", help="Attach the PDF.  [default: pdf]")
    ] = None,
    config: options.ConfigFile = None,
    out: options.Out = None,
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
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
    log_format: options.LogFormat = "text",
    due: options.Due = None,
) -> None:
    """Make a briefing and mail it, by the way out that briefing.toml sets under [mail].

    What does not go out now stays in the outbox; the next run tries it again (exit code 4). Who has it is
    printed on stdout, one a line. Who has a briefing is not sent it again.

    Examples:

      briefing email --to ada@example.org

      briefing email news/ --dry-run --out /tmp
    """
    if not dry_run:
        journal.start("email", config, unattended=due is not None)
    options.set_up_logging(verbose, quiet, log_format)
    chosen = options.settings(
        sources,
        config,
        out=out,
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
    chosen = _addressed(chosen, to, pdf)
    if dry_run:
        _write(chosen, explain=explain, quiet=quiet)
    else:
        _send(*scheduled(due, chosen), again=again, explain=explain, quiet=quiet)


def _addressed(chosen: Config, to: list[str] | None, pdf: bool | None) -> Config:
    from briefing import config

    given = {"to": to or None, "attach_pdf": pdf}
    mail = {name: value for name, value in given.items() if value is not None}
    return config.override(chosen, mail={**chosen.mail.model_dump(), **mail}) if mail else chosen


def _write(chosen: Config, *, explain: bool, quiet: bool) -> None:
    from briefing import pipeline

    with Steps(quiet=quiet) as step:
        briefing = pipeline.make(chosen, step=step)
        outcome.report(briefing.problems, quiet=quiet)
        outcome.refuse_if_nothing(briefing, chosen)
        paths, written = pipeline.write_messages(briefing, chosen, explain=explain, step=step)
    outcome.report(written.problems[len(briefing.problems) :], quiet=quiet)
    for path in paths:
        typer.echo(path)
    raise typer.Exit(outcome.code(written.problems, made=len(paths)))


def _send(daily: Due | None, chosen: Config, *, again: bool, explain: bool, quiet: bool) -> None:
    from briefing import pipeline

    if not chosen.mail.to:
        raise ConfigError("nobody to mail to: name an address with --to, or in briefing.toml (mail.to)")
    post = pipeline.Post(chosen, again=again, explain=explain)
    problems: tuple[Problem, ...] = ()
    with alone(chosen, daily, always=True) as unlocked, Steps(quiet=quiet) as step:
        mailed = post.retry()
        wanted = journal.begin(chosen, daily, quiet=quiet)
        if left := post.left() if wanted else ():
            briefing = pipeline.make(chosen, step=step)
            outcome.report((*unlocked, *briefing.problems), quiet=quiet)
            outcome.refuse_if_nothing(briefing, chosen)
            done, written = post.send(briefing, left, step)
            outcome.report(written.problems[len(briefing.problems) :], quiet=quiet)
            mailed, problems = mailed + done, written.problems
    if wanted and not left:
        made = "an earlier run made this day's; --again makes and sends another"
        log.say(made, "needless", logging.INFO, quiet=quiet)
    for recipient in mailed.before:
        has = f"{recipient} has this briefing already; --again sends it once more"
        log.say(has, "needless", logging.INFO, quiet=quiet, recipient=recipient)
    end(post, mailed, (*unlocked, *problems), quiet=quiet)


def end(
    post: pipeline.Post, mailed: pipeline.Mailed, problems: tuple[Problem, ...], *, quiet: bool
) -> NoReturn:
    """Say who has it, and who has not and why; exit with the code of a run that mailed."""
    for recipient in mailed.sent:
        typer.echo(recipient)
    deferred = post.deferred()
    forgotten = (post.problem,) if post.problem else ()
    outcome.report((*deferred, *forgotten), quiet=quiet)
    outcome.report(mailed.refused)
    if deferred:
        raise typer.Exit(outcome.DEFERRED)
    made = len(mailed.sent) + len(mailed.before)
    raise typer.Exit(outcome.code((*problems, *forgotten, *mailed.refused), made=made))
