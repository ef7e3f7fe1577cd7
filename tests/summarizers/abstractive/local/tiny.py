"""Models with random weights, for what holds whatever they write: how they are found, asked and read."""

import warnings
from functools import cached_property
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer, models, pre_tokenizers, processors

from briefing.summarizers.abstractive.local.machine import Machine
from briefing.summarizers.abstractive.local.model import LocalModel, padding
from briefing.summarizers.abstractive.local.torch_runtime import TorchRuntime
from briefing.summarizers.abstractive.writer import Request

_WORDS = "<s> <pad> </s> <unk> <n> en_XX de_DE de The port of Delvik opened 48 shops on Monday . , summarize:"
_SMALL = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 16,
    "decoder_ffn_dim": 16,
}
_SMALL_T5 = {"d_model": 16, "d_kv": 8, "d_ff": 16, "num_layers": 1, "num_heads": 2}


class OnTorch(LocalModel):
    """A local model that torch runs, in float32, on one thread."""

    @cached_property
    def _runtime(self) -> TorchRuntime:
        on = Machine("cpu", "float32", 1)
        return TorchRuntime(self._found, self._family.settings, padding(self._tokenizer), on)


def asking(*sentences: str, title: str = "", language: str = "en", bullets: int = 3) -> Request:
    """Return a request for these sentences."""
    return Request(sentences, title, language, bullets)


def words() -> Tokenizer:
    """Return a tokenizer that knows twenty words."""
    tokens = Tokenizer(models.WordLevel({word: i for i, word in enumerate(_WORDS.split())}, "<unk>"))
    tokens.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokens.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokens


def saved(folder: Path, model: str = "Bart", window: int = 64, **settings: Any) -> Path:
    """Save a model of this family with its tokenizer and return the folder."""
    import transformers

    relative = model.endswith("T5")
    sizes = _SMALL_T5 if relative else _SMALL
    if model == "LED":
        sizes = sizes | {"max_encoder_position_embeddings": window, "attention_window": [8]}
    elif not relative:
        sizes = sizes | {"max_position_embeddings": window}
    config = getattr(transformers, f"{model}Config")(
        vocab_size=len(_WORDS.split()),
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        **{"decoder_start_token_id": 2, **sizes, **settings},
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        getattr(transformers, f"{model}ForConditionalGeneration")(config).save_pretrained(folder)
    save_words(folder)
    return folder


def save_words(folder: Path, **settings: Any) -> None:
    """Save the tokenizer into `folder`."""
    from transformers import PreTrainedTokenizerFast

    PreTrainedTokenizerFast(
        tokenizer_object=words(),
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        **settings,
    ).save_pretrained(folder)
