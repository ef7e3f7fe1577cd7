"""A model on this machine as a writer: found, loaded and run only when each is needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.local import batches
from briefing.summarizers.abstractive.local.ctranslate import CTranslateRuntime, runs
from briefing.summarizers.abstractive.local.instruct import Instruct
from briefing.summarizers.abstractive.local.loading import Found, find, tokenizer
from briefing.summarizers.abstractive.local.machine import machine
from briefing.summarizers.abstractive.local.prompts import Family, Prompt, Runtime
from briefing.summarizers.abstractive.local.seq2seq import Seq2Seq
from briefing.summarizers.abstractive.local.torch_runtime import TorchRuntime
from briefing.summarizers.abstractive.writer import Request, Written


class LocalModel:
    """Writes with a transformers model: a folder, or an id on the hub."""

    def __init__(self, model: str, cache: Path | None = None) -> None:
        self._name, self._cache = model, cache

    @property
    def identity(self) -> str:
        """Model, revision, settings and numbers. Loads the tokenizer, but no weights."""
        how = json.dumps([self._family.settings, self._family.version], sort_keys=True, default=str)
        settings = hashlib.sha256(how.encode()).hexdigest()[:12]
        return f"{self._name}@{self._found.revision} {self._runtime.name} {settings}"

    @property
    def room(self) -> int:
        """The most tokens of article text that one request may hold."""
        return self._family.room

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text takes."""
        return self._family.tokens(texts)

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[int, Written | EngineError]]:
        """Yield each request's number and what was written for it, batch by batch, the longest first."""
        prompts: list[Prompt] = []
        for number, request in enumerate(requests):
            try:
                prompts.append(self._family.prompt(number, request))
            except EngineUnavailable:
                raise
            except EngineError as error:
                yield number, error
        for batch in batches.planned(prompts, self._runtime.budget):
            for prompt, ids in batches.run(self._runtime, batch):
                yield prompt.number, self._read(ids, requests[prompt.number].language)

    def _read(self, ids: list[int] | EngineError, language: str) -> Written | EngineError:
        if isinstance(ids, EngineError):
            return ids
        try:
            return self._family.written(ids, language)
        except EngineError as error:
            return error

    @cached_property
    def _found(self) -> Found:
        return find(self._name)

    @cached_property
    def _tokenizer(self) -> object:
        return tokenizer(self._found)

    @cached_property
    def _family(self) -> Family:
        family = Seq2Seq if self._found.kind == "seq2seq" else Instruct
        return family(self._found, self._tokenizer)

    @cached_property
    def _runtime(self) -> Runtime:
        found, settings, on = self._found, self._family.settings, machine(self._found.type)
        torch = TorchRuntime(found, settings, padding(self._tokenizer), on)
        return CTranslateRuntime(found, settings, self._cache, torch) if runs(found, settings, on) else torch


def padding(tokenizer: object) -> int:
    """Return the token that fills up a batch: masked, so that any will do where the model has none."""
    for name in ("pad_token_id", "eos_token_id"):
        if (number := getattr(tokenizer, name, None)) is not None:
            return int(number)
    return 0
