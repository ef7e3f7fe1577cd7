"""The score: a logistic function of a few named features, with weights that a review can read."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from briefing.model import Verdict

WEIGHTS = Path(__file__).with_name("check.json")
"""The weights of "en" and of every "other" language, made by benchmarks/train_check.py."""
THRESHOLD = 0.5
"""The least score of a claim that is supported."""
_FAULTY = 0.98 * THRESHOLD  # what the score of a claim with a certain fault is multiplied by


def score_of(row: Mapping[str, float], language: str) -> float:
    """Return the score from 0 to 1 of a claim with these features; the weight "" is the intercept."""
    weights = _weights(language)
    total = weights[""] + sum(value * weights.get(name, 0.0) for name, value in row.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def faulty(score: float, reasons: Iterable[str]) -> Verdict:
    """Return the verdict on a claim with certain faults: below the threshold, and ranked by its score."""
    return Verdict(False, round(_FAULTY * score, 4), tuple(dict.fromkeys(reasons)))


@lru_cache(maxsize=2)
def _weights(language: str) -> Mapping[str, float]:
    found: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text("utf-8"))
    return found[language]
