"""Names of organisations in English text, and of which kind each is by its own words or those beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Document, Sentence
from briefing.text.organisation_words import KINDS

_LONGEST = 1000
"""Characters of a sentence that are read, so that looking back from each name stays cheap."""
_CAPITAL = (
    r"[A-Z](?:[\w&-]|['’](?!s\b)(?=\w)|\.(?=\w)|(?<=\bInc)\.|(?<=\bLtd)\."
    r"|(?<=\bCo)\.|(?<=\bCorp)\.|(?<=\bBros)\.)*"
)
_NAME = re.compile(rf"(?<![\w'’-]){_CAPITAL}(?: (?:(?:of|of the|for|&) )?{_CAPITAL}){{0,6}}")
_NO_NAME = re.compile(
    r"(?:The|An?|In|On|At|By|For|From|But|And|When|While|After|Before|As|If|Since|Last|This|That|Its|His|Her"
    r"|Their|Our|It|He|She|They|There|What|Now|So) "
)
_NO_ORGANISATION = re.compile(
    r"(?:The|An?|In|On|At|By|For|From|But|And|When|While|After|Before|As|If|Since|Last|This|That|Its|His|Her"
    r"|Their|Our|It|He|She|They|There|What|Now|So|I|We|You|\w+day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\w+(?:ese|ish)|West Bank)$"
)
_BESIDE = re.compile(r"(?P<noun>[a-z-]+) $")
_BEHIND = re.compile(
    r"(?:,| \() ?(?:which is |now |once |formerly )?(?:the|an?|one of the|[A-Z][\w-]+['’]s)"
    r" (?:[\w'’.-]+ ){0,6}?(?P<noun>[a-z-]+)(?=,|\.|\)| (?:in|that|which|based|with|for|of|who|whose)\b)"
)
# "Norvik is a shipping company", "Norvik's chief executive": what it is, told elsewhere.
_IS = re.compile(
    r" (?:\([A-Z][\w&]+\) )?(?:is|are|was) (?:the|an?|one of the|[A-Z][\w-]+['’]s)"
    r" (?:[\w'’.-]+ ){0,6}?(?P<noun>[a-z-]+)(?=,|\.| (?:in|that|which|based|with|for|of|who|whose)\b)"
)
_HEADED = re.compile(r"(?:['’]s)? (?:shares|stock price|chief executive|CEO|chairman and chief executive)\b")
_HEADED_BEFORE = re.compile(r"(?:[Ss]hares (?:in|of)|[Cc]hief executive of|CEO of) $")
_HEADED_KINDS = ("company", "firm")


def of_kind(document: Document, sentence: Sentence, noun: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentence names what, by its name or by what stands beside it, is a `noun`."""
    text, (beside, in_names) = document.article.text, KINDS[noun]
    for start, end in names_in(text, sentence):
        words = text[start:end].lower().split()
        before = _BESIDE.search(text, sentence.start, start)
        behind = _BEHIND.match(text, end, sentence.end) or _IS.match(text, end, sentence.end)
        headed = noun in _HEADED_KINDS and (
            _HEADED.match(text, end, sentence.end) or _HEADED_BEFORE.search(text, sentence.start, start)
        )
        if (
            (len(words) > 1 and not in_names.isdisjoint(words))
            or (before and before["noun"] in beside)
            or (behind and behind["noun"] in beside)
            or headed
        ):
            yield start, end


def names_in(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where capitalised names stand in a sentence of `text`, people's and places' included."""
    for found in _NAME.finditer(text, sentence.start, min(sentence.end, sentence.start + _LONGEST)):
        start = found.start()
        while opening := _NO_NAME.match(text, start, found.end()):
            start = opening.end()
        if not _NO_ORGANISATION.match(text, start, found.end()):
            yield start, found.end()
