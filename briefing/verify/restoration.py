"""The words at fault put back as the source has them, where that is certain."""

from __future__ import annotations

from collections import Counter

from briefing.text.clean import one_line
from briefing.text.words import words
from briefing.verify.checker import Checker
from briefing.verify.comparison import Comparison

_MOST = 4  # exchanges in one claim
_KEPT = 0.6  # of the words of a claim
_ANCHORED = (
    0.6  # the share of the rest of the claim that the sentence of the source must say in the same order
)

Edit = tuple[int, int, int, int]


def restored(claim: str, checker: Checker) -> str:
    """Return the claim with the source's words in the place of those at fault; "" where that is not certain.

    It is where one sentence of the source says the rest in the same order, the words on a side of what is
    exchanged are the same in both, each exchange leaves fewer faults, and the whole is then borne out.
    """
    told = text = one_line(claim)
    for _ in range(_MOST):
        comparison, faults = checker.compare(text)
        if not faults:
            break
        tries = (_exchanged(comparison, edit) for edit in comparison.edits if _is_certain(comparison, edit))
        text = next((t for t in tries if len(checker.compare(t)[1]) < len(faults)), "")
        if not text:
            return ""
    return text if text != told and _keeps_most(told, text) and checker(text).supported else ""


def _keeps_most(told: str, text: str) -> bool:
    """Return whether most words of a claim are still there: mended, not another statement."""
    before, after = Counter(words(told)), Counter(words(text))
    return (before & after).total() >= _KEPT * max(before.total(), after.total())


def _is_certain(c: Comparison, edit: Edit) -> bool:
    return c.firm(*edit) and c.anchored_beside(edit[0], edit[1]) >= _ANCHORED


def _exchanged(c: Comparison, edit: Edit) -> str:
    """Return the claim with one stretch of its words as the best passage has it, be it more or fewer."""
    i, k, j, m = edit
    there = c.best.told(j, m) if c.best and m > j else ""
    text, places = c.claim.text, c.claim.places
    start = places[i][0] if i < len(places) else len(text)
    end = places[k - 1][1] if k > i else start
    if k == i:
        return f"{text[:start]}{there} {text[end:]}"
    if not there:
        return f"{text[:start].rstrip()}{text[end:]}" if i else text[end:].lstrip()
    return text[:start] + there + text[end:]
