"""Runs a model with CTranslate2, several times as fast on a processor as torch, and in less memory."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from briefing.summarizers.abstractive.local.conversion import FAMILIES, converted, translator
from briefing.summarizers.abstractive.local.loading import Found
from briefing.summarizers.abstractive.local.machine import Machine, threads
from briefing.summarizers.abstractive.local.packages import missing
from briefing.summarizers.abstractive.local.prompts import Prompt, Runtime
from briefing.summarizers.abstractive.local.settings import Settings
from briefing.text.clean import one_line

_PADDED = 16_384  # tokens times beams in the batch of one worker: beyond it there is more memory, not speed
_WORKERS = 4  # each holds a batch in memory; more cores than these share the work on one
_PATIENCE = 2.0  # times the beams are finished texts waited for, where transformers weighs each step anew
_log = logging.getLogger(__name__)


def runs(found: Found, settings: Settings, machine: Machine) -> bool:
    """Return whether CTranslate2 is there, knows the model's architecture and settings, and pays."""
    return (
        machine.device == "cpu"
        and found.kind == "seq2seq"
        and found.type in FAMILIES
        and not _beyond(settings)
        and not missing(("ctranslate2",))
    )


def _beyond(settings: Settings) -> bool:
    """Return whether a setting is one that CTranslate2 does not know, or means otherwise.

    A penalty for repetition weakens logits there and probabilities here, the start token's among them.
    """
    unknown = (settings.get("encoder_no_repeat_ngram_size"), settings.get("begin_suppress_tokens"))
    return any(unknown) or settings.get("repetition_penalty", 1.0) != 1.0


class CTranslateRuntime:
    """One model, converted where it was not yet and loaded at the first call."""

    def __init__(
        self,
        found: Found,
        settings: Settings,
        cache: Path | None,
        fallback: Runtime,
        quantization: str = "int8",
    ) -> None:
        self._found, self._settings, self._cache = found, settings, cache
        self._fallback, self._quantization = fallback, quantization
        self._threads = threads()
        self._model: Any = None
        self._workers = 0
        self._failed = False
        self.name = f"ctranslate2 {quantization}"
        self.budget = min(self._threads, _WORKERS) * _PADDED // int(settings.get("num_beams", 1))

    def __call__(self, prompts: Sequence[Prompt]) -> list[list[int]]:
        """Return the tokens that were written for each prompt."""
        model = self._loaded(min(len(prompts), self._threads, _WORKERS))
        if model is None:
            return self._fallback(prompts)
        results = model.translate_batch(
            [_spelled(prompt.ids) for prompt in prompts],
            target_prefix=[_spelled(self._start(prompt)) for prompt in prompts],
            max_batch_size=-(-len(prompts) // self._workers),
            max_input_length=0,
            **self._how(prompts[0].least),
        )
        return [[int(token) for token in result.hypotheses[0]] for result in results]

    def _start(self, prompt: Prompt) -> list[int]:
        """Return what the decoder starts from: its start token, and the token that must come first."""
        start = prompt.start
        for says in (self._settings, self._found.generation, self._found.config):
            for name in ("decoder_start_token_id", "bos_token_id"):
                start = says.get(name) if start is None else start
        begin = self._settings.get("forced_bos_token_id") if prompt.begin is None else prompt.begin
        return [token for token in (start, begin) if token is not None]

    def _how(self, least: int) -> dict[str, Any]:
        """Return the settings in CTranslate2's words, for texts of at least `least` tokens.

        transformers counts the start token among `max_length` and `min_length`, and an end that it forces
        among the former; CTranslate2 counts neither.
        """
        says = self._settings
        fewest = min(says.get("min_length", 0), least) - 1, min(says.get("min_new_tokens", 0), least)
        most = says["max_new_tokens"] if "max_new_tokens" in says else says["max_length"] - 1
        ends = says.get("eos_token_id", self._found.config.get("eos_token_id"))
        how = {
            "beam_size": says.get("num_beams", 1),
            "patience": 1.0 if says.get("early_stopping") is True else _PATIENCE,
            "length_penalty": says.get("length_penalty", 1.0),
            "no_repeat_ngram_size": says.get("no_repeat_ngram_size", 0),
            "min_decoding_length": max(0, *fewest),
            "max_decoding_length": max(1, most - (says.get("forced_eos_token_id") is not None)),
            "suppress_sequences": [
                *map(_spelled, says.get("bad_words_ids", ())),
                *([str(token)] for token in says.get("suppress_tokens", ())),
            ],
        }
        return how if ends is None else how | {"end_token": ends if isinstance(ends, list) else [ends]}

    def _loaded(self, workers: int) -> Any:
        """Return the model with that many workers, each with its share of the threads, or None.

        Neither a model that cannot be converted nor one that CTranslate2 does not load is lost: it runs
        with torch. Its results then keep this runtime's name: they would in the next run, too.
        """
        if not self._failed and workers != self._workers:
            layout = {"inter_threads": workers, "intra_threads": max(1, self._threads // workers)}
            try:
                self._model, self._workers = self._load(layout), workers
            except Exception as error:
                _log.info(
                    "%s: CTranslate2 cannot run it, torch does (%s)", self._found.name, one_line(str(error))
                )
                self._model, self._failed = None, True
        return self._model

    def _load(self, layout: dict[str, int]) -> Any:
        self._model = None  # the old layout's goes before the new one's comes
        if self._cache is None:
            self._cache = Path(mkdtemp(prefix="briefing-"))
            finalize(self, rmtree, self._cache, ignore_errors=True)
        folder = converted(self._found, self._quantization, self._cache)
        try:
            return translator(folder, compute_type=self._quantization, **layout)
        except RuntimeError:
            rmtree(folder)  # what a full disk or a power cut left: the next run makes it anew
            raise


def _spelled(ids: Iterable[int]) -> list[str]:
    return [str(number) for number in ids]
