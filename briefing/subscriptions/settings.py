"""The file of settings: its sources read, added to and taken from; replaced whole or not at all."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import config
from briefing.config import Source
from briefing.deliver import write_whole
from briefing.errors import ConfigError
from briefing.gather import is_address
from briefing.subscriptions import array
from briefing.subscriptions.identity import identity


@dataclass(frozen=True, slots=True)
class Listed:
    """A source of the settings."""

    number: int
    """From 1, in their order."""
    source: Source
    """As it is written there."""
    place: str
    """Its address, or its path from where the command was started."""
    identity: str
    """The same for every way to write it."""


class Settings:
    """The sources of a file of settings. A file that isn't there has none, and is made with the first."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises ConfigError where it cannot be read or is wrong."""
        self.path = path
        self._read()

    def _read(self) -> None:
        self._text, self._eol = _text(self.path)
        self.all = config.build(_data(self.path, self._text), str(self.path))

    @property
    def sources(self) -> tuple[Listed, ...]:
        """The sources, in order."""
        return tuple(self._listed(n, source) for n, source in enumerate(self.all.sources, 1))

    def add(self, sources: Iterable[Source]) -> tuple[tuple[Source, Listed], ...]:
        """Add those that are not there yet; return each with what it is now, or was before.

        The file is read anew, since looking at addresses takes its time. Raises ConfigError where it is wrong
        now, or written in a way that cannot be changed, and RenderError where it cannot be written.
        """
        self._read()
        known = {one.identity: one for one in self.sources}
        new: list[Source] = []
        told: list[tuple[Source, Listed]] = []
        for source in sources:
            one = self._listed(len(self.all.sources) + len(new) + 1, source)
            if one.identity not in known:
                known[one.identity] = one
                new.append(source)
            told.append((source, known[one.identity]))
        if new:
            self._replace(lambda text: array.added(text, new), (*self.all.sources, *new))
        return tuple(told)

    def remove(self, numbers: Iterable[int]) -> None:
        """Take out the sources of these numbers. Raises as adding does."""
        gone = {number - 1 for number in numbers}
        left = tuple(source for n, source in enumerate(self.all.sources) if n not in gone)
        self._replace(lambda text: array.removed(text, sorted(gone)), left)

    def relative(self, path: str) -> str:
        """Return a path as it is to be written: from the file's folder, unless it is absolute."""
        if path == "-" or path.startswith("~") or Path(path).is_absolute():
            return path
        return os.path.relpath(path, self.path.parent)

    def _listed(self, number: int, source: Source) -> Listed:
        here = self.path.parent
        at = source.at
        place = at if at == "-" or is_address(at) else str(here / os.path.expanduser(at))  # noqa: PTH111
        return Listed(number, source, place, identity(at, here))

    def _replace(self, edit: Callable[[str], str], sources: Sequence[Source]) -> None:
        """Change the file, if that gives these sources and leaves all other settings as they are."""
        from tomlkit.exceptions import TOMLKitError

        try:
            text = edit(self._text)
            changed = config.build(_data(self.path, text), str(self.path))
        except (ConfigError, TOMLKitError, ValueError, IndexError) as error:
            raise ConfigError(_by_hand(self.path)) from error
        if changed != self.all.model_copy(update={"sources": tuple(sources)}):
            raise ConfigError(_by_hand(self.path))
        _write(self.path, text.replace("\n", self._eol))
        self._text, self.all = text, changed


def _by_hand(path: Path) -> str:
    return f"{path}: its sources are written in a way that cannot be changed here: change the file by hand"


def _text(path: Path) -> tuple[str, str]:
    """Return the text of a file, none where there is no file, and how its lines end."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return "", "\n"
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    plain = text.replace("\r\n", "\n")
    return plain, "\r\n" if "\r\n" in text and text.count("\r\n") == plain.count("\n") else "\n"


def _data(path: Path, text: str) -> dict[str, Any]:
    try:
        return {"only_new": True} | tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error


def _write(path: Path, text: str) -> None:
    """Put the text in the place of the file that a name or link stands for, with that file's mode."""
    real = path.resolve()
    mode = real.stat().st_mode if real.exists() else None
    write_whole(real, text.encode("utf-8"))
    if mode is not None:
        real.chmod(mode & 0o7777)
