"""Whether a model can write on this machine, found out without loading it."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local import DEFAULT_MODEL
from briefing.summarizers.abstractive.local.hub import fetching, is_cached
from briefing.summarizers.abstractive.local.loading import find
from briefing.summarizers.abstractive.local.packages import require


def lacks(model: str | None = None) -> str:
    """Return what is missing and the command that brings it; "" where nothing is. Asks no network."""
    name = model or DEFAULT_MODEL
    try:
        require()
        if not Path(name).expanduser().is_dir() and not is_cached(name):
            size = " (1.6 GB)" if name == DEFAULT_MODEL else ""
            fetch = f"{fetching(name)}{size}"
            return f"the model {name} is not on this machine: {fetch}, or name a folder (--model)"
        find(name)
    except EngineUnavailable as error:
        return str(error)
    return ""
