"""Progress on stderr, for whoever waits longer than a second."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from briefing.cli import log
from briefing.cli.journal import journal

_PATIENCE = 1.0  # seconds


class Steps:
    """Shows a bar on a terminal; elsewhere a line for each kind of step, and none before a second is over."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, quiet=quiet)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("reading", total=None)
        self._began = time.monotonic()
        self._said = ""
        self._running = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note of a step: the signature of `pipeline.Step`."""
        journal.step(what)
        if log.as_objects() or time.monotonic() - self._began < _PATIENCE:
            return
        if not self._running:
            self._bar.start()
            self._running = True
        self._bar.update(self._task, description=what, completed=done, total=total)
        if not self._console.is_terminal and what != self._said:
            self._console.print(f"briefing: {what} …", highlight=False, markup=False)
            self._said = what

    def __enter__(self) -> Steps:
        """Begin to count the seconds."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away, whatever happened."""
        self._bar.stop()
        journal.step("")
