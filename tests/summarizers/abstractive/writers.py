"""Writers whose every word a test knows; the real models are in small_models.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.errors import EngineError
from briefing.summarizers.abstractive.writer import Request, Written


@dataclass
class Scripted:
    """Writes what `says` makes of a request; a word is a token."""

    says: Callable[[Request], Written | EngineError]
    room: int = 1000
    identity: str = "scripted"
    asked: list[Request] = field(default_factory=list)

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Count words."""
        return [len(text.split()) for text in texts]

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[int, Written | EngineError]]:
        """Answer the last request first."""
        for number in reversed(range(len(requests))):
            self.asked.append(requests[number])
            yield number, self.says(requests[number])
