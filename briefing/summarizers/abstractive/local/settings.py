"""How a model is to write: what its own configuration says, and a default where it says nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from briefing.summarizers.abstractive.local.loading import Found

Settings = dict[str, Any]
"""Names and values as `GenerationConfig` of transformers has them."""

_TASK = "summarization"
# What one run may set; sampling is left out on purpose: the same article gives the same bullets.
_SEARCH = (
    "num_beams",
    "length_penalty",
    "early_stopping",
    "no_repeat_ngram_size",
    "encoder_no_repeat_ngram_size",
    "repetition_penalty",
    "min_length",
    "max_length",
    "min_new_tokens",
    "max_new_tokens",
)
_TOKENS = (
    "bos_token_id",
    "eos_token_id",
    "pad_token_id",
    "decoder_start_token_id",
    "forced_bos_token_id",
    "forced_eos_token_id",
    "suppress_tokens",
    "begin_suppress_tokens",
    "bad_words_ids",
)
# As the models that were taught on CNN/DailyMail have it: three sentences, four beams.
_DEFAULTS = {"num_beams": 4, "no_repeat_ngram_size": 3}
_LONGEST = 142
_LONGEST_ANSWER = 512


def of_seq2seq(found: Found) -> Settings:
    """Return the settings of a model that was taught to summarize.

    The task's own parameters come before the general ones, and generation_config.json before config.json,
    where older models keep them.
    """
    general = found.generation or found.config
    task = task_parameters(found.config)
    settings = {**_DEFAULTS, **_chosen(general, _SEARCH + _TOKENS), **_chosen(task, _SEARCH)}
    length = "max_new_tokens" if "max_new_tokens" in settings else "max_length"
    most = min(settings.get(length, _LONGEST), _decoder_positions(found.config))
    return {name: value for name, value in settings.items() if name != "max_length"} | {length: most}


def of_instruct(found: Found) -> Settings:
    """Return the settings of an instruct model: greedy, with its own penalties and its own end.

    Its length limits are for other uses (a `max_length` counts the question too) and are replaced.
    """
    kept = ("repetition_penalty", "no_repeat_ngram_size", *_TOKENS)
    return {
        **_chosen(found.generation or found.config, kept),
        "num_beams": 1,
        "max_new_tokens": _LONGEST_ANSWER,
    }


def task_parameters(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return what config.json says about summarization ("prefix" among others); may be empty."""
    tasks = config.get("task_specific_params")
    task = tasks.get(_TASK) if isinstance(tasks, dict) else None
    return task if isinstance(task, dict) else {}


def _decoder_positions(config: Mapping[str, Any]) -> int:
    """Return how many tokens a decoder can write after its start; relative positions know no end."""
    most = config.get("max_decoder_position_embeddings") or config.get("max_position_embeddings")
    return int(most) - 1 if most else sys.maxsize


def _chosen(values: Mapping[str, Any], names: tuple[str, ...]) -> Settings:
    return {name: values[name] for name in names if values.get(name) is not None}
