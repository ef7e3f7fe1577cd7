"""What a person looks for → an expression of FTS5 in which nothing but the words acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.store.index import fold
from briefing.text.words import UNSPACED, words

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_MOST = 32  # terms: what is more is no question
# One character of a script whose pairs are indexed, and Korean, which hangs its particles on the word.
_OPEN = re.compile(f"[{UNSPACED}]|.*[\uac00-\ud7a3]")


def terms(asked: Sequence[str]) -> list[str]:
    """Return the words and "quoted phrases" in what was asked; a trailing * stays."""
    found = (phrase or word for phrase, word in _TERM.findall(" ".join(asked)))
    return [term for term in found if words(fold(term))][:_MOST]


def expression(terms: Sequence[str]) -> str:
    """Return what FTS5 is to look for: all the terms, each as it stands; "elect*" is the start of a word."""
    return " AND ".join(_phrases(terms))


def _phrases(terms: Sequence[str]) -> Iterator[str]:
    for term in terms:
        found = words(fold(term))
        star = "*" if term.endswith("*") or _OPEN.fullmatch(found[-1]) else ""
        yield f'"{" ".join(found)}"{star}'
