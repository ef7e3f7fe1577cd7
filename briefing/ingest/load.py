"""A file → its bytes, never more than a limit of them, and no waiting where nobody is to write any."""

from __future__ import annotations

import os
import select
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.ingest.discover import Input, cause
from briefing.ingest.kinds import reader_of, suffix_of
from briefing.ingest.limits import MAX_BYTES, MAX_STREAM_BYTES, check_size
from briefing.ingest.reading import Raw

_PATIENCE = 2  # seconds for somebody to open a pipe for writing
_CHUNK = 1 << 16  # bytes: what a pipe holds


def load(item: Input, stdin: BinaryIO | None = None) -> Raw:
    """Return the bytes of an input.

    Raises SourceError for what is empty, larger than the limit, no file and no pipe that somebody
    writes into, or cannot be opened.
    """
    try:
        limit = MAX_STREAM_BYTES if _streams(item) else MAX_BYTES
        data = _standard_input(stdin, limit) if item.path is None else _file(item.path, item.name, limit)
    except (OSError, ValueError) as error:
        raise SourceError(item.name, f"cannot be read: {cause(error)}") from error
    check_size(item.name, len(data), limit)
    if not data.strip():
        raise SourceError(item.name, "holds nothing but white space" if data else "is empty")
    return Raw(item.name, data, item.folder, content_type=item.content_type)


def _streams(item: Input) -> bool:
    """Whether an input may hold many articles, as JSON lines and mailboxes do, or comes without a name."""
    return item.path is None or reader_of(suffix_of(item.name)) in ("jsonl", "mail") or item.path.is_fifo()


def _file(path: Path, name: str, limit: int) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(name, "is a folder")
    if stat.S_ISFIFO(status.st_mode):
        return _pipe(path, name, limit)
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(name, "is a socket or a device: give what it holds on standard input, as -")
    check_size(name, status.st_size, limit)
    with path.open("rb") as file:
        return file.read(limit + 1)


def _pipe(path: Path, name: str, limit: int) -> bytes:
    """Return what is written into a pipe until its last writer closes it, as a shell's `<(…)` gives it.

    A writer may take all the time it needs, as on standard input. Raises SourceError where there is none.
    """
    # To open a pipe for reading is else to wait for its writer.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        data = bytearray(_some(handle))
        if not data:
            if not select.select([handle], [], [], _PATIENCE)[0]:
                raise SourceError(name, "is a pipe that nobody writes into")
            data += _some(handle)
        while len(data) <= limit and (more := _some(handle)):
            data += more
    finally:
        os.close(handle)
    return bytes(data[: limit + 1])


def _some(handle: int) -> bytes:
    """Return the next bytes of a pipe, none where nobody has it open for writing; wait for those who have."""
    while True:
        try:
            return os.read(handle, _CHUNK)
        except BlockingIOError:
            select.select([handle], [], [])


def _standard_input(stdin: BinaryIO | None, limit: int) -> bytes:
    stream = stdin or (sys.stdin.buffer if sys.stdin else None)
    if stream is None:
        raise OSError("there is none")
    return stream.read(limit + 1)
