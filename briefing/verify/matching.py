"""Which word of a claim stands for which word of a passage: a longest common subsequence, in bit vectors.

The method is Hyyrö's ("Bit-parallel LCS-length computation revisited", 2004), with the vector of each row
kept for the way back. Time and memory are words of the claim × words of the passage / 64.
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 400  # words: what is longer is no sentence, and is compared up to here


def match(claim: Sequence[str], passage: Sequence[str]) -> list[int]:
    """Return for each key of `claim` the place in `passage` that it is matched with, or -1; places rise."""
    claim, passage = claim[:LONGEST], passage[:LONGEST]
    rows = _rows(claim, passage)
    found = [-1] * len(claim)
    row, column = len(claim), len(passage)
    while row and column:
        if rows[row - 1] >> (column - 1) & 1:
            column -= 1
            continue
        row -= 1
        if not row or rows[row - 1] >> (column - 1) & 1:
            column -= 1
            found[row] = column
    return found


def _rows(claim: Sequence[str], passage: Sequence[str]) -> list[int]:
    """Return for each row the vector in which a 0 says that the subsequence grows at that column."""
    where: dict[str, int] = {}
    for column, key in enumerate(passage):
        where[key] = where.get(key, 0) | 1 << column
    full = (1 << len(passage)) - 1
    vector, rows = full, []
    for key in claim:
        common = vector & where.get(key, 0)
        vector = (vector + common | vector - common) & full
        rows.append(vector)
    return rows
