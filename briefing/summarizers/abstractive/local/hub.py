"""A model's id: its files in the local cache of the hub, fetched once where they are not there."""

from __future__ import annotations

import logging
import shlex
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local.checks import complaint_of_weights
from briefing.summarizers.abstractive.local.packages import require
from briefing.text.clean import one_line

_WANTED = (
    "*.json",
    "model.safetensors",
    "model-*.safetensors",
    "*.model",
    "*.spm",
    "*.txt",
    "*.jinja",
    "*.tiktoken",
)
_IN_FOLDERS = "*/*"  # what lies there (onnx/…) is for other runtimes
_SECONDS = 10.0  # to wait for each answer of the hub
_log = logging.getLogger(__name__)


def snapshot(model: str) -> Path:
    """Return the folder that holds the files of the hub's `model`: "owner/name", or "owner/name@revision".

    What is in the local cache is used as it is, without a question to the hub; the rest is fetched, which
    is logged as a warning since it can be gigabytes.
    Raises EngineUnavailable where the hub cannot be reached, or has no such model in safetensors.
    """
    require(("huggingface_hub",))
    return _cached(model) or _fetched(model)


def fetching(model: str) -> str:
    """Return the command that fetches what is needed of the hub's `model`, and no more.

    The same weights often lie there five times over, for as many libraries.
    """
    name, revision = _parts(model)
    wanted = [name, *(("--revision", revision) if revision else ()), "--exclude", _IN_FOLDERS]
    for kind in _WANTED:
        wanted += ["--include", kind]
    program = Path(sys.executable).with_name("hf")
    return shlex.join([str(program), "download", *wanted])


def is_cached(model: str) -> bool:
    """Return whether all that is needed of the hub's `model` is on this machine."""
    require(("huggingface_hub",))
    return _cached(model) is not None


def _cached(model: str) -> Path | None:
    from huggingface_hub import snapshot_download

    name, revision = _parts(model)
    try:
        folder = Path(
            snapshot_download(
                name,
                revision=revision,
                allow_patterns=list(_WANTED),
                ignore_patterns=_IN_FOLDERS,
                local_files_only=True,
            )
        )
    except (OSError, ValueError):
        return None
    complete = any(folder.glob("model*.safetensors")) and (folder / "config.json").is_file()
    return folder if complete else None


def _fetched(model: str) -> Path:
    from huggingface_hub import HfApi, snapshot_download

    errors: Any = import_module("huggingface_hub.errors")
    name, revision = _parts(model)
    try:
        about = HfApi().model_info(name, revision=revision, files_metadata=True, timeout=_SECONDS)
        sizes = {file.rfilename: file.size or 0 for file in about.siblings or ()}
        wanted = _wanted(name, sizes)
        _log.warning("fetching the model %s from the hub, once: %s", name, _readable(sizes, wanted))
        return Path(snapshot_download(name, revision=revision, allow_patterns=wanted, etag_timeout=_SECONDS))
    except (errors.HTTPError, OSError, ValueError) as error:
        raise EngineUnavailable(_refusal(model, error)) from error


def _parts(model: str) -> tuple[str, str | None]:
    name, _, revision = model.partition("@")
    return name, revision or None


def _wanted(name: str, files: Iterable[str]) -> list[str]:
    """Return which files are to be fetched; refuse what could not be used before anything is."""
    if complaint := complaint_of_weights(files):
        raise EngineUnavailable(f"the hub's {name}: {complaint}")
    here = [file for file in files if not fnmatch(file, _IN_FOLDERS)]
    return [file for file in here if any(fnmatch(file, kind) for kind in _WANTED)]


def _readable(sizes: dict[str, int], wanted: Iterable[str]) -> str:
    return f"{sum(sizes[file] for file in wanted) / 1e9:.2f} GB"


def _refusal(model: str, error: Any) -> str:
    """Return what the hub's error means and what would help."""
    from huggingface_hub import errors

    name, _ = _parts(model)
    if isinstance(error, errors.GatedRepoError):
        return f"{name} asks for its licence to be accepted on the hub first; then: hf auth login"
    if isinstance(error, errors.RevisionNotFoundError):
        return f"the hub's {name} has no such revision"
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return (
            f"{name} is no folder here, nor a model on the hub that is open to you (private: hf auth login)"
        )
    return (
        f"{name} is not in the local cache and the hub cannot be reached ({one_line(str(error))[:80]}); "
        f"name a folder that holds a model, or run where there is a network: {fetching(model)}"
    )
