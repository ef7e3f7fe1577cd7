"""Who did what to whom, as far as the order of the words tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.verify.comparison import Comparison, Fault
from briefing.verify.passages import Passage

_CLOSE = 3  # words between a verb and who acts or suffers
_PASSIVE = frozenset(["by", "was", "were", "been", "being", "is", "are", "be"])


def role_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault where the claim says "A beat B" and its best passage "B beat A"."""
    if c.best is None or not c.moved:
        return
    for i, key in enumerate(c.claim.keys):
        if c.weights[i] and c.best.keys.count(key) == 1 and (swapped := _swapped(c, c.best, i)):
            before, after = (c.claim.told(k, k + 1) for k in swapped)
            verb = c.claim.told(i, i + 1)
            yield Fault(
                "roles", f"the source has '{before}' and '{after}' the other way round about '{verb}'"
            )
            return


def _swapped(c: Comparison, best: Passage, i: int) -> tuple[int, int] | None:
    """Return the words before and after the verb `i` that stand on its other sides in the best passage."""
    before = _nearest(c, range(i - 1, max(-1, i - 1 - _CLOSE), -1))
    after = _nearest(c, range(i + 1, min(len(c.weights), i + 1 + _CLOSE)))
    if before is None or after is None:
        return None
    keys, verb = best.keys, best.keys.index(c.claim.keys[i])
    if keys.count(c.claim.keys[before]) != 1 or keys.count(c.claim.keys[after]) != 1:
        return None
    one, other = keys.index(c.claim.keys[before]), keys.index(c.claim.keys[after])
    if not 0 < one - verb <= _CLOSE or not 0 < verb - other <= _CLOSE:
        return None
    passive = not _PASSIVE.isdisjoint(c.claim.words[before:after])
    return None if passive != (not _PASSIVE.isdisjoint(best.words[other:one])) else (before, after)


def _nearest(c: Comparison, where: range) -> int | None:
    return next((k for k in where if c.weights[k]), None)
