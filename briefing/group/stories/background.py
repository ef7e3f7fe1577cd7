"""How common a language's words are in news at large, for days that are too short to tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple


class Background(NamedTuple):
    """In how many of so many articles a stem was found; rare stems are left out."""

    articles: int
    counts: Mapping[str, int]


NONE = Background(0, {})


@lru_cache(maxsize=64)
def background(language: str) -> Background:
    """Return what is known of the language (ISO 639-1), which may be nothing.

    The table is made by `benchmarks/train_stories.py`: counts of single words, no text.
    """
    found = _table().get(language)
    if found is None:
        return NONE
    counts = {stem: int(count) for count, stems in found["stems"].items() for stem in stems.split()}
    return Background(found["articles"], counts)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads((files(__package__) / "background.json").read_text("utf-8"))
    return table
