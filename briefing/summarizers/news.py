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
"""The weights: "en", trained by benchmarks/train_news.py; "any", set by hand for all other languages; and
"several", set by hand for several articles about one event, in whatever language."""

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
        single = len(documents) == 1
        weights = weights_for(offered[0].article.language if single else "several")
        scores = [score(row, weights) for row in features(offered)]
        told = [trigrams(c.words) for c in offered]
        # Reports of one event share agencies' phrases; within one article a shared phrase is a repetition.
        chosen = choose(scores, told, bullets, overlap=0.0 if single else 0.1)
        if single:
            chosen.sort()
        return tuple(offered[i].bullet(self.name) for i in chosen)


@lru_cache(maxsize=64)
def weights_for(kind: str) -> Mapping[str, float]:
    """Return the weight of each feature for articles in a language, or for "several" articles."""
    table: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text("utf-8"))
    return table.get(kind, table["any"])


def score(row: Vector, weights: Mapping[str, float]) -> float:
    """Return the weighted sum of a sentence's features."""
    total = 0.0
    for name, value in row.items():
        total += weights.get(name, 0.0) * value
    return total


def trigrams(tokens: Sequence[str]) -> Trigrams:
    """Return all runs of three words."""
    return frozenset(zip(tokens, tokens[1:], tokens[2:], strict=False))


def choose(scores: Sequence[float], told: Sequence[Trigrams], most: int, overlap: float = 0.0) -> list[int]:
    """Return the numbers of at most `most` sentences, best first, that don't repeat one another.

    A sentence repeats when more than the share `overlap` of its runs of three words has been told.
    Source: Paulus et al., A Deep Reinforced Model for Abstractive Summarization (2017), where the share is 0.
    """
    chosen: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for i in sorted(range(len(scores)), key=lambda i: (-scores[i], i)):
        if len(chosen) == most:
            break
        if len(seen & told[i]) <= overlap * len(told[i]):
            chosen.append(i)
            seen |= told[i]
    return chosen
