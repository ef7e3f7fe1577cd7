"""Quotations that keep their speaker: a sentence that is half of one, or all quotation, stands for nobody."""

from __future__ import annotations

import re

from briefing.model import Document
from briefing.summarizers.wording.quoted import quotations

_SPEAKS = re.compile(
    r"(?i)\b(?:said|says|say|saying|told|tells|tell|telling|wrote|writes|writing|tweet(?:ed|s|ing)|posted"
    r"|asked|asks|added|adds|according to|read|reads|replied|called|calls|calling|describ\w+|stated|states"
    r"|insist\w*|argu\w+|claim\w*|admit\w*|explain\w*|recall\w*|announc\w+|warn\w*|declar\w+|shout\w*|joked|quipped|noted|notes|continued|urged"
    r"|sang|chanted|quoted|remark\w*|respond\w*|testified|concluded|confirmed|complained|mused|reveal\w*"
    r"|report\w*|titled|named|dubbed|known as|entitled|yelled|screamed|exclaimed|vowed|demanded|suggested"
    r"|wondered|lamented|boasted|predicted)\b"
)
_DOUBLE = re.compile('["“”„«»]')
_SINGLE_OPENING = re.compile(r"(?<![\w.,!?])['‘](?=[A-Z])")
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_SINGLE_CLOSING = re.compile(r"(?<=[.,!?])['’](?!\w)")
_LONG = 4
_REACH = 8


def has_speaker(document: Document, index: int, text: str) -> bool:
    """Say whether every quotation in `text` is whole and has somebody to say it.

    False for a sentence in the midst of a quotation, or that is nothing but one.
    """
    spans = quotations(text)
    if not _balanced(text) or (not spans and _inside(document, index)):
        return False
    if not spans:
        return True
    start, end = spans[0]
    outside = _without(text, spans)
    if not any(map(str.isalnum, outside)):
        return False
    long = len(text[start:end].split()) > _LONG
    return not long or bool(_SPEAKS.search(outside)) or start > 2


def _balanced(text: str) -> bool:
    marks = _DOUBLE.findall(text)
    if len(marks) % 2 or ("“" in marks and "”" in marks and marks.count("“") != marks.count("”")):
        return False
    if marks:
        return True
    # An apostrophe may close a word as well, so only what is plainly a quotation's first or last mark counts.
    opening, closing = _SINGLE_OPENING.search(text), _SINGLE_CLOSING.search(text)
    if closing and not _OPENS.search(text, 0, closing.start()):
        return False
    return not (opening and not _CLOSES.search(text, opening.end()))


def opened_before(document: Document, index: int) -> bool:
    """Say whether the last quotation mark before the sentence, in its paragraph, opens a quotation."""
    here = document.sentences[index].paragraph
    before = reversed(document.sentences[max(0, index - _REACH) : index])
    texts = (s.text for s in before if s.paragraph == here)
    return next((last for text in texts if (last := _edges(text)[1:])), "") == "("


def _inside(document: Document, index: int) -> bool:
    """Say whether the sentence stands between marks that an earlier and a later sentence hold."""
    if not opened_before(document, index):
        return False
    here = document.sentences[index].paragraph
    after = document.sentences[index + 1 : index + 1 + _REACH]
    return next((first for s in after if s.paragraph == here and (first := _edges(s.text)[:1])), "") == ")"


def _edges(text: str) -> str:
    """Return what the first and the last quotation mark of `text` do: "(" for opening, ")" for closing."""
    marks = [_side(text, found.start()) for found in _DOUBLE.finditer(text)] or _single_marks(text)
    return marks[0] + marks[-1] if marks else ""


def _single_marks(text: str) -> list[str]:
    """Return what the single marks do, in order; a closing one without an opening one must follow a stop."""
    marks: list[str] = []
    opening, after = _SINGLE_OPENING.search(text), 0
    stop = _SINGLE_CLOSING.search(text)
    if stop and not (opening and opening.start() < stop.start()):
        marks.append(")")
        after = stop.end()
    while opening := _SINGLE_OPENING.search(text, after):
        marks.append("(")
        closing = _CLOSES.search(text, opening.end())
        if closing is None:
            break
        marks.append(")")
        after = closing.end()
    return marks


def _side(text: str, place: int) -> str:
    """Return "(" for a double mark before what it quotes, ")" for one behind it."""
    if text[place] not in '"“':  # German closes with the mark that English opens with
        return "(" if text[place] in "„«" else ")"
    fresh = place == 0 or text[place - 1] in " (["
    return "(" if fresh and text[place + 1 : place + 2].strip() else ")"


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    kept, after = [], 0
    for start, end in spans:
        kept.append(text[after:start])
        after = end
    return " ".join((*kept, text[after:]))
