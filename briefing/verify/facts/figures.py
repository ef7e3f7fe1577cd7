"""Whether the figures of a claim stand in its source, for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.text.number_words import NUMERALS, UNITS
from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.dates import times
from briefing.verify.facts.function_words import PRONOUNS
from briefing.verify.facts.place import stands_elsewhere
from briefing.verify.facts.quantities import Quantity, counted, quantities
from briefing.verify.passages import Passage

_OVER = frozenset("over than least above exceeding".split())
_ABOUT = frozenset("about around roughly approximately some almost nearly up under to".split())
_ROUGH = frozenset("at more than as many another the a $ £ €".split())
_SUBJECT = 4  # words between what is done and who does it
_FIGURE = re.compile(r"\d")
_MOST = 50  # figures of a claim or a passage that are compared
_NEAR = 0.1  # how far from the source's figure an approximate one may be, as a share


def figure_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each figure that the source lacks or says of something else."""
    if not _FIGURE.search(c.claim.text) and NUMERALS.isdisjoint(c.claim.words):
        return
    if not c.source.english:
        yield from _digits_alone(c)
        return
    dated = {i for time in times(c.claim) for i in range(time.start, time.end)}
    own = [q for q in quantities(c.claim) if q.start not in dated][:_MOST]
    values = {q.value for q in own}
    rivals = [q for q in _of(c, c.evidence[:1]) if q.value not in values][:_MOST]
    for quantity in own:
        if reason := _reason(c, quantity, rivals):
            yield Fault("number", reason)


def _reason(c: Comparison, own: Quantity, rivals: list[Quantity]) -> str:
    told = _told(c.claim, own)
    holding = [n for n, q in c.source.figures(own.value) if _compatible(own, q)]
    alike = [q for q in rivals if _compatible(own, q)]
    if not holding:
        if _copied(c, own) or _approximate(c, own):
            return ""
        rival = _counterpart(c, own, alike)
        return f"the source says {rival}, not {told}" if rival else f"the figure {told} is not in the source"
    elsewhere = stands_elsewhere(c, (own.start, own.end), holding, [(q.start, q.end) for q in alike])
    if elsewhere is True:
        return f"the source has {told}, but not of this"
    if elsewhere and c.best:
        return f"the source says {c.best.told(*elsewhere)} here, not {told}"
    return _other_count(c, own) or _other_doing(c, own)


def _digits_alone(c: Comparison) -> Iterator[Fault]:
    """Compare figures by their digits, where nothing is known of the language's words for them."""
    there = {_bare(word) for passage in c.source.passages for word in passage.words if word[0].isdigit()}
    for i, word in enumerate(c.claim.words):
        if word[0].isdigit() and _bare(word) not in there:
            yield Fault("number", f"the figure {c.claim.told(i, i + 1)} is not in the source")


def _bare(word: str) -> str:
    return word.replace(",", "").replace(".", "")


def _told(passage: Passage, quantity: Quantity) -> str:
    """Return a figure as it is written, with its unit."""
    words, start, end = passage.words, quantity.start, quantity.end
    start -= start > 0 and words[start - 1] == quantity.unit
    end += end < len(words) and UNITS.get(words[end]) == quantity.unit != ""
    return passage.told(start, end)


def _of(c: Comparison, numbers: list[int]) -> list[Quantity]:
    """Return the figures of these passages."""
    return [q for n in numbers for q in c.source.quantities(n)]


def _compatible(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or ("th" not in (one.unit, other.unit) and not (one.unit and other.unit))


def _copied(c: Comparison, own: Quantity) -> bool:
    """Say whether the source has the figure as part of something else: "MH370", "3-2", "hundreds"."""
    told = c.claim.words[own.start : own.end]
    if not told[0][0].isdigit():
        return told[-1].endswith("s") and c.source.index.stands(told)
    figure = re.escape(told[0])
    return bool(
        re.search(
            rf"(?:[a-z]|\d[-–:/x]){figure}(?!\d)|(?<![\d.,]){figure}[-–:/x]\d", c.source.text, re.IGNORECASE
        )
    )


def _approximate(c: Comparison, own: Quantity) -> bool:
    """Say whether the claim rounds a figure of its evidence and says so."""
    before = c.claim.words[max(0, own.start - 3) : own.start]
    over = not _OVER.isdisjoint(before)
    if not over and _ABOUT.isdisjoint(before):
        return False
    low, high = (1.0, 1 + 3 * _NEAR) if over else (1 - _NEAR, 1 + _NEAR)
    return any(
        low * own.value <= q.value <= high * own.value and _compatible(own, q) and _digits(own) < _digits(q)
        for q in _of(c, c.evidence)
    )


def _digits(quantity: Quantity) -> int:
    """Return how many significant digits the figure has."""
    return len(f"{quantity.value:.6f}".rstrip("0").replace(".", "").strip("0"))


def _counterpart(c: Comparison, own: Quantity, alike: list[Quantity]) -> str:
    """Return the source's figure for the same thing as written, where that is certain."""
    if c.best is None:
        return ""
    slot, noun = c.slot(own.start, own.end), counted(c.claim, own)
    for rival in alike:
        if rival.start in slot or (noun and noun == counted(c.best, rival)):
            return _told(c.best, rival)
    return ""


def _other_count(c: Comparison, own: Quantity) -> str:
    """Return a reason where the source counts this with another figure, and something else with this one."""
    noun = counted(c.claim, own)
    if not noun or not c.source.index.has_key(noun) or own.unit == "th":
        return ""
    passages = c.source.passages
    if any(counted(passages[n], q) in (noun, "") for n, q in c.source.figures(own.value)[:_MOST]):
        return ""
    for n in c.evidence:
        for q in c.source.quantities(n)[:_MOST]:
            if _compatible(own, q) and counted(passages[n], q) == noun:
                told = _told(c.claim, own)
                return f"the source says {_told(passages[n], q)} of this, not {told}"
    return ""


def _other_doing(c: Comparison, own: Quantity) -> str:
    """Return a reason where who does this does it with another figure, and nothing with this one.

    What stands right before a figure is what is done, the word before that who does it.
    """
    verb = _before(c.claim, own.start, c.weights)
    who = next((i for i in range(verb - 1, max(-1, verb - 1 - _SUBJECT), -1) if c.weights[i]), -1)
    if who < 0 or verb < 0 or not PRONOUNS.isdisjoint(c.claim.words[who:verb]):
        return ""
    did, subject = c.claim.keys[verb], c.claim.keys[who]
    passages = c.source.passages
    for n, _ in c.source.figures(own.value)[:_MOST]:
        if subject in passages[n].keys or not PRONOUNS.isdisjoint(passages[n].words):
            return ""
    for n in c.evidence:
        if subject not in passages[n].keys or did not in passages[n].keys:
            continue
        for q in c.source.quantities(n)[:_MOST]:
            at = _before(passages[n], q.start)
            if (
                _compatible(own, q)
                and at >= 0
                and did == passages[n].keys[at]
                and subject in passages[n].keys[:at]
            ):
                return f"the source says {_told(passages[n], q)} of this, not {_told(c.claim, own)}"
    return ""


def _before(passage: Passage, start: int, weights: Sequence[float] | None = None) -> int:
    """Return the word before a figure, what makes it rough or exact aside; -1 where a mark parts them."""
    for i in range(start - 1, max(-1, start - 1 - _SUBJECT), -1):
        if passage.gap(i + 1).strip(" $£€"):
            return -1
        if passage.words[i] not in _OVER | _ABOUT | _ROUGH:
            return i if weights is None or weights[i] else -1
    return -1
