"""The settings that the commands are about, and how addresses are looked at under them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from briefing.cli.progress import Steps
    from briefing.subscriptions import Settings
    from briefing.subscriptions.look import Look


def held_in(file: Path | None) -> Settings:
    """Return the settings of a file; of ./briefing.toml where none is named."""
    from briefing.config import FILE
    from briefing.subscriptions import Settings

    return Settings(file or Path(FILE))


def titles_in(held: Settings) -> dict[str, str]:
    """Return what sources call themselves, by their place, as far as that is remembered."""
    from briefing.store import FILE, Library, home

    with Library(home() / FILE) as library:
        return {one.place: title for one in held.sources if (title := library.title(one.place))}


def remember(titles: Mapping[str, str]) -> None:
    """Remember what sources call themselves, by their place."""
    from briefing.store import FILE, Library, home

    with Library(home() / FILE) as library:
        for place, title in titles.items():
            library.call(place, title)


def look(held: Settings, step: Steps) -> Look:
    """Return what looks at addresses as the settings allow."""
    from briefing.gather import rules
    from briefing.pipeline import local_now
    from briefing.subscriptions.look import Look

    return Look(rules(held.all.fetch), local_now(), step)


def say_if_none(held: Settings, *, quiet: bool) -> None:
    """Say how to add a source, where there is none."""
    if not held.sources and not quiet:
        typer.echo(f"briefing: {held.path} has no sources yet: briefing sources add ADDRESS", err=True)
