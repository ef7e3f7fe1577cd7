"""The words at fault put back as the source has them, where that is certain."""

from __future__ import annotations

from collections import Counter

from briefing.text.clean import one_line
from briefing.text.number_words import MULTIPLIERS, ONES, ORDINALS, TENS
from briefing.text.words import words
from briefing.verify.checker import Checker
from briefing.verify.comparison import Comparison

_MOST = 4  # exchanges in one claim
_KEPT = 0.7  # of the words of a claim
_WIDEST = 4  # words of a name or a figure
_ANCHORED = (
    0.6  # the share of the rest of the claim that the sentence of the source must say in the same order
)

_NUMBERS = frozenset((*ONES, *TENS, *ORDINALS, *(word for word in MULTIPLIERS if len(word) > 3)))

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
        edits = (narrow for edit in comparison.edits for narrow in _narrowed(comparison, edit))
        tries = (_exchanged(comparison, edit) for edit in edits if _is_certain(comparison, edit))
        text = next((t for t in tries if len(checker.compare(t)[1]) < len(faults)), "")
        if not text:
            return ""
    return text if text != told and _keeps_most(told, text) and checker(text).supported else ""


def _narrowed(c: Comparison, edit: Edit) -> tuple[Edit, ...]:
    """Return an edit, and at the claim's edges one with as many words of the source as of the claim."""
    i, k, j, m = edit
    spare = (m - j) - (k - i)
    if spare > 0 and k == len(c.claim.raw):
        return edit, (i, k, j, m - spare)
    return (edit, (i, k, j + spare, m)) if spare > 0 and i == 0 else (edit,)


def _keeps_most(told: str, text: str) -> bool:
    """Return whether most words of a claim are still there: mended, not another statement."""
    before, after = Counter(words(told)), Counter(words(text))
    return (before & after).total() >= _KEPT * max(before.total(), after.total())


def _is_certain(c: Comparison, edit: Edit) -> bool:
    """Return whether the exchange is sure, and leaves a sentence that reads as one."""
    i, k, _, _ = edit
    return _is_like(c, edit) and c.firm(*edit) and c.anchored_beside(i, k) >= _ANCHORED


def _is_like(c: Comparison, edit: Edit) -> bool:
    """Return whether a figure stands for figures, a name for names, or a single word for a single word.

    A word is put in or taken out only between words that are the very same, letter by letter: where "may"
    comes back, "is" would have to become "be".
    """
    i, k, j, m = edit
    lost, put = c.claim.raw[i:k], c.best.raw[j:m] if c.best else []
    if i == j == 0:  # a capital there tells no name
        return False
    if lost and put:
        same_kind = {_kind(word) for word in lost} == {_kind(word) for word in put}
        return max(len(lost), len(put)) <= (1 if _kind(lost[0]) == "word" else _WIDEST) and same_kind
    return len(lost) + len(put) == 1 and i > 0 and k < len(c.claim.raw) and _stands_between(c, edit)


def _stands_between(c: Comparison, edit: Edit) -> bool:
    i, k, j, m = edit
    there = c.best.raw if c.best else []
    return j > 0 and m < len(there) and (c.claim.raw[i - 1], c.claim.raw[k]) == (there[j - 1], there[m])


def _kind(word: str) -> str:
    if word[:1].isdigit() or word.lower() in _NUMBERS:
        return "figure"
    return "name" if word[:1].isupper() else "word"


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
