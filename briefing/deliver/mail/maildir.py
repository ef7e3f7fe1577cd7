"""Maildir: a message put into a folder that mail programs read, whole or not at all, and once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefing.config import Mail
from briefing.deliver.mail.letter import Message, Refusal
from briefing.errors import ConfigError
from briefing.model import digest


class Maildir:
    """The way out into a folder of this machine."""

    def __init__(self, settings: Mail) -> None:
        """Take settings. Raises ConfigError where no folder is named."""
        if settings.maildir is None:
            raise ConfigError("mail.maildir is not set: name the folder that mail goes to")
        self._folder = settings.maildir

    def __call__(self, message: Message, /) -> Mapping[str, Refusal]:
        """Put `message` into the folder, which is made where it is not there."""
        try:
            self._put(f"briefing.{digest(message.id)}", message.data.replace(b"\r\n", b"\n"))
        except OSError as error:
            told = f"{self._folder}: cannot be written: {error.strerror}"
            return dict.fromkeys(message.recipients, Refusal(told, lasting=False, general=True))
        return {}

    def _put(self, name: str, data: bytes) -> None:
        """Write below tmp, then move to new: a reader never meets half a message.

        The name is the message's own, so that one that was put there before the program was killed is found.
        """
        new, read, temporary = (self._folder / part for part in ("new", "cur", "tmp"))
        for folder in (new, read, temporary):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (new / name).exists() or any(read.glob(f"{name}*")):
            return
        half = temporary / f"{name}.{os.getpid()}"
        try:
            _write(half, data)
            half.replace(new / name)
        except BaseException:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            raise


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
