"""Which of many texts are copies of another: candidates by MinHash and LSH, each of them verified.

The method is Broder's (1997); the bands are those of Leskovec, Rajaraman and Ullman, "Mining of Massive
Datasets", chapter 3. With 50 bands of three rows a text with a resemblance of 0.54 is a candidate
with a probability beyond 0.999, one that was cut to half with 0.99, and one with the lowest that counts with
0.54.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.copies.sketch import RESEMBLANCE, Sketch, alike, tokens

_PERMUTATIONS = 150
_BANDS = 50
_CANDIDATES = 256
"""Candidates of which the likeness is estimated. Only where hundreds of texts are written by one form are
there more; then a copy may be missed, but the work stays linear."""
_VERIFIED = 8  # of these, the likeliest
_ERROR = 0.1  # of an estimate: three standard deviations
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
        self._hashes = RMinHash.from_token_sets(
            (tokens(text.shingles) for text in texts), _PERMUTATIONS, _SEED
        )
        self._bands = RMinHashLSH(RESEMBLANCE, _PERMUTATIONS, _BANDS)

    def insert(self, number: int) -> None:
        self._bands.insert(number, self._hashes[number])

    def original(self, number: int) -> int | None:
        """Return the likeliest of those that were inserted that this text is a copy of."""
        made = self._hashes[number]
        candidates = sorted(self._bands.query(made))[:_CANDIDATES]
        guessed = sorted((-made.jaccard(self._hashes[other]), other) for other in candidates)
        likely = [other for guess, other in guessed[:_VERIFIED] if -guess > RESEMBLANCE - _ERROR]
        return next((other for other in likely if alike(self._texts[number], self._texts[other])), None)
