"""What the score is made of: a handful of numbers that tell how much of a claim its source bears out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.function_words import FUNCTION

KINDS = ("number", "date", "name", "quote", "negation", "hedge", "direction", "roles")
_LONGEST_RUN = 60  # words: a longer run of the source's words tells nothing more
_WIDEST_SKIP = 10  # words: what is left out beyond them counts no more
_PREPOSITIONS = frozenset(
    "of in on at to from by with into onto upon about after before between during through over under "
    "against among "
    "across near off outside inside for as than".split()
)


def features(c: Comparison, faults: Sequence[Fault]) -> dict[str, float]:
    """Return the features of a claim by name, most of them shares between 0 and 1."""
    size = max(1, len(c.claim.words))
    return {
        **_copied(c.source.bare_of(c.claim.words), c.source.bare),
        **_said(c),
        **_edited(c, size),
        **_counted(faults),
    }


def _counted(faults: Sequence[Fault]) -> dict[str, float]:
    found = Counter(fault.kind for fault in faults)
    return {kind: min(2.0, found[kind]) for kind in KINDS}


def _copied(claim: str, text: str) -> dict[str, float]:
    """Return how much of the claim is copied: three words in a row and runs of words that one passage has.

    Every word is one character in both.
    """
    runs = list(_runs(claim, text))
    sizes = [end - start for start, end in runs]
    return {"trigrams": _trigrams(claim, text, runs), **_fragments(sizes, len(claim))}


def copied_whole(size: int) -> dict[str, float]:
    """Return the same of a sentence of so many words that the source has whole, articles aside."""
    runs = [_LONGEST_RUN] * (size // _LONGEST_RUN) + [size % _LONGEST_RUN] * (size % _LONGEST_RUN > 0)
    return {"trigrams": 1.0, **_fragments(runs, size)}


def _fragments(runs: Sequence[int], size: int) -> dict[str, float]:
    size = max(1, size)
    return {
        "density": min(1.0, sum(run * run for run in runs) / size / 20),
        "joins": max(0, len(runs) - 1) / size,
    }


def _trigrams(claim: str, text: str, runs: Iterable[tuple[int, int]]) -> float:
    """Return the share of three words in a row that one passage has; in a run it has them all."""
    if len(claim) < 3:
        return float(bool(claim) and claim in text)
    copied = {start for first, end in runs for start in range(first, end - 2)}
    copied.update(i for i in range(len(claim) - 2) if i not in copied and claim[i : i + 3] in text)
    return len(copied) / (len(claim) - 2)


def _runs(claim: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the runs of words are that the claim shares with its source, from left to right.

    They are the extractive fragments of Grusky, Naaman and Artzi, "Newsroom" (2018), within one passage.
    """
    start, size = 0, len(claim)
    while start < size:
        end, at = start + 1, text.find(claim[start])
        if at >= 0:
            # A longer run cannot stand before the place where the shorter one stands first.
            while end < size and end - start < _LONGEST_RUN:
                if (at := text.find(claim[start : end + 1], at)) < 0:
                    break
                end += 1
            yield start, end
        start = end


def _said(c: Comparison) -> dict[str, float]:
    """Return how much of what the claim says the source says, by weight, wherever and in one place."""
    unknown = [w for _, w in c.unknown]
    return {
        "known": 1 - sum(unknown) / c.total,
        "unknown": min(2.0, sum(unknown) / 10),
        "rarest": max(unknown, default=0.0) / 7,
    }


def _edited(c: Comparison, size: int) -> dict[str, float]:
    """Return how the claim departs from its best passage: what is replaced, moved, left out, cut off."""
    edits = [(i, k, m - j) for i, k, j, m in c.edits]
    left_out = [width for i, k, width in edits if i == k]
    return {
        "ordered": c.anchored,
        "replaced": sum(sum(c.weights[i:k]) for i, k, width in edits if k > i and width) / c.total,
        "left out": sum(min(width, _WIDEST_SKIP) for width in left_out) / size,
        "moved": sum(c.weights[i] for i in c.moved) / c.total,
        "promoted": float(_promoted(c)),
        "headless": _headless(c) / size,
    }


def _promoted(c: Comparison) -> bool:
    """Say whether the claim opens with what hangs on a preposition in the best passage."""
    if c.best is None or not c.matched or c.matched[0] < 1:
        return False
    return c.best.words[c.matched[0] - 1] in _PREPOSITIONS


def _headless(c: Comparison) -> int:
    """Return how many phrases the claim breaks off: "under the harbour" of "under the harbour crane"."""
    if c.best is None:
        return 0
    found, last = 0, len(c.matched) - 1
    for i, at in enumerate(c.matched):
        if at < 0 or not c.weights[i] or at + 1 >= len(c.best.words) or c.best.words[at + 1] in FUNCTION:
            continue
        if i < last and (c.matched[i + 1] == at + 1 or c.weights[i + 1]):
            continue
        found += c.best.gap(at + 1) in (" ", "-")
    return found
