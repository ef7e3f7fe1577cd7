"""Maildirs: folders in which mail programs keep each message in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

MESSAGE = "message/rfc822"
_HELD = ("cur", "new")
# Letters that mail programs put behind a message's name, and what they say of it.
_FLAGS = {"T": "is a message that was put in the bin", "D": "is a draft"}


def is_maildir(folder: Path) -> bool:
    """Whether a folder is a maildir. What cannot be looked into is none."""
    try:
        return all((folder / name).is_dir() for name in _HELD)
    except OSError:
        return False


def content_type(path: Path) -> str:
    """Return what a file is by the place where it lies: a message in a maildir; empty for any other."""
    return MESSAGE if path.parent.name in _HELD and is_maildir(path.parent.parent) else ""


def in_folder(folder: Path) -> Iterator[Path]:
    """Yield what is to be followed in a folder: of a maildir no message half-written, and no bookkeeping."""
    if not is_maildir(folder):
        yield from folder.iterdir()
        return
    yield from (entry for entry in folder.iterdir() if entry.name != "tmp" and entry.is_dir())


def unread_message(path: Path) -> str | None:
    """Say why a message is not to be read; None where it is."""
    flags = path.name.rpartition(":2,")[2] if ":2," in path.name else ""
    return next((reason for flag, reason in _FLAGS.items() if flag in flags), None)
