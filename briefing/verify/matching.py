"""Which word of a claim stands for which word of a passage: a longest common subsequence, in bit vectors.

The method is Hyyrö's ("Bit-parallel LCS-length computation revisited", 2004), with the vector of each row
kept for the way back. Time and memory are words of the claim × words of the passage / 64.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

LONGEST = 400  # words: what is longer is no sentence, and is compared up to here


def match(claim: Sequence[str], passage: Sequence[str]) -> list[int]:
    """Return for each key of `claim` the place in `passage` that it is matched with, or -1; places rise."""
    claim, passage = claim[:LONGEST], passage[:LONGEST]
    where = _columns(frozenset(claim), passage)
    known = [i for i, key in enumerate(claim) if key in where]
    rows = _rows([where[claim[i]] for i in known], len(passage))
    found = [-1] * len(claim)
    column = len(passage)
    for row in range(len(known), 0, -1):
        # What ends the subsequence of this row is the last 0 before the column; it is this key's where the
        # row above has none there.
        column = (~rows[row] & ((1 << column) - 1)).bit_length()
        if not column:
            break
        if rows[row - 1] >> (column - 1) & 1:
            column -= 1
            found[known[row - 1]] = column
    return found


def _columns(keys: Container[str], passage: Sequence[str]) -> dict[str, int]:
    """Return for each of the keys that a passage has a vector with a bit where it stands."""
    where: dict[str, int] = {}
    for column, key in enumerate(passage):
        if key in keys:
            where[key] = where.get(key, 0) | 1 << column
    return where


def _rows(places: Sequence[int], size: int) -> list[int]:
    """Return for each row the vector in which a 0 says that the subsequence grows at that column."""
    vector = full = (1 << size) - 1
    rows = [full]
    for place in places:
        common = vector & place
        vector = (vector + common | vector - common) & full
        rows.append(vector)
    return rows
