"""A claim beside the passages of its source that it rests on, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefing.verify.facts.nations import nation
from briefing.verify.matching import LONGEST, match
from briefing.verify.passages import Passage
from briefing.verify.rarity import rarity
from briefing.verify.source import Source
from briefing.verify.vocabulary import UNMET

_MOST_PASSAGES = 3
_LEAST_GAIN = 0.12  # of the claim's weight: what a further passage must add
_RIVAL = 0.6  # of the best passage's score: what another must share with the claim to be compared with it
_MOST_RIVALS = 4
_PAIR = 3.0  # what two words in a row are worth, beside a telling word's 1 to 7
_WIDEST = 6  # words: how far from its neighbours' counterparts a word's own may stand


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the claim says and the source does not."""

    kind: str
    reason: str
    """A plain sentence for a person."""


class Comparison:
    """A claim, its source, and the passages that hold most of what the claim says, the best first."""

    def __init__(self, claim: Passage, source: Source) -> None:
        self.claim, self.source = claim, source
        weighty = rarity if source.english else (lambda _: 4.0)
        self.weights = [
            0.0 if w in source.dull else weighty(k) for w, k in zip(claim.words, claim.keys, strict=True)
        ]
        self.total = sum(self.weights) or 1.0
        self._matches: dict[int, list[int]] = {}

    @cached_property
    def unknown(self) -> list[tuple[int, float]]:
        """The words of the claim that the source has in no form, with their weights.

        One that shares its first letters with a word of the source is likely of the same family.
        """
        source, index, found = self.source, self.source.index, []
        for i, (key, weight) in enumerate(zip(self.claim.keys, self.weights, strict=True)):
            if not weight or index.has_key(key) or index.has_family(key):
                continue
            if (country := nation(self.claim.words[i])) and source.has_nation(country):
                continue
            if not source.spells(self.claim.raw[i]):
                found.append((i, weight))
        return found

    @cached_property
    def evidence(self) -> list[int]:
        """The numbers of at most three passages that together hold most of the claim, the best first."""
        index = self.source.index
        wanted = {key: w for key, w in zip(self._coded, self.weights, strict=True) if w}
        chosen: list[int] = []
        while wanted and len(chosen) < _MOST_PASSAGES:
            scores: dict[int, float] = {}
            for key, weight in wanted.items():
                for number in index.holding_coded(key):
                    scores[number] = scores.get(number, 0.0) + weight
            if not scores:
                break
            best = max(scores.values())
            if not chosen:
                number = self._most_alike(scores)
            elif best < _LEAST_GAIN * self.total:
                break
            else:
                number = min(n for n, score in scores.items() if score == best)
            chosen.append(number)
            held = index.keys_of(number)
            wanted = {key: w for key, w in wanted.items() if key not in held}
        return chosen

    def _most_alike(self, scores: dict[int, float]) -> int:
        """Return the passage that the claim is most like in wording, of the few that share most with it.

        A strange name weighs much; the words around it tell which sentence it was put into.
        """
        least = _RIVAL * max(scores.values())
        rivals = sorted((n for n, score in scores.items() if score >= least), key=lambda n: (-scores[n], n))
        return rivals[0] if len(rivals) == 1 else max(rivals[:_MOST_RIVALS], key=self._likeness)

    def _likeness(self, number: int) -> float:
        matched, in_a_row, before = 0.0, 0, -2
        for weight, at in zip(self.weights, self._match(number), strict=False):
            if at >= 0:
                matched += weight
                in_a_row += at == before + 1
            before = at if at >= 0 else -2
        return matched + _PAIR * in_a_row

    @property
    def lacking(self) -> float:
        """The share of what the claim says that none of these passages holds, by weight."""
        held = {key for number in self.evidence for key in self.source.passages[number].keys}
        lost = (w for key, w in zip(self.claim.keys, self.weights, strict=True) if key not in held)
        return sum(lost) / self.total

    @cached_property
    def best(self) -> Passage | None:
        """The passage that holds most of the claim."""
        return self.source.passages[self.evidence[0]] if self.evidence else None

    @cached_property
    def matched(self) -> list[int]:
        """For each word of the claim, its counterpart in the best passage, or -1."""
        return self._match(self.evidence[0]) if self.evidence else [-1] * len(self.claim.keys)

    def _match(self, number: int) -> list[int]:
        if number not in self._matches:
            self._matches[number] = match(self._coded, self.source.index.keys_of(number))
        return self._matches[number]

    @cached_property
    def _coded(self) -> str:
        """The keys of the claim as the characters of the source's index."""
        of_key = self.source.index.vocabulary.of_key
        return "".join([of_key.get(key, UNMET) for key in self.claim.keys])

    @cached_property
    def anchored(self) -> float:
        """The share of what the claim says that its best passage says in the same order, by weight."""
        return sum(w for w, at in zip(self.weights, self.matched, strict=False) if at >= 0) / self.total

    @cached_property
    def moved(self) -> list[int]:
        """The telling words of the claim that its best passage has, but not in this order."""
        held = set(self.best.keys[:LONGEST]) if self.best else ()
        told = zip(self.claim.keys, self.weights, self.matched, strict=False)
        return [i for i, (key, weight, at) in enumerate(told) if at < 0 and weight and key in held]

    def anchored_beside(self, start: int, end: int) -> float:
        """Return the same share of the claim without its words from `start` to `end`."""
        own = sum(self.weights[start:end])
        matched = sum(
            w for w, at in zip(self.weights[start:end], self.matched[start:end], strict=False) if at >= 0
        )
        rest = self.total - own
        return (self.anchored * self.total - matched) / rest if rest > 0 else 0.0

    @cached_property
    def edits(self) -> list[tuple[int, int, int, int]]:
        """Where the claim and its best passage part: `claim[i:k]` stands for `passage[j:m]`.

        What the passage has before and after what the claim tells of it is no edit.
        """
        if self.best is None:
            return []
        found, i, j = [], 0, -1
        for k, at in enumerate([*self.matched, len(self.best.words)]):
            if at < 0:
                continue
            first, last = j < 0, k == len(self.matched)
            if (k > i or at > j + 1) and not (k == i and (first or last)) and not (first and last):
                low = max(j + 1, at - (k - i) - 1) if first else j + 1
                high = min(at, low + (k - i) + 1) if last else at
                found.append((i, k, low, high))
            i, j = k + 1, at
        return found

    def firm(self, i: int, k: int, j: int, m: int) -> bool:
        """Say whether what is beside an edit is surely the same: a telling word, or two in a row."""
        at = self.matched
        left = i > 0 and at[i - 1] == j - 1 and (self.weights[i - 1] > 0 or (i > 1 and at[i - 2] == j - 2))
        right = (
            k < len(at) and at[k] == m and (self.weights[k] > 0 or (k + 1 < len(at) and at[k + 1] == m + 1))
        )
        return left or right

    def replaced(self, start: int, end: int) -> range:
        """Return what the best passage has in the very place of `claim[start:end]`.

        The words on both sides must be the same in both; empty where they are not, or nothing is replaced.
        """
        for i, k, j, m in self.edits:
            if i <= start and end <= k and m - j <= _WIDEST and k - i <= _WIDEST:
                return range(j, m)
        return range(0)

    def slot(self, start: int, end: int) -> range:
        """Return where in the best passage `claim[start:end]` would stand, as its neighbours tell."""
        if self.best is None:
            return range(0)
        matched, size = self.matched, len(self.best.words)
        left = next((matched[i] for i in range(min(start, len(matched)) - 1, -1, -1) if matched[i] >= 0), -1)
        right = next((matched[i] for i in range(end, len(matched)) if matched[i] >= 0), size)
        if left < 0:
            left = max(-1, right - _WIDEST - 1) if right < size else -1
        return range(left + 1, min(right, size, left + 1 + 2 * _WIDEST))
