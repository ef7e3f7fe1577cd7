"""The `news` engine: trim, score, choose without repeats, and tell so that each bullet stands alone."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from briefing.model import Bullet, Document
from briefing.summarizers.both_sides import both_sides
from briefing.summarizers.engine import Candidate, bullet, candidates
from briefing.summarizers.features import Column, Columns, features
from briefing.summarizers.options import Options
from briefing.summarizers.several import choose_several
from briefing.summarizers.wording.antecedents import has_root, taken_up
from briefing.summarizers.wording.names import People, people
from briefing.summarizers.wording.standalone import Telling, stand_alone
from briefing.summarizers.wording.trim import trim
from briefing.text.words import trigrams

WEIGHTS = Path(__file__).with_name("news.json")
"""The weights: "en", trained by benchmarks/train_news.py; and "any", set by hand for all other languages."""

_REACH = 32  # sentences that are read at first for the names in them
_ALWAYS = 2  # bullets that an article gets, however weak the second


class News:
    """The best sentences by score that can be told alone and don't repeat one another."""

    name = "news"
    purpose = "position, centrality, wording and title together, trained on news; works in any language"

    def __init__(self, _options: Options | None = None) -> None:
        """Take no option: there is none."""

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return the best `bullets` sentences: of one document in its order, of several the best first."""
        offered = candidates(documents, trim)
        if not offered or bullets < 1:
            return ()
        teller = Teller(documents)

        def fits(number: int) -> bool:
            return teller.take(offered[number])

        if len(documents) > 1:
            chosen = both_sides(choose_several(offered, bullets, fits), offered, bullets, fits)
            return teller.tell([offered[i] for i in chosen or [0]], self.name)
        columns = features(offered)
        scores = score(columns, weights_for(offered[0].article.language)).tolist()
        limits = Limits(bullets, fall=bullets * 2 / 3)
        alone = choose(scores, [c.words for c in offered], limits, fits)
        if not alone:  # an article of which every sentence leans on another: better its best than none
            return tuple(offered[i].bullet(self.name) for i in _best(scores)[:1])
        told = both_sides(alone, offered, bullets, fits)
        return teller.tell([offered[i] for i in sorted(told)], self.name)


class Teller:
    """Tells chosen sentences so that each can be read alone, and each person's full name once."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = {document.article.id: document for document in documents}
        self._known: dict[tuple[str, int], People] = {}
        self._tellings: dict[tuple[str, int, frozenset[str]], Telling | None] = {}
        self._told = [document.article.title.lower() for document in documents]

    def can_tell(self, candidate: Candidate) -> bool:
        """Return whether the sentence can be read alone, as it is or mended."""
        return self._telling(candidate, frozenset()) is not None

    def take(self, candidate: Candidate) -> bool:
        """Return whether the sentence can be told beside those taken before; if so it is taken, too.

        One that opens with "The ship" can where the ship has come in with one of those, or in a headline.
        """
        if not self.can_tell(candidate):
            return False
        if candidate.article.language == "en":
            document = self._documents[candidate.article.id]
            needed = taken_up(document, candidate.sentence.index, candidate.text)
            if needed and not any(has_root(told, root) for told in self._told for root in needed):
                return False
        self._told.append(candidate.text.lower())
        return True

    def tell(self, chosen: Sequence[Candidate], engine: str) -> tuple[Bullet, ...]:
        """Return a bullet for each sentence, in order."""
        named: frozenset[str] = frozenset()
        told = []
        for candidate in chosen:
            telling = self._telling(candidate, named) or Telling(candidate.text, (candidate.span,))
            told.append(bullet(candidate.article, telling.text, engine, telling.spans))
            named |= self._people(candidate).named(telling.text)
        return tuple(told)

    def _telling(self, candidate: Candidate, named: frozenset[str]) -> Telling | None:
        key = (candidate.article.id, candidate.sentence.index, named)
        if key not in self._tellings:
            document, who = self._documents[candidate.article.id], self._people(candidate)
            told = stand_alone(document, candidate.sentence.index, candidate.text, named, who)
            self._tellings[key] = told
        return self._tellings[key]

    def _people(self, candidate: Candidate) -> People:
        """Return the people whom the article names up to the sentence, or a little further.

        Whoever a sentence speaks of has been named by then; the rest of a long article is not read for it.
        Names are known in English alone.
        """
        name, size = candidate.article.id, _REACH if candidate.article.language == "en" else 0
        while 0 < size <= candidate.sentence.index:
            size *= 2
        if (name, size) not in self._known:
            document = self._documents[name]
            self._known[name, size] = people(replace(document, sentences=document.sentences[:size]))
        return self._known[name, size]


@lru_cache(maxsize=64)
def weights_for(language: str) -> Mapping[str, float]:
    """Return the weight of each feature for articles in a language."""
    table: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text("utf-8"))
    return table.get(language, table["any"])


def score(columns: Columns, weights: Mapping[str, float]) -> Column:
    """Return the weighted sum of each sentence's features."""
    total: Column = np.sum([weight * columns[name] for name, weight in weights.items()], axis=0)
    return total


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is chosen."""

    most: int
    """Sentences."""
    fall: float = math.inf
    """From the third on, how far a score may lie below the best, in standard deviations of all scores."""


def choose(
    scores: Sequence[float],
    words: Sequence[Sequence[str]],
    limits: Limits,
    fits: Callable[[int], bool] = lambda _: True,
) -> list[int]:
    """Return the numbers of the best sentences, best first, that repeat no other and that `fits` takes.

    `scores` and `words` (in lower case) are those of each sentence.
    Source of the blocking: Paulus et al., A Deep Reinforced Model for Abstractive Summarization (2017), where
    no run of three words may be told twice.
    """
    chosen: list[int] = []
    seen: set[tuple[str, ...]] = set()
    best, spread = max(scores), _spread(scores) or 1.0
    for i in _best(scores):
        if len(chosen) == limits.most:
            break
        if len(chosen) >= _ALWAYS and (best - scores[i]) / spread > limits.fall:
            break
        told = trigrams(words[i])
        if seen.isdisjoint(told) and fits(i):
            chosen.append(i)
            seen |= told
    return chosen


def _spread(scores: Sequence[float]) -> float:
    """Return the standard deviation; `statistics` takes ten times as long for digits that nobody needs."""
    mean = sum(scores) / len(scores)
    return math.sqrt(sum((score - mean) ** 2 for score in scores) / len(scores))


def _best(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda i: (-scores[i], i))
