"""Sentences that the source has word for word: their score is known before the source is prepared."""

from __future__ import annotations

from briefing.verify.cuts import quick_spans
from briefing.verify.features import copied_whole
from briefing.verify.passages import Passage
from briefing.verify.score import score_of
from briefing.verify.source import ARTICLES, Source

_AROUND = 40  # characters before and after a sentence that tell whether it begins and ends there
_LONGEST = 1_000  # characters: what is longer may be cut where it is compared
_MOST = 8  # places that are looked at


def verbatim_score(sentence: Passage, source: Source) -> float | None:
    """Return the score of a claim that is a whole sentence of an English source, white space apart.

    None where it is none; then it has to be compared. The work is one search of the text.
    """
    text = sentence.text.strip()
    if not source.english or len(text) > _LONGEST or not _stands(text, source):
        return None
    telling = not source.dull.issuperset(sentence.words)
    told = sum(word not in ARTICLES for word in sentence.words)
    return score_of({**copied_whole(told), "known": 1.0, "ordered": float(telling)}, "en")


def _stands(sentence: str, source: Source) -> bool:
    if _is_sentence(sentence, source.text):
        return True
    # In lines of another width it has the same words.
    return all(word in source.text for word in sentence.split()) and _is_sentence(sentence, source.flat)


def _is_sentence(sentence: str, text: str) -> bool:
    """Say whether the text has these very words from one end of a sentence to the next."""
    at = text.find(sentence)
    for _ in range(_MOST):
        if at < 0:
            return False
        around = text[max(0, at - _AROUND) : at + len(sentence) + _AROUND]
        if any(around[start:end].strip() == sentence for start, end in quick_spans(around)):
            return True
        at = text.find(sentence, at + 1)
    return False
