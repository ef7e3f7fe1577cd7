"""What stands between a text and a runtime: the numbers of tokens that go in, and those that come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from briefing.errors import EngineError
from briefing.summarizers.abstractive.local.settings import Settings
from briefing.summarizers.abstractive.writer import Request, Written


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request as a model takes it."""

    number: int
    """The request's place in what was asked."""
    ids: tuple[int, ...]
    least: int = 0
    """The fewest tokens to write: the model's own minimum, or less where the text itself is short."""
    start: int | None = None
    """The decoder's start token, where it is the text's language (mBART's first kind)."""
    begin: int | None = None
    """The first token after it, where that is the text's language (mBART-50, M2M)."""

    @property
    def kind(self) -> tuple[int, int, int]:
        """What the prompts of one batch must have in common."""
        return self.least, self.start or 0, self.begin or 0


class Family(Protocol):
    """A kind of model: how a request is put to it, and how its answer is read."""

    settings: Settings
    version: str
    """Of the instructions that a request is wrapped in; empty where there are none."""

    @property
    def room(self) -> int:
        """The most tokens of article text in one request."""
        ...

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes, without what the model wants around it."""
        ...

    def prompt(self, number: int, request: Request) -> Prompt:
        """Return the request as the model takes it. Raises EngineError where it is too long, or empty."""
        ...

    def written(self, ids: Sequence[int], language: str) -> Written:
        """Return what the tokens say, in `language`. Raises EngineError where they say nothing."""
        ...


class Runtime(Protocol):
    """What runs a model. Cheap to construct; the weights are loaded at the first call."""

    name: str
    """Of its results: they differ between names (library, type of numbers), never within one."""
    budget: int
    """The most padded tokens, times the beams, that one batch should hold."""

    def __call__(self, prompts: Sequence[Prompt]) -> list[list[int]]:
        """Return the tokens that were written for each prompt, in order, without padding.

        All prompts are of one `kind`. Raises MemoryError, RuntimeError or IndexError where a batch is
        too much, and EngineUnavailable where the model cannot be loaded.
        """
        ...


def fitting(ids: Sequence[int], window: int, number: int, **more: Any) -> Prompt:
    """Return a prompt of `ids`, or raise EngineError where they are more than `window`: nothing is cut."""
    if len(ids) > window:
        raise EngineError(f"the text takes {len(ids)} tokens, and the model takes {window} at a time")
    return Prompt(number, tuple(ids), **more)
