"""Bylines: who wrote an article."""

from __future__ import annotations

import re

from briefing.text.places import AGENCIES

_LONGEST = 120  # characters
_BY = re.compile(
    r"(?:by|words by|text by|story by|report by|written by|reporting by|(?:reporter|author|editor)(?= ?:)"
    r"|von|par|por|di|door|av|af|autor"
    r"|autorin|auteur|text|texte|автор|текст|بقلم|كتب|كتبت|作者|记者|文)(?: ?[:：/]| )\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
_LINKING = frozenset(
    "and und et y e i en og och и و & for in at with of the de la von van der den bin al".split()
)
_FUNCTION = (
    r"(?:[\w-]+ ){0,2}(?:correspondent|reporter|editor|writer|desk|bureau|korrespondent(?:in)?"
    r"|redakteur(?:in)?|journaliste?|rédaction|redacción|redazione|redactie|корреспондент|редакция|مراسل|记者)"
)
_OFFICE = re.compile(
    rf"[^,|]{{3,60}}[,|] ?{_FUNCTION}(?: in [\w ]{{3,30}})?|(?:our|staff|special|from our) {_FUNCTION}"
    r"|by our [\w-]+(?: [\w-]+){0,3}|staff and agencies|news agencies|agencies",
    re.IGNORECASE,
)


def is_byline(line: str) -> bool:
    """Tell whether `line` names who wrote the article ("By Ana Ruiz and Jo Lee", "Reuters")."""
    text = line.strip().strip("()[]|–—- ")
    if not text or len(text) > _LONGEST or text[-1] in ".!?:;":
        return False
    if text.casefold() in AGENCIES or _OFFICE.fullmatch(text):
        return True
    by = _BY.fullmatch(text)
    return bool(by) and _are_names(by["who"]) if by else False


def _are_names(text: str) -> bool:
    """Tell whether `text` is one to ten words, each a name or a word that links names."""
    words = re.sub(r"[,|/–—]", " ", text).split()
    return 1 <= len(words) <= 10 and all(
        not word[0].islower() or word.casefold() in _LINKING for word in words
    )
