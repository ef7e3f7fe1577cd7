"""Which of many texts are copies of another: candidates by MinHash and LSH, each of them verified.

The method is Broder's (1997); the bands are those of Leskovec, Rajaraman and Ullman, "Mining of Massive
Datasets", chapter 3. With 64 bands of two rows a text with a resemblance of 0.54 is a candidate with a
probability beyond 0.9999, and one with the lowest that counts, 0.25, with 0.98.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.store.sketch import RESEMBLANCE, Sketch, alike

_PERMUTATIONS = 128
_BANDS = 64
_SEED = 7


def copies_of(known: Sequence[Sketch], texts: Sequence[Sketch]) -> dict[int, int]:
    """Return, for the number of each text that is a copy of a known one, the latter's number."""
    index = _Index((*known, *texts))
    for number in range(len(known)):
        index.insert(number)
    found = ((number, index.original(len(known) + number)) for number in range(len(texts)))
    return {number: original for number, original in found if original is not None}


def copies_among(texts: Sequence[Sketch]) -> dict[int, int]:
    """Return, for the number of each text that is a copy of another, the latter's number.

    Of several copies the longest is the original, of equals the first, and is no copy itself.
    """
    index = _Index(texts)
    found: dict[int, int] = {}
    for number in sorted(range(len(texts)), key=lambda number: -len(texts[number].shingles)):
        if (original := index.original(number)) is None:
            index.insert(number)
        else:
            found[number] = original
    return found


class _Index:
    """Texts by number; those that were inserted are found by their likeness."""

    def __init__(self, texts: Sequence[Sketch]) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._texts = texts
        tokens = [[shingle.to_bytes(4, "little") for shingle in text.shingles] for text in texts]
        self._hashes = RMinHash.from_token_sets(tokens, _PERMUTATIONS, _SEED)
        self._bands = RMinHashLSH(RESEMBLANCE, _PERMUTATIONS, _BANDS)

    def insert(self, number: int) -> None:
        self._bands.insert(number, self._hashes[number])

    def original(self, number: int) -> int | None:
        """Return the first of those that were inserted that this text is a copy of."""
        candidates = sorted(self._bands.query(self._hashes[number]))
        like = (other for other in candidates if alike(self._texts[number], self._texts[other]))
        return next(like, None)
