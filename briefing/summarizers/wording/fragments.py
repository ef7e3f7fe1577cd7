"""What looks like a sentence and is none, or tells nothing: labels, half sentences, a few plain words."""

from __future__ import annotations

import re

_TOO_FEW = 5
_FEW = 8
# "Moss: There are …", "Feat: Ada Brun took …": an interview, a caption, an item of a list.
_LABEL = re.compile(
    r"(?:[A-Z][\w'’.-]*(?: [A-Z“”\"][\w'’.“”\"-]+){0,3}: (?=[A-Z\"“'‘])|\d{1,2}[.)] (?=[A-Z\"“'‘]))"
    r"|The [a-z]+: |(?:Q|A|Question|Answer|CNN)[.:] "
)
# Without a comma there is no main clause behind it.
_SUBORDINATE = re.compile(r"(?:Unless|Because|Although|Though|Whereas|While|Whether|If|Except|For as)\b(?!,)")
# A byline, a list of names, the date and place of a show.
_NAMES_ALONE = re.compile(r"(?:[A-Z\d][\w.'’-]*,? (?:and |of |the |for |at )?)*[A-Z\d][\w'’-]*[.!]$")
# What is so at all times is no news; what is going on may be.
_ALWAYS = re.compile(
    r"\b(?:is|are|am|isn['’]t|aren['’]t|can|cannot|can['’]t|may|do|does|don['’]t"
    r"|doesn['’]t)\b(?! \w+ing\b)"
)
_TELLS = re.compile(r"\d|(?<=[\w,] )[A-Z]|%")
# Who asks the reader to call, write or watch reports nothing.
_NOTICE = re.compile(
    r"\(?\b\d{3}\)?[-. ]\d{3}[-.]\d{4}\b|\b1-8\d\d-|\b[Aa]nyone with (?:any )?information\b"
    r"|^(?:Viewers|Readers|Listeners) (?:are|were) (?:invited|asked)\b|^(?:Copyright|©)"
    r"|\b(?:opinions?|views?) expressed in this\b|, please\b"
)
_TO_READER = re.compile(r"^(?:\S+ ){1,4}you(?:['’](?:re|ve|ll|d))?(?![\w-])")
# A feeling, not an event: "What a difference a year makes."
_EXCLAIMS = re.compile(r"What an? |How [a-z]+ (?:it|this|that|they|things) ")


def is_fragment(text: str) -> bool:
    """Say whether English `text` is a label with what it labels, or a clause that depends on another."""
    if _LABEL.match(text) or _NAMES_ALONE.match(text):
        return True
    return bool(_SUBORDINATE.match(text)) and "," not in text and " -- " not in text and "—" not in text


def is_trivial(text: str) -> bool:
    """Say whether English `text` is too short to tell news, or a notice to the reader.

    A few words will do where there is a figure or a name among them; a few more, where they tell an event. So
    will a word to "you" at the start.
    """
    words = len(text.split())
    little = words < _TOO_FEW or (words < _FEW and _ALWAYS.search(text)) or _TO_READER.match(text)
    return bool((little and not _TELLS.search(text)) or _NOTICE.search(text) or _EXCLAIMS.match(text))
