"""The `news` engine: sentences scored by where they stand, how central they are and what the title says."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Bullet, Document
from briefing.summarizers.engine import Candidate, candidates
from briefing.text.words import stems, words

Vector = dict[str, float]

# A sentence that opens so leans on the one before it, which the reader doesn't see.
_LEANS = re.compile(
    r"(?i)(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|yet|or|however|meanwhile|also|still"
    r"|instead|moreover|nevertheless|otherwise|then|there)\b"
)
_QUOTED = re.compile(r"[\"“”«»„].{0,400}?[\"“”«»]")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to a sentence's score; every feature lies between 0 and 1."""

    position: float = 1.0
    centrality: float = 1.2
    title: float = 0.8
    leans: float = -0.25
    quoted: float = -0.35
    question: float = -0.5
    length: float = 0.5


@dataclass(frozen=True, slots=True)
class News:
    """Greedy choice by score, passing over what shares three words in a row with what was chosen."""

    weights: Weights = Weights()
    name: str = "news"
    purpose: str = "position, centrality and title together, made for news, in any language"

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return the best `bullets` sentences: of one document in its order, of several the best first."""
        offered = candidates(documents)
        if not offered or bullets < 1:
            return ()
        scores = self._scores(offered)
        ranked = sorted(range(len(offered)), key=lambda i: (-scores[i], i))
        chosen = _without_repeats(ranked, offered, bullets)
        if len(documents) == 1:
            chosen.sort()
        return tuple(offered[i].bullet(self.name) for i in chosen)

    def _scores(self, offered: Sequence[Candidate]) -> list[float]:
        language = offered[0].article.language
        bags = [Counter(stems(c.sentence.text, language)) for c in offered]
        vectors = list(_tf_idf(bags))
        centrality = _centrality(vectors)
        w = self.weights
        return [
            w.position * _position(candidate)
            + w.centrality * central
            + w.title * _overlap(bag, candidate.article.title, language)
            + w.leans * bool(_LEANS.match(candidate.sentence.text))
            + w.quoted * _quoted(candidate.sentence.text)
            + w.question * candidate.sentence.text.endswith(("?", "？", "؟"))
            + w.length * _fullness(candidate.sentence.text)
            for candidate, bag, central in zip(offered, bags, centrality, strict=True)
        ]


def _tf_idf(bags: Sequence[Counter[str]]) -> Iterator[Vector]:
    """Yield a unit vector for each sentence; a stem's weight falls with the sentences that have it."""
    spread = Counter(stem for bag in bags for stem in bag)
    for bag in bags:
        vector = {s: (1 + math.log(n)) * (1 + math.log(len(bags) / spread[s])) for s, n in bag.items()}
        norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        yield {stem: value / norm for stem, value in vector.items()}


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """Return each sentence's cosine with the sum of all, over the largest: time linear in the words.

    Source: Radev et al., Centroid-based summarization of multiple documents (2004).
    """
    centroid: Counter[str] = Counter()
    for vector in vectors:
        centroid.update(vector)
    dots = [sum(value * centroid[stem] for stem, value in vector.items()) for vector in vectors]
    largest = max(dots) or 1.0
    return [dot / largest for dot in dots]


def _position(candidate: Candidate) -> float:
    return 1 / math.sqrt(1 + candidate.sentence.index)


def _overlap(bag: Counter[str], title: str, language: str) -> float:
    wanted = set(stems(title, language))
    return len(wanted & bag.keys()) / len(wanted) if wanted else 0.0


def _quoted(text: str) -> float:
    """Return the share of the sentence that stands between quotation marks."""
    return sum(len(quote) for quote in _QUOTED.findall(text)) / len(text)


def _fullness(text: str) -> float:
    """Return how near the sentence comes to the length that readers' highlights have: 12 to 30 words."""
    count = len(words(text))
    return min(1.0, count / 12) if count <= 30 else max(0.0, 1 - (count - 30) / 30)


def _without_repeats(ranked: Iterable[int], offered: Sequence[Candidate], most: int) -> list[int]:
    """Return the first `most` of `ranked` that share no three words in a row with one another.

    Source: Paulus et al., A Deep Reinforced Model for Abstractive Summarization (2017).
    """
    chosen: list[int] = []
    told: set[tuple[str, ...]] = set()
    for i in ranked:
        tokens = words(offered[i].sentence.text)
        trigrams = set(zip(tokens, tokens[1:], tokens[2:], strict=False))
        if told.isdisjoint(trigrams):
            chosen.append(i)
            told |= trigrams
        if len(chosen) == most:
            break
    return chosen
