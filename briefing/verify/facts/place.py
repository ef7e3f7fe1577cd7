"""Whether a fact that the source has stands there where the claim puts it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.verify.comparison import Comparison

Span = tuple[int, int]
_REACH = 5  # words on either side of a fact that tell what it is about
_MOST_PLACES = 64  # passages with the fact that are looked at
_ANCHORED = 0.45  # the share of the claim that its best passage must say for a slot to be trusted


def context(c: Comparison, span: Span) -> dict[str, float]:
    """Return the words beside a fact of the claim that tell what it is about, by key, with their weights."""
    around = (
        *range(max(0, span[0] - _REACH), span[0]),
        *range(span[1], min(span[1] + _REACH, len(c.weights))),
    )
    return {c.claim.keys[i]: c.weights[i] for i in around if c.weights[i]}


def shared(c: Comparison, about: dict[str, float], number: int) -> float:
    """Return how much of `about` the passage holds, by weight."""
    held = c.source.passages[number].keys if 0 <= number < len(c.source.passages) else ()
    return sum(weight for key, weight in about.items() if key in held)


def has_place(c: Comparison, span: Span) -> bool:
    """Say whether the best passage says enough of the rest of the claim to have a place for `span`."""
    return bool(c.evidence) and c.anchored_beside(*span) >= _ANCHORED


def stands_elsewhere(
    c: Comparison, span: Span, holding: Sequence[int], rivals: Sequence[Span]
) -> Span | bool | None:
    """Say whether the fact at `span` of the claim is one that the source tells of something else.

    `holding` are the passages that hold it, `rivals` the facts of its kind in the best passage that the
    claim doesn't have. Returns the rival that stands in its place, True where the source never has the fact
    beside anything that the claim says of it, and None where nothing speaks against it.
    """
    if not has_place(c, span):
        return None
    instead = c.replaced(*span)
    if instead and (rival := next((r for r in rivals if r[0] in instead or r[1] - 1 in instead), None)):
        return rival
    if c.best and any(word[0].isdigit() for word in c.claim.words[span[0] : span[1]]):
        figures = [j for j in instead if c.best.words[j][0].isdigit()]
        if figures:
            return figures[0], figures[-1] + 1
    holding = holding[:_MOST_PLACES]
    about = context(c, span)
    here, best = shared(c, about, c.evidence[0]), c.evidence[0]
    slot = c.slot(*span)
    rival = next((r for r in rivals if r[0] in slot or r[1] - 1 in slot), None)
    if best in holding:
        matched = any(at >= 0 for at in c.matched[span[0] : span[1]])
        return None if matched or rival is None else rival
    there = max((shared(c, about, n) for n in holding), default=0.0)
    if rival is not None and there < 0.8 * here:
        return rival
    near = max((shared(c, about, n + step) for n in holding for step in (-1, 0, 1)), default=0.0)
    return True if about and not near else None
