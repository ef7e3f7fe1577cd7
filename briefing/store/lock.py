"""One run at a time: a lock that the system takes back when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from briefing.errors import LockedError
from briefing.model import Problem

_FILE = "run.lock"
_BYTE = 1 << 30  # the byte that is locked on Windows, far behind what is written for others to read
_SHOWN = 200  # bytes of what the holder wrote that are believed


@contextmanager
def run_lock(home: Path) -> Iterator[Problem | None]:
    """Hold the lock of a home folder for as long as the block runs.

    Raises LockedError, saying who holds it since when, where another run does. Where no file can be made or
    locked, the run goes on without: what is wrong is given to the block.
    """
    path = home / _FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        yield Problem(str(path), f"cannot be made ({error.strerror}): two runs at once would not be noticed")
        return
    with file:
        try:
            _acquire(file)
        except BlockingIOError:
            raise LockedError(f"another run is under way{_holder(file)}; it holds {path}") from None
        except OSError as error:
            yield Problem(
                str(path), f"cannot be locked ({error.strerror}): two runs at once would not be noticed"
            )
            return
        _sign(file)
        yield None  # closing the file lets the lock go


def _sign(file: BinaryIO) -> None:
    """Say who holds the lock; a disk that is too full to say so is no reason not to run."""
    told = f"process {os.getpid()}, since {datetime.now().astimezone().isoformat(' ', 'seconds')}\n"
    try:
        file.truncate(0)
        file.write(told.encode())
        file.flush()
    except OSError:
        return


def _holder(file: BinaryIO) -> str:
    file.seek(0)
    told = file.read(_SHOWN).decode("utf-8", "replace").strip()
    return f" ({told})" if told.isprintable() and told else ""


if sys.platform == "win32":
    import msvcrt

    def _acquire(file: BinaryIO) -> None:
        """Lock the file, or raise BlockingIOError at once."""
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(error.errno, error.strerror) from error

else:
    import fcntl

    def _acquire(file: BinaryIO) -> None:
        """Lock the file, or raise BlockingIOError at once."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
