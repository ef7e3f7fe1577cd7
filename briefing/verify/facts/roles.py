"""Who did what to whom, as far as the order of the words tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.verify.comparison import Comparison, Fault

_CLOSE = 3  # words between a verb and who acts or suffers
_PASSIVE = frozenset(["by", "was", "were", "been", "being", "is", "are", "be"])


def role_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault where the claim says "A beat B" and its best passage "B beat A"."""
    if c.best is None or not c.moved:
        return
    places: dict[str, list[int]] = {}
    for j, key in enumerate(c.best.keys):
        places.setdefault(key, []).append(j)
    for i, key in enumerate(c.claim.keys):
        if c.weights[i] and len(places.get(key, ())) == 1 and (swapped := _swapped(c, i, places)):
            before, after = (c.claim.told(k, k + 1) for k in swapped)
            verb = c.claim.told(i, i + 1)
            yield Fault(
                "roles", f"the source has '{before}' and '{after}' the other way round about '{verb}'"
            )
            return


def _swapped(c: Comparison, i: int, places: dict[str, list[int]]) -> tuple[int, int] | None:
    """Return the words before and after the verb `i` that stand on its other sides in the best passage."""
    if c.best is None:
        return None
    verb = places[c.claim.keys[i]][0]
    before = _nearest(c, range(i - 1, max(-1, i - 1 - _CLOSE), -1))
    after = _nearest(c, range(i + 1, min(len(c.weights), i + 1 + _CLOSE)))
    if before is None or after is None:
        return None
    one, other = (places.get(c.claim.keys[k], []) for k in (before, after))
    if (
        len(one) != 1
        or len(other) != 1
        or not 0 < one[0] - verb <= _CLOSE
        or not 0 < verb - other[0] <= _CLOSE
    ):
        return None
    passive = not _PASSIVE.isdisjoint(c.claim.words[before:after])
    return None if passive != (not _PASSIVE.isdisjoint(c.best.words[other[0] : one[0]])) else (before, after)


def _nearest(c: Comparison, where: range) -> int | None:
    return next((k for k in where if c.weights[k]), None)
