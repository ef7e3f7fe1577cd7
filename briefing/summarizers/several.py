"""Several articles about one event: the sentences that together tell most of what all tell early.

Bullets are chosen one by one, each for the weight of its terms (`event_terms.py`), where a term that was told
before counts for less each time: so a bullet earns most by telling what the others have not told. Sources:
Lin and Bilmes, A class of submodular functions for document summarization (2011), for the choice; Minoux,
Accelerated greedy algorithms (1978), for not weighing anew what cannot win.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.summarizers.engine import Candidate
from briefing.summarizers.event_terms import places, terms, weights
from briefing.summarizers.features.wording import wording
from briefing.text.words import trigrams

_ALWAYS = 3  # bullets that may be told however short the articles are
_FIRST = 3  # bullets that are to have the least in common


@dataclass(frozen=True, slots=True)
class Taste:
    """The numbers of the choice; `benchmarks/train_several.py` tries others."""

    early: float = 0.5
    """An article's say in a term's weight is the place (from 1) where it first says it, to the power of minus
    this: news begins with what matters."""
    place: float = 0.4
    """A sentence is worth less by its own place, to the power of minus this: what stands late leans on what
    stands before."""
    words: float = 0.15
    """And by its number of words, to the power of minus this: a long one tells more but is read slower."""
    again: float = 0.5
    """What a term is still worth each time that it has been told."""
    same_article: float = 0.5
    """What a sentence is still worth each time that its article has been heard: every article has its say."""
    quoted: float = 0.5
    """What is lost where all of a sentence is quotation: that is a voice more often than what happened."""
    overlap: float = 0.3
    """The share of a sentence's runs of three words that may have been told: agencies share phrases and long
    names."""
    alike: float = 0.2
    """The share of a sentence's terms that another article's bullet may have, among the first three: each
    report begins with the same news in words of its own."""
    alike_later: float = 0.35
    """And among those that follow."""
    length: float = 5.5
    """The most words in all, over the root of the articles' words: what there is to tell grows as a text's
    vocabulary does, with about the root of its length (Heaps' law)."""


TASTE = Taste()
"""What the engine takes."""


def choose_several(
    offered: Sequence[Candidate],
    most: int,
    fits: Callable[[int], bool] = lambda _: True,
    taste: Taste = TASTE,
) -> list[int]:
    """Return the numbers of at most `most` sentences that `fits` takes, the most telling first.

    `offered` are the sentences of all articles, article by article, in their order. Fewer than `most` are
    chosen where the articles are short. More are never other: the first three of ten are the three that are
    chosen where three are wanted. Time grows with the words, at worst with those chosen times the words.
    """
    choice = _Choice(offered, taste)
    room = taste.length * math.sqrt(sum(len(c.words) for c in offered))
    if choice.fill(min(_FIRST, most), taste.alike, room, fits):
        choice.fill(most, taste.alike_later, room, fits)
    return choice.chosen


class _Choice:
    """The sentences chosen so far, and what the others are worth beside them."""

    def __init__(self, offered: Sequence[Candidate], taste: Taste) -> None:
        self.chosen: list[int] = []
        self.length = 0
        self._offered, self._taste = offered, taste
        self._terms = list(map(terms, offered))
        at, quoted = places(offered), wording(offered)["quoted"].tolist()
        self._weights = weights(offered, self._terms, [math.pow(place, -taste.early) for place in at])
        self._factors = list(map(self._factor, offered, at, quoted))
        self._passed: set[int] = set()
        self._heard: Counter[str] = Counter()
        self._told: set[tuple[str, ...]] = set()

    def fill(self, most: int, alike: float, room: float, fits: Callable[[int], bool]) -> bool:
        """Choose until there are `most`, as unlike as that; return whether there is room for more."""
        for i in self.best_first():
            if len(self.chosen) >= most:
                break
            if i in self._passed or self.resembles(i, alike):
                continue
            self._passed.add(i)
            if self.repeats(i) or not fits(i):
                continue
            # The last one may reach over the edge by half.
            if len(self.chosen) >= _ALWAYS and self.length + len(self._offered[i].words) / 2 > room:
                return False
            self.take(i)
        return True

    def best_first(self) -> Iterator[int]:
        """Yield each sentence once, at each step the one that is worth most beside those chosen by then."""
        heap = [(-self._worth(i), i, 0) for i in range(len(self._offered))]
        heapq.heapify(heap)
        while heap:
            _, i, known = heap[0]
            if known == len(self.chosen):
                heapq.heappop(heap)
                yield i
            else:  # worth only ever falls, so whatever stays on top is the best
                heapq.heapreplace(heap, (-self._worth(i), i, len(self.chosen)))

    def resembles(self, i: int, share: float) -> bool:
        """Return whether a bullet from another article has that share of a sentence's terms."""
        own, told = self._offered[i].article.id, set(self._terms[i])
        others = (j for j in self.chosen if self._offered[j].article.id != own)
        return any(len(told.intersection(self._terms[j])) >= share * len(told) for j in others)

    def repeats(self, i: int) -> bool:
        """Return whether too much of a sentence has been told word by word."""
        runs = trigrams(self._offered[i].words)
        return len(runs & self._told) > self._taste.overlap * len(runs)

    def take(self, i: int) -> None:
        """Choose a sentence: its terms and its article are heard once more."""
        candidate = self._offered[i]
        self.chosen.append(i)
        self.length += len(candidate.words)
        self._heard[candidate.article.id] += 1
        self._told |= trigrams(candidate.words)
        for term in self._terms[i]:
            self._weights[term] *= self._taste.again

    def _factor(self, candidate: Candidate, place: int, quoted: float) -> float:
        late = math.pow(place, -self._taste.place)
        long = math.pow(len(candidate.words), -self._taste.words)
        return late * long * (1 - self._taste.quoted * min(1.0, quoted))

    def _worth(self, i: int) -> float:
        heard = self._heard[self._offered[i].article.id]
        told = sum(map(self._weights.__getitem__, self._terms[i]))
        return told * self._factors[i] * math.pow(self._taste.same_article, heard)
