"""From an article to its sentences."""

from __future__ import annotations

from briefing.model import Article, Document, Sentence
from briefing.text.clean import one_line
from briefing.text.dateline import dateline
from briefing.text.sentences import spans


def document(article: Article) -> Document:
    """Return the article with its sentences, each with its span in `article.text`.

    A dateline ("BAMAKO: ") at the start of the text belongs to no sentence.
    """
    text = article.text
    opening = dateline(text.split("\n", 1)[0])
    sentences: list[Sentence] = []
    paragraph = seen = 0
    for start, end in spans(text, article.language):
        begin = opening.end if opening and start < opening.end < end else start
        paragraph += text.count("\n", seen, begin)
        seen = begin
        sentences.append(Sentence(one_line(text[begin:end]), begin, end, len(sentences), paragraph))
    return Document(article, tuple(sentences))
