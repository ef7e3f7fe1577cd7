"""What a model's folder must hold before any of it is loaded: each fault is one line, with the remedy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefing.text.clean import one_line

_WEIGHTS = "model.safetensors"
_INDEX = "model.safetensors.index.json"
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
_FOREIGN = (".h5", ".msgpack", ".ot", ".onnx", ".npz")
_SENTENCEPIECE = ("tokenizer.model", "spiece.model", "sentencepiece.bpe.model", "spm.model")
_TOKENIZERS = (
    "tokenizer.json",
    *_SENTENCEPIECE,
    "vocab.json",
    "vocab.txt",
    "tekken.json",
)


def complaint_of(folder: Path) -> str | None:
    """Return what is wrong with the model in `folder`, or None. Reads no weights, only their headers."""
    names = sorted(file.name for file in folder.iterdir())
    if complaint := complaint_of_weights(names):
        return complaint
    if not any(name in _TOKENIZERS or name.endswith(".tiktoken") for name in names):
        return "it holds no tokenizer (tokenizer.json); save the model together with its tokenizer"
    if (_INDEX in names) and (lost := _lost_shards(folder, names)):
        return f"its weights are incomplete: {lost} is missing; fetch the folder again"
    for file in sorted(folder.glob("model*.safetensors")):
        if complaint := _broken(file):
            return f"{file.name} {complaint}; fetch it again"
    return None


def complaint_of_weights(files: Iterable[str]) -> str | None:
    """Return why the model that consists of `files` (names at its top level) is refused, or None."""
    names = sorted(file for file in files if "/" not in file)
    if "config.json" not in names:
        return "it holds no config.json, so it is no model that transformers can load" + _gguf(names)
    if _WEIGHTS in names or _INDEX in names:
        return None
    if pickled := [name for name in names if name.endswith(_PICKLED)]:
        return (
            f"its weights are only in {pickled[0]}, a pickle, which can run code when it is loaded; only "
            "safetensors is read. Where you trust it, convert it once with transformers: "
            "AutoModel….from_pretrained(FOLDER).save_pretrained(NEW), and its tokenizer too"
        )
    if foreign := [name for name in names if name.endswith(_FOREIGN)]:
        return f"its weights are only in {foreign[0]}; only {_WEIGHTS} is read"
    return f"it holds no weights ({_WEIGHTS})" + _gguf(names)


def _gguf(names: list[str]) -> str:
    if any(name.endswith(".gguf") for name in names):
        return "; a GGUF file is for an LLM server (llama.cpp, Ollama), used with --engine llm"
    return ""


def needed_by_tokenizer(folder: Path) -> tuple[str, ...]:
    """Return the packages that transformers needs to read the tokenizer in `folder`.

    It names a wrong one where they are missing.
    """
    if (folder / "tokenizer.json").is_file():
        return ()
    if any(folder.glob("*.tiktoken")):
        return ("tiktoken",)
    if any((folder / name).is_file() for name in _SENTENCEPIECE):
        return ("sentencepiece", "google.protobuf")
    return ()


def read_json(file: Path) -> dict[str, Any]:
    """Return the object in a JSON file; an absent one is empty. Raises ValueError for a broken one."""
    if not file.is_file():
        return {}
    content = json.loads(file.read_bytes())
    if not isinstance(content, dict):
        raise ValueError(f"{file.name} holds no object")
    return content


def _lost_shards(folder: Path, names: list[str]) -> str | None:
    try:
        shards = read_json(folder / _INDEX).get("weight_map", {}).values()
    except ValueError:
        return f"a readable {_INDEX}"
    return next((shard for shard in sorted(set(shards)) if shard not in names), None)


def _broken(file: Path) -> str | None:
    """Return what is wrong with a file of weights, by its header and its size."""
    from safetensors import SafetensorError, safe_open

    with file.open("rb") as stream:
        if stream.read(8) == b"version ":
            return "is a pointer of Git LFS, not the weights (git lfs pull)"
    try:
        with safe_open(file, framework="np"):
            return None
    except (SafetensorError, OSError) as error:
        return f"is cut short or damaged ({one_line(str(error))})"
