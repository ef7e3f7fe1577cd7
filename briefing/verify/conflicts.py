"""Figures that disagree: for each thing, who gives which, each with its receipt."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Article, Conflict, Document, Evidence, Sentence, Side
from briefing.text.counts import FATES
from briefing.text.disputes import Claim, disputes


def conflicts(documents: Sequence[Document]) -> tuple[Conflict, ...]:
    """Return where the articles about one event, or those whom they quote, give different figures.

    English alone is read; what may be another event or another time is left out.
    """
    english = [document for document in documents if document.article.language == "en"]
    told = [(document.article, sentence) for document in english for sentence in document.sentences]
    texts = [number for number, document in enumerate(english) for _ in document.sentences]
    found: dict[str, dict[tuple[str, str], Claim]] = {}
    for pair in disputes([sentence.text for _, sentence in told], texts):
        sides = found.setdefault(_about(*pair), {})
        for claim in pair:
            sides.setdefault((claim.count.figure, claim.who), claim)
    return tuple(
        Conflict(about, tuple(_side(claim, *told[claim.index]) for claim in sides.values()))
        for about, sides in found.items()
    )


def _about(one: Claim, other: Claim) -> str:
    """Return what both count: what befell people, where one says so, or the word of the first."""
    return next((c.count.kind for c in (one, other) if c.count.kind in FATES), one.count.word)


def _side(claim: Claim, article: Article, sentence: Sentence) -> Side:
    start, end = sentence.start, sentence.end
    return Side(claim.count.figure, claim.who, Evidence(article.id, start, end, article.text[start:end]))
