"""How engines, readers and renderers are found: by name, in one table each, then by entry points."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar, cast

from briefing.errors import ConfigError

T = TypeVar("T")


class Registry(Generic[T]):
    """Names and where they live ("package.module:attribute"); nothing is imported until it is asked for.

    `kind` is the word for one of them in messages; other packages add theirs under the entry point
    group `briefing.<kind>s`. A built-in name cannot be taken over.
    """

    def __init__(self, kind: str, builtin: Mapping[str, str]) -> None:
        self.kind = kind
        self._builtin = dict(builtin)

    def names(self) -> tuple[str, ...]:
        """All names: the built-in ones in their own order, then those that are plugged in."""
        return (*self._builtin, *sorted(set(self._plugged) - set(self._builtin)))

    def get(self, name: str) -> T:
        """Return what `name` stands for. An unknown name raises ConfigError, which lists the right ones."""
        if name in self._builtin:
            module, _, attribute = self._builtin[name].partition(":")
            return cast(T, getattr(import_module(module), attribute))
        if (plugged := self._plugged.get(name)) is not None:
            return cast(T, plugged.load())
        raise ConfigError(f"no {self.kind} is called {name!r}; there are: {', '.join(self.names())}")

    @cached_property
    def _plugged(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=f"briefing.{self.kind}s")}
