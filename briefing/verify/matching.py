"""Which word of a claim stands for which word of a passage: a longest common subsequence, in bit vectors.

The method is Hyyrö's ("Bit-parallel LCS-length computation revisited", 2004), with the vector of each row
kept for the way back. Time and memory are words of the claim × words of the passage / 64.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LONGEST = 400  # words: what is longer is no sentence, and is compared up to here


def match(claim: Sequence[str], passage: Sequence[str]) -> list[int]:
    """Return for each key of `claim` the place in `passage` that it is matched with, or -1; places rise."""
    return match_columns(claim, columns(passage), min(len(passage), LONGEST))


def columns(passage: Sequence[str]) -> dict[str, int]:
    """Return for each key of a passage a vector with a bit where it stands."""
    where: dict[str, int] = {}
    for column, key in enumerate(passage[:LONGEST]):
        where[key] = where.get(key, 0) | 1 << column
    return where


def match_columns(claim: Sequence[str], where: Mapping[str, int], size: int) -> list[int]:
    """Return what `match` does, for a passage of `size` keys whose columns are known."""
    claim = claim[:LONGEST]
    rows = _rows(claim, where, size)
    found = [-1] * len(claim)
    row, column = len(claim), size
    while row and column:
        if rows[row - 1] >> (column - 1) & 1:
            column -= 1
            continue
        row -= 1
        if not row or rows[row - 1] >> (column - 1) & 1:
            column -= 1
            found[row] = column
    return found


def _rows(claim: Sequence[str], where: Mapping[str, int], size: int) -> list[int]:
    """Return for each row the vector in which a 0 says that the subsequence grows at that column."""
    vector = full = (1 << size) - 1
    rows = []
    for key in claim:
        if common := vector & where.get(key, 0):
            vector = (vector + common | vector - common) & full
        rows.append(vector)
    return rows
