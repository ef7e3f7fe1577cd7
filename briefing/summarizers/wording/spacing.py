"""Text that was joined from tokens, put back as it is printed: "Yes , he did n't ." to "Yes, he didn't.".

The same letters and figures stay in the same order; only spaces and the shape of quotation marks change.
"""

from __future__ import annotations

import re

_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-LRB-": "(", "-RRB-": ")"}
# A stop in mid-sentence is where a line once ended ("the . large rise").
_STRAY_STOP = re.compile(r" \.(?= [a-z])")
# A line that ended in another mark, given a stop all the same.
_SECOND_STOP = re.compile(r"(?<=[:;,?!…]) \.$")
_BEFORE_MARK = re.compile(r"(?<!\.) +(?=(?:\.(?! ?\.)|[,)\]])(?:[\s\"'”’)\].,]|$))")
_BEFORE_ENGLISH_MARK = re.compile(r" +(?=[;:!?](?:[\s\"'”’)\].,]|$))")
_AFTER_OPENING = re.compile(r"(?<=[(\[]) +")
_CLITIC = re.compile(r"(?<=\w) (?=['’](?:s|re|ve|ll|d|m)\b(?!['’]))")
_NOT = re.compile(
    r"(?i)\b(ca|wo|sha|ai|do|does|did|is|are|was|were|has|have|had|would|could|should|might|must|need)"
    r" (?=n['’]t\b)"
)
# What most sentences don't have, so that they need no closer look.
_LOOSE_MARK = re.compile(r" (?:[.,)'’:;?!]|n['’])")
_LOOSE_QUOTE = re.compile(r'(?:^| )"(?: |$)')


def tidy(text: str, language: str) -> str:
    """Return `text` with single spaces, none before a stop or a comma, and with plain quotation marks."""
    if "  " in text or "\n" in text:
        text = " ".join(text.split())
    if "``" in text or "-LRB-" in text or "-lrb-" in text:
        text = _from_treebank(text)
    if '" ' in text or "( " in text or _LOOSE_MARK.search(text):
        text = _closed(text, language)
    return text


def _closed(text: str, language: str) -> str:
    """Take out the spaces before what follows at once, and within quotation marks and brackets."""
    if " ." in text:
        text = _SECOND_STOP.sub("", _STRAY_STOP.sub("", text))
    if " ." in text or " ," in text or " )" in text or "( " in text:
        text = _AFTER_OPENING.sub("", _BEFORE_MARK.sub("", text))
    if language == "en":
        text = _english(text)
    return text


def _english(text: str) -> str:
    """Join what English writes together: "did n't", "Smith 's", "Why ?"."""
    if " '" in text or " n'" in text or " ’" in text or " n’" in text:
        text = _NOT.sub(r"\1", _CLITIC.sub("", text))
    if " :" in text or " ;" in text or " ?" in text or " !" in text:
        text = _BEFORE_ENGLISH_MARK.sub("", text)
    if '" ' in text and _LOOSE_QUOTE.search(text) and text.count('"') % 2 == 0:
        text = _closed_up(text)
    return text


def _from_treebank(text: str) -> str:
    for token, mark in _BRACKETS.items():
        text = text.replace(token, mark)
    return text.replace("``", '"').replace("''", '"')


def _closed_up(text: str) -> str:
    """Set quotation marks against what they quote: the first of a pair to the right, the other left."""
    pieces = text.split('"')
    for i in range(1, len(pieces), 2):
        pieces[i] = pieces[i].strip()
    return '"'.join(pieces)
