"""Whether the names in a claim stand in its source, whole or in a later short form."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.text.months import MONTHS, WEEKDAYS
from briefing.text.number_words import NUMERALS
from briefing.verify.comparison import Comparison, Fault
from briefing.verify.facts.function_words import PRONOUNS, TITLES
from briefing.verify.facts.nations import WHOLE, nation
from briefing.verify.facts.place import has_place, stands_elsewhere
from briefing.verify.passages import Passage
from briefing.verify.rarity import rarity

_WITHIN = frozenset([" ", "-", "'", "’", ". ", "–", ".", " (", "/"])
_ANCHORED = 0.6  # the share of the claim that its best passage must say
_WIDEST = 5  # words: what is longer than a name and its title is no replacement
_ALL_NOUNS = frozenset(["de", "lb"])  # languages in which every noun has a capital
_NO_NAMES = frozenset({*MONTHS, *WEEKDAYS, *NUMERALS})
_BE = frozenset("is are was were be been being".split())
_RARE = 6.0  # a word worth more may be a name at the start of a sentence
_SENTENCE_ENDS = re.compile(r"[.!?:\n…|]|[\"“‘'(]$|--|[–—-] $")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: `words[start:end]` of its passage."""

    start: int
    end: int
    opens: bool
    """Whether it opens a sentence; a word that is no rare one is no name there."""


def names(passage: Passage, dull: frozenset[str] | set[str]) -> list[Name]:
    """Return the runs of capitalised words that may be names, titles in front left out."""
    found: list[Name] = []
    raw, words = passage.raw, passage.words
    i = 0
    while i < len(raw):
        if not raw[i][0].isupper() or _is_no_name(words[i], dull, raw[i]):
            i += 1
            continue
        end = i + 1
        while (
            end < len(raw)
            and raw[end][0].isupper()
            and passage.gap(end) in _WITHIN
            and words[end] not in MONTHS
        ):
            end += 1
        opens = i == 0 or bool(_SENTENCE_ENDS.search(passage.gap(i)))
        if opens and end > i + 1 and rarity(passage.keys[i]) < _RARE:
            found.append(Name(i + 1, end, False))
        elif not opens or rarity(passage.keys[i]) >= _RARE:
            found.append(Name(i, end, opens))
        i = end
    return found


def _is_no_name(word: str, dull: frozenset[str] | set[str], raw: str) -> bool:
    if word in dull and not (raw.isupper() and len(raw) > 1):
        return True
    return word in _NO_NAMES or word in TITLES


def name_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each name that the source lacks, joins otherwise, or has in another's place."""
    if not c.source.cased or c.claim.text.isupper() or c.source.language in _ALL_NOUNS:
        return
    if replaced := list(_replaced(c)):
        yield from replaced
        return
    for name in names(c.claim, c.source.dull):
        if reason := _reason(c, name):
            yield Fault("name", reason)


def _replaced(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each name in whose very place the best passage has another."""
    if c.best is None:
        return
    for i, k, j, m in c.edits:
        own = [n for n in range(i, k) if _is_capital(c.claim, n) and not (n == 0 and c.weights[0] < _RARE)]
        there = [n for n in range(j, m) if _is_capital(c.best, n) and c.best.words[n] not in c.source.dull]
        if not own or not there or max(k - i, m - j) > _WIDEST:
            continue
        if not c.firm(i, k, j, m) or c.anchored_beside(i, k) < _ANCHORED:
            continue
        if _short_for(c, own, there) or _is_turned(c, c.best, own):
            continue
        told, other = c.claim.told(own[0], own[-1] + 1), c.best.told(there[0], there[-1] + 1)
        lacking = not any(present(c, n) for n in own)
        yield Fault(
            "name", _not_there(told, other) if lacking else f"the source says '{other}' here, not '{told}'"
        )


def _is_turned(c: Comparison, best: Passage, name: list[int]) -> bool:
    """Say whether one of the two is in the passive, and both have the name: then its place says nothing."""
    return _is_passive(c.claim) != _is_passive(best) and all(c.claim.keys[n] in best.keys for n in name)


def _is_passive(passage: Passage) -> bool:
    return "by" in passage.words and not _BE.isdisjoint(passage.words)


def _is_capital(passage: Passage, i: int) -> bool:
    return passage.raw[i][0].isupper() and passage.words[i] not in _NO_NAMES


def _country(raw: list[str]) -> str:
    """Return the country that the words of a name stand for together, or any of them; or ""."""
    low = " ".join(raw).lower()
    return WHOLE.get(low) or next(filter(None, map(nation, low.split(" "))), "")


def _short_for(c: Comparison, own: list[int], there: list[int]) -> bool:
    """Say whether two names may be one: its initials, a word in common, a country and its people."""
    if c.best is None:
        return False
    one, other = [c.claim.raw[n] for n in own], [c.best.raw[n] for n in there]
    if _country(one) == _country(other) != "":
        return True
    if not {c.claim.keys[n] for n in own}.isdisjoint(c.best.keys[n] for n in there):
        return True
    return any(
        len(short) == 1 and short[0].isupper() and short[0].replace(".", "")[:1] == long[0][0]
        for short, long in ((one, other), (other, one))
    )


def _rivals(c: Comparison) -> list[tuple[int, int]]:
    """Return the names in the best passage that the claim doesn't have."""
    if c.best is None:
        return []
    said = set(c.claim.keys) | {nation(word) for word in c.claim.words} - {""}
    return [
        (name.start, name.end)
        for name in names(c.best, c.source.dull)
        if not any(
            c.best.keys[i] in said or nation(c.best.words[i]) in said for i in range(name.start, name.end)
        )
    ]


def _reason(c: Comparison, name: Name) -> str:
    words = c.claim.words
    told = c.claim.told(name.start, name.end)
    content = [
        i for i in range(name.start, name.end) if words[i] not in TITLES and words[i] not in c.source.dull
    ]
    lacking = [i for i in content if not present(c, i)]
    if lacking:
        if _whole_known(c, name):
            return ""
        lacked = c.claim.told(lacking[0], lacking[-1] + 1)
        rival = next((r for r in _rivals(c) if _touches(c.slot(name.start, name.end), r)), None)
        return _not_there(lacked, c.best.told(*rival) if rival and c.best else "")
    for one, other in itertools.pairwise(content):
        if other == one + 1 and c.claim.gap(other) == " " and not _together(c, one, other):
            return f"the source never says '{c.claim.told(one, other + 1)}'"
    return _out_of_place(c, name, content, told)


def _not_there(told: str, instead: str) -> str:
    return f"'{told}' is not in the source" + (f"; it has '{instead}'" if instead else "")


def _touches(slot: range, span: tuple[int, int]) -> bool:
    return any(i in slot for i in range(*span))


def present(c: Comparison, i: int) -> bool:
    """Say whether the source has the word `i` of the claim in some form: inflected, a people's, initials."""
    word, source, index = c.claim.words[i], c.source, c.source.index
    if index.has(word) or index.has_key(c.claim.keys[i]):
        return True
    country = nation(word)
    if country and source.has_nation(country):
        return True
    if source.spells(c.claim.raw[i]):
        return True
    return index.has(f"{word}s") or index.has(word.removesuffix("s"))


def _whole_known(c: Comparison, name: Name) -> bool:
    """Say whether the source has the name's initials, or the country that its words together stand for."""
    words, raw = c.claim.words[name.start : name.end], c.claim.raw[name.start : name.end]
    if (country := WHOLE.get(" ".join(words))) and c.source.has_nation(country):
        return True
    initials = "".join(word[0] for word in raw)
    return len(initials) > 1 and bool(re.search(rf"\b{'[.]?'.join(initials)}\b", c.source.text))


def _together(c: Comparison, one: int, other: int) -> bool:
    """Say whether some passage has both words of a name."""
    words, keys, index = c.claim.words, c.claim.keys, c.source.index
    if index.stands([words[one], words[other]]):
        return True
    there, also = index.holding(keys[one]), index.holding(keys[other])
    if not there or not also:
        return True  # one of them stands there in another form
    return not set(there).isdisjoint(also)


def _out_of_place(c: Comparison, name: Name, content: list[int], told: str) -> str:
    """Return a reason where the best passage has another name in the place of this one."""
    if not content or c.best is None or not has_place(c, (name.start, name.end)):
        return ""
    last = content[-1]
    held, country = c.best.keys, nation(c.claim.words[last])
    if any(c.claim.keys[i] in held for i in content) or (country and country in map(nation, c.best.words)):
        return ""
    slot = c.slot(name.start, name.end)
    if any(c.best.words[i] in PRONOUNS for i in slot):
        return ""
    holding = c.source.index.holding(c.claim.keys[last])
    elsewhere = stands_elsewhere(
        c, (name.start, name.end), holding, [r for r in _rivals(c) if _touches(slot, r)]
    )
    if isinstance(elsewhere, tuple) and not _short_for(c, content, [*range(*elsewhere)]):
        return f"the source says '{c.best.told(*elsewhere)}' here, not '{told}'"
    return ""
