"""The seam between an engine and the model that writes for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.errors import EngineError


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is to condense: the articles of one event, already short enough for it."""

    sentences: tuple[str, ...]
    """In reading order, each on one line; a blank one begins the next paragraph or article."""
    title: str
    """The first article's headline; may be empty."""
    language: str
    """ISO 639-1."""
    bullets: int
    """The most statements that are wanted; a model that cannot be told writes as many as it was taught."""

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        paragraphs: list[list[str]] = [[]]
        for sentence in self.sentences:
            if sentence:
                paragraphs[-1].append(sentence)
            elif paragraphs[-1]:
                paragraphs.append([])
        return "\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


Written = tuple[str, ...]
"""What a model wrote: a running text as one string, or one string for each statement of a list."""


class Writer(Protocol):
    """Writes a summary of each of many texts. Made once; what is slow (weights) is loaded when first needed.

    Every method raises EngineUnavailable where the model cannot be used at all.
    """

    @property
    def identity(self) -> str:
        """Model, revision and settings: what was written under one identity may be used again under it."""
        ...

    @property
    def room(self) -> int:
        """The most tokens of article text that one request may hold."""
        ...

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes."""
        ...

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[int, Written | EngineError]]:
        """Yield each request's number and what was written for it, as soon as it is, in any order.

        A request that fails costs no other: its error is a value.
        """
        ...
