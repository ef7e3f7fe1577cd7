"""From the name of a model to its files, its tokenizer and its weights; every fault is one clear line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local.checks import complaint_of, needed_by_tokenizer, read_json
from briefing.summarizers.abstractive.local.hub import snapshot
from briefing.summarizers.abstractive.local.packages import missing, require
from briefing.summarizers.abstractive.local.quiet import quiet
from briefing.text.clean import one_line

Kind = Literal["seq2seq", "instruct"]
_ID = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)?(?:@[\w./-]+)?")
_PYPI = {"google.protobuf": "protobuf"}
_OLD_NAMES = {"T5WithLMHeadModel"}  # as the first T5 were saved
_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Found:
    """A model whose files were looked at, but not loaded."""

    name: str
    """As the user wrote it."""
    folder: Path
    kind: Kind
    revision: str
    """The hub's commit, or a digest of a folder: configuration, and the files' names, sizes and times."""
    config: dict[str, Any]
    """config.json."""
    generation: dict[str, Any]
    """generation_config.json; empty where there is none."""

    @property
    def type(self) -> str:
        """What transformers calls the architecture: "bart", "t5"."""
        return str(self.config.get("model_type", ""))


def find(model: str) -> Found:
    """Return the files of `model`, a folder or an id on the hub, after every check that needs no weights.

    A folder is never looked up anywhere else. Raises EngineUnavailable.
    """
    require()
    folder = Path(model).expanduser()
    if not folder.is_dir():
        if not _ID.fullmatch(model):
            raise EngineUnavailable(f"{model}: no such folder; --model takes a folder or an id on the hub")
        folder = snapshot(model)
    if complaint := complaint_of(folder):
        raise EngineUnavailable(f"{model}: {complaint}")
    try:
        config = read_json(folder / "config.json")
        generation = read_json(folder / "generation_config.json")
    except (ValueError, OSError) as error:
        raise EngineUnavailable(
            f"{model}: its configuration cannot be read: {one_line(str(error))}"
        ) from error
    return Found(model, folder, _kind(model, config), _revision(folder), config, generation)


def tokenizer(found: Found) -> Any:
    """Return the model's tokenizer. Raises EngineUnavailable."""
    from transformers import AutoTokenizer

    if lacking := missing(needed_by_tokenizer(found.folder)):
        packages = " ".join(_PYPI.get(name, name) for name in lacking)
        raise EngineUnavailable(f"{found.name}: its tokenizer can only be read with: pip install {packages}")
    with _plainly(found, "its tokenizer cannot be loaded"):
        return AutoTokenizer.from_pretrained(found.folder, local_files_only=True, trust_remote_code=False)


def weights(found: Found, dtype: Any, device: str = "cpu") -> Any:
    """Return the model itself, in `dtype` (torch's) on `device`, ready to write. Raises EngineUnavailable.

    Weights that are missing from the files would be invented at random: such a model is refused.
    """
    import transformers

    kinds = {"seq2seq": transformers.AutoModelForSeq2SeqLM, "instruct": transformers.AutoModelForCausalLM}
    with _plainly(found, "it cannot be loaded"):
        model, report = kinds[found.kind].from_pretrained(
            found.folder,
            dtype=dtype,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
        model = model.to(device).eval()
    if lost := sorted(report["missing_keys"]):
        raise EngineUnavailable(
            f"{found.name}: {len(lost)} of its weights are not in its files ({lost[0]}, …); fetch it again"
        )
    return model


def _kind(model: str, config: dict[str, Any]) -> Kind:
    """Return how the model writes, by the class that it was saved from."""
    from transformers.models.auto import modeling_auto as auto

    if not config.get("model_type"):
        raise EngineUnavailable(f"{model}: its config.json names no model_type; it is not of transformers")
    family = str(config["model_type"])
    writes: dict[Kind, Any] = {
        "seq2seq": auto.MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES,
        "instruct": auto.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES,
    }
    saved = [str(name) for name in config.get("architectures") or ()]
    for kind, classes in writes.items():
        known = classes.get(family)
        if known and (not saved or known in saved or _OLD_NAMES.intersection(saved)):
            return kind
    if config.get("auto_map"):
        raise EngineUnavailable(
            f"{model}: it needs program code of its own (auto_map in config.json), which is never run; "
            "choose a model whose architecture is part of transformers"
        )
    raise EngineUnavailable(
        f"{model}: {', '.join(saved) or family} does not write summaries; choose a model for "
        "summarization (BART, PEGASUS, T5, LED, …) or an instruct model"
    )


def _revision(folder: Path) -> str:
    if _COMMIT.fullmatch(folder.name):
        return folder.name[:12]
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if not file.is_file():
            continue
        about = file.stat()
        digest.update(f"{file.name} {about.st_size} {about.st_mtime_ns}\n".encode())
        if file.name in ("config.json", "generation_config.json"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def _plainly(found: Found, what: str) -> Iterator[None]:
    """Turn whatever the libraries raise about a model's files into one line; keep them from printing.

    They raise what they please (KeyError, TypeError, an error of Rust's): a file that was made by others
    must not end in a traceback, so all of it is met here.
    """
    try:
        with quiet():
            yield
    except Exception as error:
        cause = one_line(str(error))[:200]
        raise EngineUnavailable(f"{found.name}: {what} ({type(error).__name__}: {cause})") from error
