"""How much a word tells: rare ones most, after their frequency in English news."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

_UNKNOWN = 7.0  # what a name or a word that the table lacks is worth; the rarest in it are worth 5


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    listed = json.loads((files("briefing.verify") / "rarity.json").read_text("utf-8"))
    return {key: float(worth) for worth, keys in listed.items() for key in keys}


def rarity(key: str) -> float:
    """Return what a word with this key is worth: from 1 (in half of all articles) to 7 (in next to none)."""
    return _table().get(key, _UNKNOWN)
