"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefing.errors import RenderError


def write_whole(path: Path, data: bytes) -> Path:
    """Write `data` to `path`, making its folder, and return `path`.

    The old file, if any, stays until the new one is on the disk whole. Raises RenderError, naming the path
    and the cause.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                _fill(file.fileno(), data)
                temporary.chmod(0o666 & ~_umask())
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise RenderError(f"{path}: cannot be written: {error.strerror}") from error
    return path


def _fill(descriptor: int, data: bytes) -> None:
    with os.fdopen(os.dup(descriptor), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _umask() -> int:
    """Return the process's umask; there is no way to ask for it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
