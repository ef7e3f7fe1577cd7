"""What engines are made with: each takes what concerns it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from briefing.summarizers.abstractive.server.settings import Server


class Memory(Protocol):
    """Remembers texts by name, from one run to the next. It may forget any; it never raises."""

    def get(self, key: str) -> str | None:
        """Return what was put under `key`, or None."""
        ...

    def put(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """The options of engines that write in words of their own; the others have none."""

    model: str | None = None
    """A directory or a hub id of what writes on this machine. None: the engine's own default."""
    server: Server = field(default_factory=Server)
    memory: Memory | None = None
    """Where what a model wrote is kept, so that it needn't write it again."""
    models: Path | None = None
    """The folder for models that were converted to run faster; None: made anew in each run."""
