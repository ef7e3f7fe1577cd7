"""Where two sides give another figure for the same thing, both are told: 18 dead, says one; 11, the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.summarizers.engine import Candidate
from briefing.text.disputes import claims, disputes


def both_sides(
    chosen: Sequence[int], offered: Sequence[Candidate], most: int, fits: Callable[[int], bool]
) -> list[int]:
    """Return the numbers of the chosen sentences, best first, with the other side of each figure among them.

    Where `most` are chosen already it takes the place of the weakest that nobody disputes. Only English is
    read, and only where a chosen sentence has somebody's figure.
    """
    texts = [c.text if c.article.language == "en" else "" for c in offered]
    if not any(claims(i, texts[i]) for i in chosen):
        return list(chosen)
    articles = list(dict.fromkeys(c.article.id for c in offered))
    of = [articles.index(c.article.id) for c in offered] if len(articles) > 1 else None
    pairs = [(one.index, other.index) for one, other in disputes(texts, of)]
    disputed = {number for pair in pairs for number in pair}
    kept = list(chosen)
    for i in chosen:
        others = [sum(pair) - i for pair in pairs if i in pair]
        if i not in kept or any(other in kept for other in others):
            continue
        other = next(filter(fits, others), None)
        if other is not None and _has_room(kept, most, disputed):
            kept.append(other)
    return kept


def _has_room(kept: list[int], most: int, disputed: set[int]) -> bool:
    """Say whether one more may be told, if need be by dropping the weakest that nobody disputes."""
    if len(kept) < most:
        return True
    weakest = next((i for i in reversed(kept) if i not in disputed), None)
    if weakest is None:
        return False
    kept.remove(weakest)
    return True
