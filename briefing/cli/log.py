"""What is said on stderr: lines for people, or an object a line for programs."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

import typer

from briefing.errors import ConfigError

FORMATS = ("text", "json")

_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
_logger = logging.getLogger("briefing")


class _Objects(logging.Formatter):
    """An object for each record: `ts`, `level`, `event`, what belongs to the event, `message`."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "ts": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
            **getattr(record, "of_event", {}),
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["traceback"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False)


def set_up(verbose: int, quiet: bool, form: str = "text") -> None:
    """Send our own log to stderr, at the level that was asked for; other libraries' stay silent.

    Raises ConfigError for a form that is none.
    """
    if form not in FORMATS:
        raise ConfigError(f"--log-format: {form!r} is none (there are: {', '.join(FORMATS)})")
    least = 1 if form == "json" else 0  # a program is told of steps unasked
    _logger.setLevel(logging.ERROR if quiet else _LEVELS[max(least, min(verbose, 2))])
    _logger.propagate = False
    handler = logging.StreamHandler()
    handler.setFormatter(_Objects() if form == "json" else logging.Formatter("briefing: %(message)s"))
    _logger.handlers = [handler]


def reset() -> None:
    """Forget what was set up."""
    _logger.handlers = []


def as_objects() -> bool:
    """Return whether programs read along."""
    return any(isinstance(handler.formatter, _Objects) for handler in _logger.handlers)


def say(
    message: str, event: str, level: int = logging.WARNING, *, quiet: bool = False, **of_event: Any
) -> None:
    """Say something, unless `quiet`: as a line of text, or as an object with what belongs to the event."""
    if quiet:
        return
    if as_objects():
        tell(message, event, level, **of_event)
    else:
        typer.echo(f"briefing: {message}", err=True)


def tell(message: str, event: str, level: int = logging.INFO, **of_event: Any) -> None:
    """Tell programs alone."""
    if as_objects():
        _logger.log(level, "%s", message, extra={"event": event, "of_event": of_event})
