"""The options that commands share, and how they become settings."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefing.cli import log
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.config import Config

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, or - for standard input. With none: those of briefing.toml, else seeds/.",
        show_default=False,
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings to use instead of ./briefing.toml.", show_default=False
    ),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the files go.  [default: out]")]
Formats = Annotated[
    str | None,
    typer.Option("--format", metavar="LIST", help="Any of pdf,html,json,md,txt.  [default: pdf,html,json]"),
]
Date = Annotated[
    datetime.datetime | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="The briefing's date.  [default: today]"
    ),
]
Engine = Annotated[
    str | None, typer.Option("--engine", metavar="NAME", help="See `briefing engines`.  [default: news]")
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="ID_OR_DIR",
        help="What writes for --engine abstractive (a directory or a hub id) or llm (a name on the server).",
    ),
]
Bullets = Annotated[
    int | None,
    typer.Option("--bullets", metavar="N", min=1, max=20, help="The most for a story.  [default: 3]"),
]
Minutes = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        metavar="M",
        min=1,
        max=240,
        help="Fill this reading time, never more: the top stories in full, then shorter, then headlines.",
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say of each story why it stands where it does.")]
Verify = Annotated[
    str | None,
    typer.Option(
        "--verify",
        metavar="MODE",
        help="What becomes of a bullet that its source does not bear out: repair (mended, or told in the "
        "source's words), strict (always the latter) or off (nothing is checked, all is marked).  "
        "[default: repair]",
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The briefing's title.")]
Theme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar="NAME",
        help="How the PDF and the HTML look: classic, modern or compact.  [default: classic]",
    ),
]
Everything = Annotated[
    bool,
    typer.Option(
        "--all", help="Leave nothing out that an earlier briefing told, and don't remember this one."
    ),
]
Strict = Annotated[bool | None, typer.Option("--strict", help="Make nothing (exit 1) if any source fails.")]
Verbose = Annotated[
    int, typer.Option("-v", "--verbose", count=True, help="Say more; -vv says why.", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say nothing on stderr but errors.")]
LogFormat = Annotated[
    str,
    typer.Option(
        "--log-format", metavar="FORMAT", help="How stderr is written: text, or json, an object a line."
    ),
]
Due = Annotated[
    str | None,
    typer.Option("--due", metavar="WHEN", hidden=True, help="Make it once a day: see `briefing schedule`."),
]


def settings(sources: list[str] | None, file: Path | None, **options: Any) -> Config:
    """Return the settings of a run: the file's, with the options of the command line in their place.

    `formats` may be a comma-separated text. Raises ConfigError, naming what is wrong, also where no source
    is named anywhere.
    """
    from briefing import config

    if isinstance(formats := options.get("formats"), str):
        options["formats"] = tuple(name.strip() for name in formats.split(",") if name.strip())
    if isinstance(date := options.get("date"), datetime.datetime):
        options["date"] = date.date()
    if sources:  # they are taken whole
        options |= {"sources": tuple(sources), "only_new": False}
    chosen = settings_alone(file, **options)
    if chosen.sources:
        return chosen
    if not Path("seeds").is_dir():
        raise ConfigError(
            f"no sources: name files or folders (briefing make news/), or list them in {config.FILE}"
        )
    return config.override(chosen, sources=("seeds",), only_new=False)


def settings_alone(file: Path | None, **options: Any) -> Config:
    """Return the settings of a command that is not about the sources of `briefing.toml`."""
    from briefing import config

    return config.override(_from_file(file), **options)


def settings_file(file: Path | None) -> Path:
    """Return the settings file, absolute: that, or ./briefing.toml. A link stays one."""
    from briefing import config

    return Path(os.path.abspath((file or Path(config.FILE)).expanduser()))  # noqa: PTH100


def _from_file(file: Path | None) -> Config:
    from briefing import config

    if file is not None:
        return config.load(file)
    beside = Path(config.FILE)
    return config.load(beside) if beside.is_file() else config.Config()


set_up_logging = log.set_up
