"""A bullet that can be read alone: names for pronouns, bare surnames and "The company", or nothing at all."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from briefing.model import Document
from briefing.summarizers.wording.definites import takes_up_middle
from briefing.summarizers.wording.leaning import leans
from briefing.summarizers.wording.names import People, people
from briefing.summarizers.wording.organisations import with_organisation
from briefing.summarizers.wording.referents import with_referents
from briefing.summarizers.wording.speech import has_speaker
from briefing.summarizers.wording.surnames import with_full_names

# What is longer is no sentence, and no bullet.
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as a bullet tells it, and where in the article it comes from."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """Offsets into `article.text`: the sentence's own first, then each name's first full mention."""


def stand_alone(
    document: Document, index: int, text: str, told: Set[str], who: People | None = None
) -> Telling | None:
    """Return `text`, the trimmed sentence `index` of `document`, so that it needs no other sentence.

    `told` holds the full names that earlier bullets have told; `who` is `people(document)`, made here
    where it is not given. None means that the sentence leans on what the reader does not see: an unresolved
    pronoun or connective, a quotation without its speaker, a caption, a question, a word to the reader. Names
    are put in for English alone; of the rest only the opening words and the quotation marks are looked at.
    """
    if not text or len(text) > _LONGEST or _is_caption(document, index):
        return None
    own = (document.sentences[index].start, document.sentences[index].end)
    if document.article.language != "en":
        return Telling(text, (own,)) if _reads_alone(document, index, text) else None
    who = people(document) if who is None else who
    named = with_organisation(document, index, text, who)
    if named is None or not _reads_alone(document, index, named.text):
        return None
    resolved = with_referents(document, index, named.text, told, who)
    if resolved is None or takes_up_middle(document, index, text):
        return None
    full = with_full_names(document, resolved.text, told, who)
    return Telling(full.text, (own, *dict.fromkeys((*named.spans, *resolved.spans, *full.spans))))


def _reads_alone(document: Document, index: int, text: str) -> bool:
    return not leans(text, document.article.language) and has_speaker(document, index, text)


def _is_caption(document: Document, index: int) -> bool:
    """Say whether the sentence was a line without an end, which got a stop when the lines were joined."""
    if not document.sentences[index].text.endswith(" ."):
        return False
    loose = sum(s.text.endswith(" .") for s in document.sentences)
    return loose < sum(s.text.endswith(".") for s in document.sentences) - loose
