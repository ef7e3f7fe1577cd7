"""Sources as a user names them → the files to read, in order; hardly any is opened here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from briefing.errors import SourceError
from briefing.ingest.kinds import is_document, reader_of, suffix_of
from briefing.ingest.maildir import content_type, in_folder, unread_message
from briefing.ingest.readers.feeds.json_feed import is_json_feed
from briefing.ingest.reading import Reading
from briefing.model import Dropped, Problem
from briefing.text.clean import one_line

STDIN = "standard input"
_WEB = re.compile(r"(?:https?|ftp|feed):/", re.IGNORECASE)
_PEEK = 16_384  # bytes
# Found beside articles and never one; told of nowhere because nobody expects to find them in a briefing.
_ABOUT = re.compile(r"(?:readme|license|licence)(?:\.\w+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, or standard input where `path` is None."""

    name: str
    """As a user would write it."""
    path: Path | None
    folder: str = ""
    """The sub-folder below the source that was named; empty at its top."""
    content_type: str = ""
    """What the place where it lies says that it is: a maildir's messages have names that tell nothing."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files of the sources, and what was found and is not read."""

    inputs: tuple[Input, ...] = ()
    aside: Reading = field(default_factory=Reading)


def discover(source: str | Path) -> Discovery:
    """Return the files that `source` stands for: itself, or those in a folder, sub-folders included.

    An empty folder is a quiet day: no files. Raises SourceError where there is no such file or folder, where
    it is something that is not read, or a folder of nothing else.
    """
    name = one_line(os.fspath(source))
    if os.fspath(source) == "-":
        return Discovery((Input(STDIN, None),))
    if not name:
        raise SourceError('""', "is no name of a file or folder: a dot stands for the folder you are in")
    if _WEB.match(name):
        raise SourceError(name, "is a web address: it has to be fetched before it is read")
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise SourceError(name, "there is no such file or folder") from None
    except (OSError, ValueError) as error:
        raise SourceError(name, f"cannot be read: {cause(error)}") from error
    return _folder(path, name) if S_ISDIR(mode) else Discovery((Input(name, path, "", content_type(path)),))


def _folder(root: Path, name: str) -> Discovery:
    inputs: list[Input] = []
    problems: list[Problem] = []
    dropped: list[Dropped] = []
    for path, problem in _walk(root):
        shown = one_line(str(path))
        if problem is not None:
            problems.append(Problem(shown, f"cannot be read: {problem}"))
        elif reason := _unread(path):
            dropped.append(Dropped(shown, reason))
        else:
            kind = content_type(path)
            holder = path.parent.parent if kind and path.parent != root else path.parent
            below = one_line(holder.relative_to(root).as_posix())
            inputs.append(Input(shown, path, "" if below == "." else below, kind))
    if dropped and not inputs and not problems:
        raise SourceError(
            name,
            "the folder holds nothing that can be read (.txt, .md, .html, .jsonl, .eml, .mbox or .pdf files)",
        )
    return Discovery(tuple(inputs), Reading(problems=tuple(problems), dropped=tuple(dropped)))


def _unread(path: Path) -> str | None:
    """Say why a file met in a folder is left out; None where it is to be read."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return "is no ordinary file"
    except OSError:
        return None  # Reading it will tell the cause.
    if content_type(path):
        return unread_message(path)
    suffix = suffix_of(path.name)
    if reader_of(suffix) or is_document(suffix) or (suffix == ".json" and _is_feed(path)):
        return None
    return f"is of a kind that is not read ({one_line(suffix)})"


def _is_feed(path: Path) -> bool:
    """Whether a file of JSON is a feed: it says so at its beginning, or else at its end."""
    try:
        with path.open("rb") as file:
            opening = file.read(_PEEK)
            file.seek(max(0, path.stat().st_size - _PEEK))
            return is_json_feed(opening) or is_json_feed(opening[:100] + file.read(_PEEK))
    except OSError:
        return True  # Reading it will tell the cause.


def _walk(root: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield each file below `root` in the order of the names, and each folder that fails, with the cause.

    A folder that was visited before, by whichever link, is not visited again: loops end.
    """
    pending: list[Path] = [root]
    visited: set[tuple[int, int]] = set()
    while pending:
        path = pending.pop()
        try:
            if not path.is_dir():
                yield path, None
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            pending += sorted(filter(_wanted, in_folder(path)), reverse=True)
        except OSError as error:
            yield path, cause(error)


def _wanted(path: Path) -> bool:
    return not path.name.startswith(".") and not _ABOUT.fullmatch(path.name)


def cause(error: OSError | ValueError) -> str:
    """Return why a file could not be reached, in a few words."""
    if isinstance(error, PermissionError):
        return "permission denied"
    return one_line(getattr(error, "strerror", None) or str(error)).lower()
