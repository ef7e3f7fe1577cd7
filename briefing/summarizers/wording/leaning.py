"""Sentences that lean on what the reader of one bullet does not see, or that are no report at all."""

from __future__ import annotations

import re

from briefing.summarizers.wording import foreign_openers, openers
from briefing.summarizers.wording.fragments import is_fragment, is_trivial
from briefing.summarizers.wording.pointers import points_back
from briefing.summarizers.wording.quoted import quotations

_OPENING_MARKS = "\"'“‘«„([ "
_CLOSING_MARKS = "\"'”’»)] "
# A question, or the promise of something to come.
_UNFINISHED = ("?", "？", "؟", ":", "：", ",", ";")
_PRONOUN = re.compile(r"(?:He|She|His|Her|It|Its|They|Their|This|That|These|Those)\b(?!['’])")
_FIRST_PERSON = re.compile(
    r"(?:^|(?<!\w)[a-z][a-z'’-]*[,;:]? |[,;:()–—-] |[.!?] )I(?:['’](?:m|ve|d|ll))?(?= )"
    r"|\b(?:[Ww]e(?:['’](?:re|ve|ll|d))?|[Mm]y|[Oo]urs?|us|me|[Mm]yself|[Oo]urselves)\b(?!-)"
)


def leans(text: str, language: str) -> bool:
    """Say whether `text` needs what stood before it, asks or orders the reader, or speaks as "I" or "we".

    English "He", "She", "His" and "Her" are left for a name to be put in. Of other languages the first words
    alone are judged.
    """
    if text.rstrip(_CLOSING_MARKS).endswith(_UNFINISHED):
        return True
    bare = text.lstrip(_OPENING_MARKS)
    if language != "en":
        return foreign_openers.takes_up(bare, language)
    if openers.addresses_reader(text) or openers.takes_up(bare, quoted=bare != text):
        return True
    if is_fragment(text) or is_trivial(text) or points_back(text):
        return True
    return _first_person(text)


def takes_up(text: str, language: str) -> bool:
    """Say whether `text` begins with what only the sentence before explains: "But", "It", "The two"."""
    bare = text.lstrip(_OPENING_MARKS)
    if language != "en":
        return foreign_openers.takes_up(bare, language)
    return openers.takes_up(bare, quoted=bare != text) or bool(_PRONOUN.match(bare))


def _first_person(text: str) -> bool:
    """Say whether the report itself, not somebody whom it quotes, says "I" or "we"."""
    spoken = quotations(text)
    return any(not any(a < f.end() <= b for a, b in spoken) for f in _FIRST_PERSON.finditer(text))
