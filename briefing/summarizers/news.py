"""The `news` engine: a linear score of what is measured of each sentence, and a choice without repeats."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from briefing.model import Bullet, Document
from briefing.summarizers.engine import candidates
from briefing.summarizers.features import Vector, features

WEIGHTS = Path(__file__).with_name("news.json")
"""The weights: "en", trained by benchmarks/train_news.py, and "any", set by hand for all other languages."""

Trigrams = frozenset[tuple[str, ...]]


class News:
    """The best sentences by score, passing over what shares three words in a row with what was chosen."""

    name = "news"
    purpose = "position, centrality, wording and title together, trained on news; works in any language"

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return the best `bullets` sentences: of one document in its order, of several the best first."""
        offered = candidates(documents)
        if not offered or bullets < 1:
            return ()
        weights = weights_for(offered[0].article.language)
        scores = [score(row, weights) for row in features(offered)]
        told = [trigrams(c.words) for c in offered]
        chosen = choose(scores, told, [len(c.words) for c in offered], bullets)
        if len(documents) == 1:
            chosen.sort()
        return tuple(offered[i].bullet(self.name) for i in chosen)


@lru_cache(maxsize=64)
def weights_for(language: str) -> Mapping[str, float]:
    """Return the weight of each feature for articles in `language`."""
    table: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text("utf-8"))
    return table.get(language, table["any"])


def score(row: Vector, weights: Mapping[str, float]) -> float:
    """Return the weighted sum of a sentence's features."""
    total = 0.0
    for name, value in row.items():
        total += weights.get(name, 0.0) * value
    return total


def trigrams(tokens: Sequence[str]) -> Trigrams:
    """Return all runs of three words."""
    return frozenset(zip(tokens, tokens[1:], tokens[2:], strict=False))


def choose(
    scores: Sequence[float], told: Sequence[Trigrams], _lengths: Sequence[int], most: int
) -> list[int]:
    """Return the numbers of at most `most` sentences, best first, no two with three words in a row in common.

    Source of the blocking: Paulus et al., A Deep Reinforced Model for Abstractive Summarization (2017).
    """
    chosen: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for i in sorted(range(len(scores)), key=lambda i: (-scores[i], i)):
        if seen.isdisjoint(told[i]):
            chosen.append(i)
            seen |= told[i]
        if len(chosen) == most:
            break
    return chosen
