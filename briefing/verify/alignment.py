"""Where in the articles a claim comes from: the evidence of a bullet that nobody copied."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Document, Evidence
from briefing.text.clean import one_line
from briefing.verify.comparison import Comparison
from briefing.verify.passages import passage_of
from briefing.verify.source import Source


def align(claim: str, documents: Sequence[Document]) -> tuple[Evidence, ...]:
    """Return the sentences that `claim` rests on, best first: at most three, none where no word is shared.

    They are of the one article that has most of what the claim says. A sentence is taken for what it has of
    the claim's telling words that those before it lack, rare words counting more; each carries its span in
    the article's text as given. The work is linear in the articles.
    """
    compared = [(_compare(claim, document), document) for document in documents]
    if not compared:
        return ()
    best, document = min(compared, key=lambda pair: pair[0].lacking)
    article = document.article
    passages = (best.source.passages[number] for number in best.evidence)
    return tuple(Evidence(article.id, p.start, p.end, article.text[p.start : p.end]) for p in passages)


def _compare(claim: str, document: Document) -> Comparison:
    article, spans = document.article, [(s.start, s.end) for s in document.sentences]
    source = Source(article.text, article.language, spans)
    return Comparison(passage_of(one_line(claim), article.language), source)
