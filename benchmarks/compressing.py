"""Shorter versions of a sentence: true ones leave out what may go, false ones splice what remains.

They are what summarizers write and get wrong: a subject from one clause with the predicate of another, a
name out of a phrase made the one who acts, a word in place of another. Made for training; some of the false
ones happen to be true, which costs the weights a little and the benchmark nothing.
"""

from __future__ import annotations

import random
import re

_PREPOSITION = re.compile(
    r" (?:of|in|on|at|from|by|with|into|after|before|during|through|over|under|against|near|for|outside) ",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", [^,.;:\"“”]{8,60},(?= )")
_OPENER = re.compile(
    r"^(?:In|On|At|After|Before|During|But|And|Meanwhile|However|Despite)\b[^,]{2,50}, (?=\w)"
)
_LAST_PHRASE = re.compile(
    r",? (?:in|on|at|after|before|during|for|from|with|by|near|since|while|when|as|who|which|according) "
    r"[^,]{4,60}$"
)
_SAID = re.compile(
    r",? (?:[\w.]+ ){1,4}(?:said|says|reported|announced)(?: \w+)?$"
    r"|^(?:[\w.']+ ){1,5}(?:said|says)(?: that)? "
)


def true_version(sentence: str, pick: random.Random) -> str | None:
    """Return the sentence without an aside, an opening, a last phrase or its speaker; or None."""
    bare = sentence.strip().rstrip(".")
    shorter = [
        form.sub("", bare, count=1) for form in (_ASIDE, _OPENER, _LAST_PHRASE, _SAID) if form.search(bare)
    ]
    fit = [s for s in shorter if len(s.split()) >= 5]
    return _closed(pick.choice(fit)) if fit else None


def false_version(sentence: str, other: str, pick: random.Random) -> str | None:
    """Return words of the sentence, or of it and another of the same article, put together wrongly."""
    words, more = sentence.strip().rstrip(".").split(), other.strip().rstrip(".").split()
    if len(words) < 10 or len(more) < 6:
        return None
    kind = pick.choice(("skip", "skip", "skip", "join", "promote", "swap", "repeat", "replace", "replace"))
    return _FALSE[kind](words, more, pick)


def invented(claim: str, stranger: str, pick: random.Random) -> str | None:
    """Return the claim with a part of what is said of something else in place of its own."""
    words, more = claim.strip().rstrip(".").split(), stranger.strip().rstrip(".").split()
    if len(words) < 6 or len(more) < 6:
        return None
    size = pick.randint(1, 4)
    start, there = pick.randint(0, len(words) - size), pick.randint(0, len(more) - size)
    put_in = more[there : there + size]
    if {w.lower() for w in put_in} <= {w.lower() for w in words} or max(map(len, put_in)) < 5:
        return None
    return _closed(" ".join(words[:start] + put_in + words[start + size :]))


def _closed(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _skip(words: list[str], _more: list[str], pick: random.Random) -> str:
    start = pick.randint(2, len(words) // 2)
    end = pick.randint(start + 3, len(words) - 2)
    return _closed(" ".join(words[:start] + words[end:]))


def _join(words: list[str], more: list[str], pick: random.Random) -> str:
    return _closed(" ".join(words[: pick.randint(2, 6)] + more[-pick.randint(3, 8) :]))


def _promote(words: list[str], _more: list[str], _pick: random.Random) -> str | None:
    found = _PREPOSITION.search(" ".join(words[: len(words) // 2]))
    return _closed(" ".join(words)[found.end() :]) if found else None


def _swap(words: list[str], _more: list[str], pick: random.Random) -> str | None:
    long = [i for i, word in enumerate(words) if len(word) > 4]
    if len(long) < 3:
        return None
    i, j = sorted(pick.sample(long, 2))
    words = [*words]
    words[i], words[j] = words[j], words[i]
    return _closed(" ".join(words))


def _repeat(words: list[str], _more: list[str], pick: random.Random) -> str:
    i = pick.randint(3, len(words) - 2)
    return _closed(" ".join([*words[:i], words[i - 1], *words[i + 1 :]][: i + pick.randint(1, 6)]))


def _replace(words: list[str], more: list[str], pick: random.Random) -> str | None:
    here = [i for i, word in enumerate(words) if word.isalpha() and len(word) > 3]
    there = [word for word in more if word.isalpha() and len(word) > 3 and word not in words]
    if not here or not there:
        return None
    words = [*words]
    words[pick.choice(here)] = pick.choice(there)
    return _closed(" ".join(words[: pick.randint(8, 24)]))


_FALSE = {
    "skip": _skip,
    "join": _join,
    "promote": _promote,
    "swap": _swap,
    "repeat": _repeat,
    "replace": _replace,
}
