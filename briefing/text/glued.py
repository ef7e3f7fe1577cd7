"""Sentences with no space between them, as "said.The"; names, files and addresses have stops inside too."""

from __future__ import annotations

import re

from briefing.text.lexicon import SUFFIXES
from briefing.text.stops import WORD, Stops

_OPENERS = "\"'“‘«("
_LATTER = re.compile(r"[\w@/\\]*[@/\\_(]|\w+\.\w")
_ADDRESS = re.compile(r"[@/\\_#]|\bwww\b", re.IGNORECASE)
# A word and one mark: an ellipsis between two words divides nothing, and "!Kung" is a name.
_TIGHT = re.compile(r"[^\s.!?…][.!?…][^.…]")
_REACH = 60


def ends_glued(stops: Stops, start: int, at: int, after: int) -> bool:
    """Say whether a sentence ends with the stop at `at` although the next one follows at once, at `after`."""
    text = stops.text
    right = WORD.match(text, after + (text[after] in _OPENERS))
    if right is None or right[0][0].islower() or _LATTER.match(text, right.start()):
        return False
    if not _TIGHT.search(text[max(0, at - 1) : at + 2]):
        return False
    tail = text[max(start, at - _REACH) : at]
    token = tail[tail.rfind(" ") + 1 :]
    if _ADDRESS.search(token) or right[0].lower() in SUFFIXES:
        return False
    return _fits(stops, stops.word(start, at), right[0], right.end())


def _fits(stops: Stops, left: str, right: str, end: int) -> bool:
    """Say whether the words are the last of one sentence and the first of another."""
    starter = stops.starter(end - len(right))
    if len(right) == 1 and not (starter and stops.text[end : end + 1] == " "):
        return False
    words = stops.words
    if left in words.titles or left in words.open or left in words.general:
        return False
    if left.replace(",", "").replace(".", "").rstrip("%").isdigit():
        return starter and len(left) > 1
    if not left.rstrip(")]").isalpha():
        return False
    return left.islower() or starter or (len(left) > 2 and not right.isupper())
