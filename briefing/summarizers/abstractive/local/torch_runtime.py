"""Runs a model with torch: `generate` of transformers on padded batches."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from briefing.summarizers.abstractive.local.loading import Found, weights
from briefing.summarizers.abstractive.local.machine import Machine, dtype, machine
from briefing.summarizers.abstractive.local.prompts import Prompt
from briefing.summarizers.abstractive.local.quiet import quiet
from briefing.summarizers.abstractive.local.settings import Settings

# Padded tokens times beams: on a processor more gains no speed, on a card it does.
_BUDGETS = {"cpu": 16_384, "cuda": 262_144, "mps": 32_768}


class TorchRuntime:
    """One model of transformers, loaded at the first call."""

    def __init__(self, found: Found, settings: Settings, padding: int, on: Machine | None = None) -> None:
        self._found, self._settings, self._padding = found, settings, padding
        self._machine = on or machine(found.type)
        self._model: Any = None
        self.name = f"transformers {self._machine.dtype}"
        self.budget = max(1, _BUDGETS[self._machine.device] // int(settings.get("num_beams", 1)))

    def __call__(self, prompts: Sequence[Prompt]) -> list[list[int]]:
        """Return the tokens that were written for each prompt."""
        import torch

        self._load()
        given = self._padded(prompts)
        with quiet(), torch.inference_mode():
            out = self._model.generate(**given, **self._particular(prompts[0]))
        # A decoder alone repeats the question before its answer.
        start = 0 if self._found.kind == "seq2seq" else given["input_ids"].shape[1]
        return [self._ended(row) for row in out[:, start:].tolist()]

    def _load(self) -> None:
        if self._model is not None:
            return
        import torch

        if self._machine.device == "cpu":
            torch.set_num_threads(self._machine.threads)
        model = weights(self._found, dtype(self._machine.dtype), self._machine.device)
        model.generation_config = self._generation(model.generation_config)
        self._model = model

    def _generation(self, own: Any) -> Any:
        """Return the settings alone: of the model's `own` only the numbers of tokens that they leave out."""
        names = [f"{name}_token_id" for name in ("bos", "eos", "pad", "decoder_start")]
        ids = {name: getattr(own, name) for name in names if getattr(own, name, None) is not None}
        return import_module("transformers").GenerationConfig(
            **{"pad_token_id": self._padding, **ids, **self._settings, "do_sample": False}
        )

    def _padded(self, prompts: Sequence[Prompt]) -> dict[str, Any]:
        """Return input and attention mask, padded to the longest: at the end for an encoder, else before."""
        import torch

        length = max(len(prompt.ids) for prompt in prompts)
        rows, masks = [], []
        for prompt in prompts:
            padding = [self._padding] * (length - len(prompt.ids))
            blank, mark = [0] * len(padding), [1] * len(prompt.ids)
            after = self._found.kind == "seq2seq"
            rows.append([*prompt.ids, *padding] if after else [*padding, *prompt.ids])
            masks.append([*mark, *blank] if after else [*blank, *mark])
        given = {"input_ids": rows, "attention_mask": masks}
        if self._found.type == "led":
            # The first token sees the whole text, as LED was taught to summarize.
            given["global_attention_mask"] = [[1] + [0] * (length - 1) for _ in prompts]
        return {name: torch.tensor(value, device=self._machine.device) for name, value in given.items()}

    def _particular(self, prompt: Prompt) -> Settings:
        """Return what the prompts of this batch have in common beyond the model's settings."""
        own: Settings = {"decoder_start_token_id": prompt.start, "forced_bos_token_id": prompt.begin}
        own = {name: value for name, value in own.items() if value is not None}
        for name in ("min_length", "min_new_tokens"):
            if name in self._settings:
                own[name] = min(self._settings[name], prompt.least)
        return own

    def _ended(self, row: list[int]) -> list[int]:
        """Return the row without the padding after its end."""
        while row and row[-1] == self._padding:
            row.pop()
        return row
