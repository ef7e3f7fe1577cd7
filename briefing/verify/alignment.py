"""Where in an article a claim comes from: the evidence of a bullet that nobody copied."""

from __future__ import annotations

from briefing.model import Document, Evidence
from briefing.text.clean import one_line
from briefing.verify.comparison import Comparison
from briefing.verify.passages import passage_of
from briefing.verify.source import Source


def align(claim: str, document: Document) -> tuple[Evidence, ...]:
    """Return the sentences that `claim` rests on, best first: at most three, none where no word is shared.

    A sentence is taken for what it has of the claim's telling words that those before it lack, rare words
    counting more; each carries its span in the article's text as given. The work is linear in the article.
    """
    article, spans = document.article, [(s.start, s.end) for s in document.sentences]
    source = Source(article.text, article.language, spans)
    comparison = Comparison(passage_of(one_line(claim), article.language), source)
    passages = (source.passages[number] for number in comparison.evidence)
    return tuple(Evidence(article.id, p.start, p.end, article.text[p.start : p.end]) for p in passages)
