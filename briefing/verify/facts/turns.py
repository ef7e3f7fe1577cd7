"""Whether a claim turns round what its source says: negation, doubt, direction, and who did what to whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.sense import HEDGES, NEGATIONS, OPPOSITES, PLANS, STRICT_NEGATIONS
from briefing.verify.passages import Passage

_REACH = 4  # words before a verb in which its negation stands
_PARTING = frozenset(',;:()–—"“”')
_ANCHORED = 0.6  # the share of the claim that its best passage must say


def turn_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each word that turns the statement of the best passage round."""
    if c.best is None or c.anchored < _ANCHORED:
        return
    denied, turned = list(_negations(c, c.best)), list(_opposites(c, c.best))
    if not (denied and turned):  # "not allowed" is "banned"
        yield from denied
        yield from turned
    yield from _hedges(c, c.best)


def _is_negation(passage: Passage, i: int, which: frozenset[str] = NEGATIONS) -> bool:
    word = passage.words[i]
    if word == "t":
        return i > 0 and (passage.words[i - 1].endswith("n") or passage.words[i - 1] == "can")
    if word == "no" and passage.words[i + 1 : i + 2] and passage.words[i + 1][0].isdigit():
        return False  # "No. 1"
    return word in which


def _negations(c: Comparison, best: Passage) -> Iterator[Fault]:
    """Compare where the claim and its passage deny: what stands close behind must be denied in both."""
    added = [i for i, at in enumerate(c.matched) if at < 0 and _is_negation(c.claim, i, STRICT_NEGATIONS)]
    for i in added:
        behind = _next_matched(c, i)
        if _put_in(c, i) or (behind is not None and not _denied(best, c.matched[behind])):
            start, end = i - (c.claim.words[i] == "t"), min(i + 2, len(c.claim.words))
            yield Fault("negation", f"the source does not say '{c.claim.told(start, end)}'")
    if any(at < 0 and _is_negation(c.claim, i) for i, at in enumerate(c.matched)):
        return
    for j in _left_out(c, best):
        if _is_negation(best, j, STRICT_NEGATIONS):
            told = best.told(j - (best.words[j] == "t"), min(j + 2, len(best.words)))
            yield Fault("negation", f"the source says '{told}', and the claim leaves it out")


def _put_in(c: Comparison, i: int) -> bool:
    """Say whether the negation stands between two words that are neighbours in the best passage."""
    return any(start <= i < end and low == high for start, end, low, high in c.edits)


def _next_matched(c: Comparison, i: int) -> int | None:
    """Return the next word of the claim after `i` that says something and stands in the best passage too."""
    for k in range(i + 1, min(i + 1 + _REACH, len(c.matched))):
        if c.weights[k] and c.matched[k] >= 0:
            return k
    return None


def _denied(best: Passage, j: int) -> bool:
    return any(_is_negation(best, k) for k in range(max(0, j - _REACH - 1), min(j + 2, len(best.words))))


def _left_out(c: Comparison, best: Passage) -> list[int]:
    """Return the words of the best passage that the claim leaves out between two words that it has.

    Only gaps count that are so narrow that what is on both sides still belongs together, and in them only
    words that no punctuation parts from what follows; a word alone counts whatever is around it.
    """
    found: list[int] = []
    places = [at for at in c.matched if at >= 0]
    for low, high in itertools.pairwise(places):
        if 1 < high - low <= _REACH:
            alone = high == low + 2
            found += [
                j
                for j in range(low + 1, high)
                if alone or not any(_parted(best, k) for k in range(j + 1, high + 1))
            ]
    return found


def _parted(passage: Passage, i: int) -> bool:
    gap = passage.gap(i)
    return "--" in gap or not _PARTING.isdisjoint(gap)


def _hedges(c: Comparison, best: Passage) -> Iterator[Fault]:
    """Find doubt that stands in the passage between two words of the claim, and in the claim nowhere."""
    own = [w for w, at in zip(c.claim.words, c.matched, strict=False) if at < 0]
    if not HEDGES.isdisjoint(own):
        return
    for j in _left_out(c, best):
        if best.words[j] in HEDGES or (best.words[j] in PLANS and best.words[j + 1 : j + 2] == ["to"]):
            yield Fault("hedge", f"the source says '{best.told(j, j + 1)}', and the claim leaves it out")
            return


def _opposites(c: Comparison, best: Passage) -> Iterator[Fault]:
    there, said = set(best.keys), set(c.claim.keys)
    for i, own in enumerate(c.claim.keys[: len(c.matched)]):
        against = OPPOSITES.get(own)
        if not against or against.isdisjoint(there):
            continue
        turned = next((j for j in c.replaced(i, i + 1) if best.keys[j] in against), None)
        if turned is None and own not in there:
            turned = next(
                (j for j in c.slot(i, i + 1) if best.keys[j] in against and best.keys[j] not in said), None
            )
        if turned is not None:
            told, other = c.claim.told(i, i + 1), best.told(turned, turned + 1)
            yield Fault("direction", f"'{told}' turns the source's '{other}' round")
