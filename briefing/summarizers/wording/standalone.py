"""A bullet that can be read alone: names in the place of pronouns and bare surnames, or nothing at all."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from briefing.model import Document
from briefing.summarizers.wording.definites import opens_with_person
from briefing.summarizers.wording.leaning import leans
from briefing.summarizers.wording.names import People, people
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
    if not text or len(text) > _LONGEST:
        return None
    own = (document.sentences[index].start, document.sentences[index].end)
    language = document.article.language
    if _is_caption(document, index) or leans(text, language) or not has_speaker(document, index, text):
        return None
    if language != "en":
        return Telling(text, (own,))
    who = people(document) if who is None else who
    resolved = with_referents(document, index, text, told, who)
    if resolved is None or opens_with_person(document, index, text):
        return None
    named = with_full_names(document, resolved.text, told, who)
    return Telling(named.text, (own, *dict.fromkeys((*resolved.spans, *named.spans))))


def _is_caption(document: Document, index: int) -> bool:
    """Say whether the sentence was a line without an end, which got a stop when the lines were joined."""
    if not document.sentences[index].text.endswith(" ."):
        return False
    loose = sum(s.text.endswith(" .") for s in document.sentences)
    return loose < sum(s.text.endswith(".") for s in document.sentences) - loose
