"""A surname alone becomes the full name, where the reader has not met it: "Folda" to "John Folda"."""

from __future__ import annotations

import re
from collections.abc import Set

from briefing.model import Document
from briefing.summarizers.wording.name_words import CROWNED
from briefing.summarizers.wording.names import Mention, People
from briefing.summarizers.wording.quoted import quotations
from briefing.summarizers.wording.referents import Named

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Madam)\.? $")
# "the Folda family", "Folda administration": the name is not the person.
_ARTICLE = re.compile(
    r"(?i)\b(?:the|an?|this|that|those|two|other|both|young|old|late|some|many|most|several|few"
    r"|brothers?|sisters?) $|[\"”] $"
)
_OWNED = re.compile(
    r" (?:administration|government|campaign|camp|family|families|regime|era|presidency|foundation|estate"
    r"|brothers|sisters|siblings|twins)\b| [\"“]| and (?:[A-Z][\w-]+ ){1,2}"
)


def with_full_names(document: Document, text: str, told: Set[str], who: People) -> Named:
    """Give each person in `text` the full name once, unless it is told or stands in the text anyway.

    "Mr" and the like give way to it; a rank stays ("Col. Goita" to "Col. Assimi Goita"). Quotations are
    left alone.
    """
    mentions = who.mentions(text)
    done = {m.person for m in mentions if m.full}
    inside = quotations(text)
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    after = 0
    for mention in mentions:
        person = mention.person
        if person is None or person in done or person.name in told:
            continue
        if any(a <= mention.start < b for a, b in inside) or not _expands(document, text, mention):
            continue
        done.add(person)
        honorific = _HONORIFIC.search(text, after, mention.start)
        pieces += (text[after : honorific.start() if honorific else mention.start], person.name)
        after = mention.end
        spans.append((person.start, person.end))
    return Named("".join(pieces) + text[after:], tuple(spans))


def _expands(document: Document, text: str, mention: Mention) -> bool:
    """Say whether the name alone surely means the person."""
    if mention.title in CROWNED or _OWNED.match(text, mention.end) or _ARTICLE.search(text, 0, mention.start):
        return False
    # At the start of a sentence any word has a capital: "Young" may be a name or not.
    return mention.start > 2 or not _has_word(
        document.article.text, text[mention.start : mention.end].lower()
    )


def _has_word(text: str, word: str) -> bool:
    return word in text and bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
