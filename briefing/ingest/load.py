"""A file → its bytes, never more than a limit of them and never waiting for any."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.ingest.discover import Input, cause
from briefing.ingest.kinds import reader_of, suffix_of
from briefing.ingest.limits import MAX_BYTES, MAX_STREAM_BYTES, check_size
from briefing.ingest.reading import Raw


def load(item: Input, stdin: BinaryIO | None = None) -> Raw:
    """Return the bytes of an input.

    Raises SourceError for what is empty, larger than the limit, no ordinary file, or cannot be opened.
    """
    limit = MAX_STREAM_BYTES if item.path is None or _streams(item.name) else MAX_BYTES
    try:
        data = _standard_input(stdin, limit) if item.path is None else _file(item.path, item.name, limit)
    except (OSError, ValueError) as error:
        raise SourceError(item.name, f"cannot be read: {cause(error)}") from error
    check_size(item.name, len(data), limit)
    if not data.strip():
        raise SourceError(item.name, "holds nothing but white space" if data else "is empty")
    return Raw(item.name, data, item.folder)


def _streams(name: str) -> bool:
    return reader_of(suffix_of(name)) == "jsonl"


def _file(path: Path, name: str, limit: int) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(name, "is a folder")
    # To open a pipe is to wait for whoever writes into it.
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(name, "is a pipe, a socket or a device: give what it holds on standard input, as -")
    check_size(name, status.st_size, limit)
    with path.open("rb") as file:
        return file.read(limit + 1)


def _standard_input(stdin: BinaryIO | None, limit: int) -> bytes:
    stream = stdin or (sys.stdin.buffer if sys.stdin else None)
    if stream is None:
        raise OSError("there is none")
    return stream.read(limit + 1)
