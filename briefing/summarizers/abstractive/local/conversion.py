"""From a model of transformers to CTranslate2's own files: made once, checked, and put there whole."""

from __future__ import annotations

import gc
import logging
import re
import shutil
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from briefing.summarizers.abstractive.local.loading import Found, weights
from briefing.summarizers.abstractive.local.quiet import quiet

# transformers' names of the architectures that are converted rightly with transformers 5. Decoders alone
# aren't among them: the converter looks for their rotary base where transformers 5 no longer keeps it.
FAMILIES = frozenset({"bart", "mbart", "m2m_100", "pegasus", "t5", "mt5"})
_RECIPE = 1  # of this module: another number makes every conversion anew
_PART = ".part-"
_ABANDONED = 3600.0  # seconds: no conversion takes as long, so its process was killed
_UNUSED = 60 * 86400.0
_SAMPLE, _SAID = 24, 8  # tokens, of the text that a conversion is checked with and of what is said of it
_APART = 1.0  # nats a token: weights of 8 bits are within 0.2, a wrong conversion is several off
_log = logging.getLogger(__name__)


def converted(found: Found, quantization: str, cache: Path) -> Path:
    """Return the folder of the converted model, which is made where `cache` does not hold it yet.

    The model's own folder is only read. A process that is killed leaves no torn model behind, and of two
    that convert at once the first to end is believed. Raises what the converter raises: anything.
    """
    made = f"ctranslate2-{version('ctranslate2')}.{_RECIPE}-{quantization}"
    name = re.sub(r"[^\w.-]+", "-", found.name.rstrip("/").rpartition("/")[2])[:40]
    model = cache / f"{name}-{found.revision}-{made}"
    if not model.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        _tidy(cache)
        _make(found, quantization, model)
    with suppress(OSError):
        model.touch()  # it is in use
    return model


def _tidy(cache: Path) -> None:
    """Remove what killed processes left, and what was not used for two months."""
    for old in cache.iterdir():
        with suppress(OSError):
            age = time.time() - old.stat().st_mtime
            if age > (_ABANDONED if old.name.startswith(_PART) else _UNUSED):
                shutil.rmtree(old)


def translator(folder: Path, **layout: Any) -> Any:
    """Return the model in `folder`, ready to write on the processor."""
    return import_module("ctranslate2").Translator(str(folder), device="cpu", **layout)


def _make(found: Found, quantization: str, model: Path) -> None:
    """Convert into a folder of its own, which gets its name in one step once it is whole."""
    _log.info("%s: being converted for CTranslate2, once", found.name)
    part = Path(tempfile.mkdtemp(prefix=_PART, dir=model.parent))
    try:
        _convert(found, quantization, part / "model")
        with suppress(OSError):  # another process was first
            (part / "model").rename(model)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _convert(found: Found, quantization: str, folder: Path) -> None:
    sample = _write(found, quantization, folder)
    gc.collect()  # converter and model hold one another: a gigabyte that is to go at once
    _check(translator(folder), *sample)


def _write(found: Found, quantization: str, folder: Path) -> tuple[list[int], list[int], float]:
    """Write the converted model; return a sample of what the model itself says."""
    import torch

    own = weights(found, torch.float32)
    sample = _sample(own)  # before the converter puts other numbers into these very weights
    _as_before(own.config)
    loaders: Any = import_module("ctranslate2.converters.transformers")
    converter = loaders.TransformersConverter(str(found.folder))
    converter.load_model = lambda *_, **__: own
    converter.load_tokenizer = lambda *_, **__: Numbered(own.config)
    load = converter._load
    converter._load = lambda: _started_by_us(load())
    with quiet():
        converter.convert(str(folder), quantization=quantization)
    return sample


def _as_before(config: Any) -> None:
    """Say what the converter asks a configuration for and transformers 5 no longer says."""
    family = config.model_type
    if family in ("bart", "mbart", "pegasus"):
        config.normalize_before = family != "bart"
        config.normalize_embedding = family != "pegasus"
    if family in ("t5", "mt5"):
        # All that the converter takes from it is whether the outputs are scaled.
        config.tie_word_embeddings = bool(getattr(config, "scale_decoder_outputs", False))


def _started_by_us(spec: Any) -> Any:
    """Have the model take the decoder's start token from what each text is given with."""
    spec.config.decoder_start_token = None
    return spec


class Numbered:
    """A tokenizer whose tokens are spelled as their numbers: CTranslate2 is to see nothing else.

    So no two are spelled alike, whatever the model's own tokenizer does, and there are as many as weights.
    """

    special_tokens_map: ClassVar[dict[str, Any]] = {}
    unk_token_id = 0

    def __init__(self, config: Any) -> None:
        self._size = config.vocab_size
        ends = config.eos_token_id
        self.eos_token = str(ends[0] if isinstance(ends, list) else ends or 0)
        self.bos_token = self.pad_token = self.unk_token = "0"

    def get_vocab(self) -> dict[str, int]:
        """Return all tokens."""
        return {str(number): number for number in range(self._size)}

    def convert_ids_to_tokens(self, number: int) -> str:
        """Return the token of that number."""
        return str(number)


def _sample(own: Any) -> tuple[list[int], list[int], float]:
    """Return some tokens, what the model would greedily say of them, and how likely it finds that (nats)."""
    import torch

    size = own.config.vocab_size
    source = [size // 20 + i * (size - size // 20) // _SAMPLE for i in range(_SAMPLE)]
    said, likely = [own.config.decoder_start_token_id or 0], 0.0
    with torch.inference_mode():
        for _ in range(_SAID):
            given = {"input_ids": torch.tensor([source]), "decoder_input_ids": torch.tensor([said])}
            scores = own(**given).logits[0, -1].log_softmax(-1)
            said.append(int(scores.argmax()))
            likely += float(scores.max())
    return source, said, likely


def _check(converted: Any, source: list[int], said: list[int], likely: float) -> None:
    """Raise ValueError where the converted model finds what the model says far less likely.

    Converters read configurations that change from one release of transformers to the next; a name that is
    gone must not turn the model into another one.
    """
    (scored,) = converted.score_batch([list(map(str, source))], [list(map(str, said))])
    apart = abs(sum(scored.log_probs[:_SAID]) - likely) / _SAID
    _log.debug("the conversion is %.3f nats a token from the model", apart)
    if apart > _APART:
        raise ValueError(f"the conversion says something else ({apart:.1f} nats a token)")
