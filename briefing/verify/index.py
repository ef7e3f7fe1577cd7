"""Where each word of a text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing.verify.passages import Passage, Text
from briefing.verify.vocabulary import END, FAMILY, MARK, UNMET, Vocabulary


class Index:
    """The passages of a text, and its words and their keys as characters of a vocabulary."""

    def __init__(self, text: Text, cuts: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> None:
        """Read the text at its `cuts`; stretches of it without a word are no passages."""
        self.vocabulary = vocabulary
        small = text.small.replace(MARK, " ")
        marked = f" {MARK} ".join([*(small[start:end] for start, end in cuts), ""])
        pairs = "".join(map(vocabulary.__getitem__, marked.split()))
        self.words, self.keys = pairs[::2], pairs[1::2]
        self.passages: list[Passage] = []
        self._starts: list[int] = []
        self._holding: dict[str, list[int]] = {}
        self._families: dict[str, bool] = {}
        at = 0
        for cut, words in zip(cuts, self.words.split(END), strict=False):
            if words:
                self.passages.append(Passage(text, *cut))
                self._starts.append(at)
            at += len(words) + 1

    def has(self, word: str) -> bool:
        """Say whether the text has a word in lower case."""
        return self.vocabulary.of_word.get(word, UNMET) in self.words

    def stands(self, words: Iterable[str]) -> bool:
        """Say whether some passage has these words, in lower case, one after the other."""
        return self.vocabulary.coded(words) in self.words

    def having(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the passages with any of these words in lower case, in order."""
        coded = self.vocabulary.coded(words)
        return sorted({number for character in coded for number in self._passages(self.words, character)})

    def has_key(self, key: str) -> bool:
        """Say whether the text has a word that shares this key."""
        return self.vocabulary.of_key.get(key, UNMET) in self.keys

    def holding(self, key: str) -> list[int]:
        """Return the numbers of the passages with a word that shares this key, in order."""
        return self.holding_coded(self.vocabulary.of_key.get(key, UNMET))

    def holding_coded(self, key: str) -> list[int]:
        """Return the same of a key's character."""
        if key not in self.keys:
            return []
        if key not in self._holding:
            self._holding[key] = self._passages(self.keys, key)
        return self._holding[key]

    def keys_of(self, number: int) -> str:
        """Return the keys of a passage as characters."""
        start = self._starts[number]
        return self.keys[start : self.keys.find(END, start)]

    def _passages(self, coded: str, character: str) -> list[int]:
        """Return the numbers of the passages that have a character of these."""
        found, starts = [], self._starts
        at = coded.find(character)
        while at >= 0:
            following = bisect_right(starts, at)
            found.append(following - 1)
            at = coded.find(character, starts[following]) if following < len(starts) else -1
        return found

    def has_family(self, key: str) -> bool:
        """Say whether a word that says something shares its first letters with this key."""
        family = key[:FAMILY]
        if len(key) < FAMILY or family not in self.vocabulary.families:
            return False
        if family not in self._families:
            self._families[family] = any(other in self.keys for other in self.vocabulary.families[family])
        return self._families[family]
