"""What a sentence that opens with "The ship" takes up, where an earlier sentence has brought that ship in."""

from __future__ import annotations

import re

from briefing.model import Document

_OPENING = re.compile(r"The ((?:[\w'’-]+ ?){1,5})")
# Where the noun phrase is over.
_OVER = frozenset(
    "of in on at to for from with by and or that who which is are was were has have had will would can could "
    "may might did does said says told after as but when while if not also now then still".split()
)
# What follows tells which one is meant: "the ship of the line", "the ship that sank", "the ship Aurora".
_TOLD = re.compile(
    r",? ?(?:of|in|from|who|that|which|with|at|behind|for|to|on|near|where|between|against|about|over|by"
    r"|accused|charged|called|known|named|identified|involved|released|found|used|made|set|held|aboard|[A-Z“\"])"
)
# There is but one that everybody knows of, wherever the sentence stands.
_ONLY = frozenset(
    "government police army military president world country nation public internet economy weather media "
    "market king queen pope sun moon earth parliament congress state day year week month first last next "
    "number".split()
)
_SHORTEST = 3


def taken_up(document: Document, index: int, text: str) -> tuple[str, ...]:
    """Return the words that English `text` takes up from before, of which one must be told with it.

    They are the last two of the noun phrase that it opens with, where that begins with "The", is not told by
    what follows, and stands in an earlier sentence; cut to their roots, in lower case. Empty where there are
    none.
    """
    found = _OPENING.match(text)
    if found is None or index == 0:
        return ()
    words: list[str] = []
    end = found.start(1)
    for word in found[1].split():
        if word.lower() in _OVER:
            break
        if word[0].isupper():
            return ()
        end += len(word) + 1
        words.append(word)
    if not words or words[-1] in _ONLY or _TOLD.match(text, end):
        return ()
    before = document.article.text[: document.sentences[index].start].lower()
    roots = (_root(word) for word in words[-2:])
    return tuple(root for root in roots if len(root) >= _SHORTEST and has_root(before, root))


def has_root(text: str, root: str) -> bool:
    """Say whether a word of `text`, in lower case, begins with `root`."""
    return bool(re.search(rf"\b{re.escape(root)}", text))


def _root(word: str) -> str:
    """Return the word without what a plural or an owner adds."""
    word = re.sub(r"['’]s?$", "", word.lower())
    return word[:-3] if word.endswith("ies") else word.rstrip("s") if not word.endswith("ss") else word
