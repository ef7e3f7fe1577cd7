"""What a model wrote once it needn't write again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple

from briefing.errors import EngineError
from briefing.summarizers.abstractive.writer import Request, Writer, Written
from briefing.summarizers.options import Memory


class Remembered:
    """A writer that looks first whether the same model wrote about the same text before."""

    def __init__(self, writer: Writer, memory: Memory) -> None:
        self._writer, self._memory = writer, memory

    @property
    def identity(self) -> str:
        """The writer's own."""
        return self._writer.identity

    @property
    def room(self) -> int:
        """The writer's own."""
        return self._writer.room

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes."""
        return self._writer.tokens(texts)

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[int, Written | EngineError]]:
        """Yield what is remembered, then what has to be written, which is then remembered, too."""
        identity = self.identity
        keys = [_key(identity, request) for request in requests]
        missing = []
        for number, key in enumerate(keys):
            if (known := self._memory.get(key)) is None:
                missing.append(number)
            else:
                yield number, tuple(json.loads(known))
        for place, written in self._writer([requests[number] for number in missing]) if missing else ():
            number = missing[place]
            if not isinstance(written, EngineError):
                self._memory.put(keys[number], json.dumps(written, ensure_ascii=False))
            yield number, written


def _key(identity: str, request: Request) -> str:
    told = json.dumps((identity, *astuple(request)), ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
