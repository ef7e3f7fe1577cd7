"""Reading: sources → articles, with an account of every line, of what was left out and of what went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.ingest.discover import Discovery, Input, discover
from briefing.ingest.kinds import choose
from briefing.ingest.limits import check_size
from briefing.ingest.load import load
from briefing.ingest.readers import READERS
from briefing.ingest.readers.opml import Subscriptions, subscriptions
from briefing.ingest.reading import Explained, Line, Raw, Reader, Reading, Role
from briefing.ingest.unique import unique
from briefing.model import Article, Problem

__all__ = [
    "PRELOAD",
    "READERS",
    "Explained",
    "Line",
    "Raw",
    "Reader",
    "Reading",
    "Role",
    "articles_of",
    "collect",
    "feeds_in",
    "read",
]

logger = logging.getLogger(__name__)

PRELOAD = ("briefing.ingest.shared",)
"""What is to be loaded before processes that read are forked."""


def collect(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    step: Callable[[str, int, int], None] | None = None,
) -> Reading:
    """Read all sources: files, folders and, for "-", standard input. What fails becomes a problem.

    `step` is told of progress: what is being done, how many inputs are done, how many there are.
    """
    found = [_discover(source) for source in sources]
    inputs = _once(item for discovery in found for item in discovery.inputs)
    reading = sum((discovery.aside for discovery in found), Reading())
    for done, item in enumerate(inputs):
        if step:
            step("reading", done, len(inputs))
        reading += _read(item, stdin)
    return unique(reading)


def read(source: str | Path) -> tuple[Article, ...]:
    """Return the articles of one source. A part that cannot be read is logged as a warning.

    Raises SourceError where nothing could be read at all.
    """
    return articles_of(collect([source]), str(source))


def articles_of(reading: Reading, source: str) -> tuple[Article, ...]:
    """Return the articles of a reading; its problems are logged as warnings.

    Raises SourceError where it has none.
    """
    if not reading.articles:
        first = next(iter(reading.problems), Problem(source, "holds no article"))
        raise SourceError(first.source, first.message)
    for problem in reading.problems:
        logger.warning("%s: %s", problem.source, problem.message)
    return reading.articles


def feeds_in(source: str | Path) -> Subscriptions:
    """Return the feeds in a file that lists them (OPML). Raises SourceError where it cannot be read."""
    (item,) = discover(source).inputs
    return subscriptions(load(item))


def _discover(source: str | Path) -> Discovery:
    try:
        return discover(source)
    except SourceError as error:
        return Discovery(aside=_failed(error))


def _once(items: Iterable[Input]) -> list[Input]:
    """Return the inputs, each file once however many sources hold it."""
    places: dict[Path | None, Input] = {}
    for item in items:
        places.setdefault(item.path.resolve() if item.path else None, item)
    return [*places.values()]


def _read(item: Input, stdin: BinaryIO | None) -> Reading:
    try:
        raw = load(item, stdin)
        name = choose(raw)
        if name not in ("jsonl", "mail"):  # many articles, each of its own size
            check_size(raw.name, len(raw.data))
        return READERS.get(name)(raw)
    except SourceError as error:
        return _failed(error)


def _failed(error: SourceError) -> Reading:
    return Reading(problems=(Problem(error.source, error.message),))
