"""sumy's eight summarizers, over our own sentences, words and stop words: nothing is downloaded.

sumy scores equal sentences as one and slows down with the square of their number or worse, so it is given
each sentence once, and the first `CAP` of them.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from typing import Any

from briefing.errors import EngineError
from briefing.model import Article, Bullet, Document
from briefing.summarizers.engine import Candidate, Factory, candidates
from briefing.text.words import stop_words, words

CAP = 200
"""The most sentences that sumy is given: the time of LSA grows with the cube of their number."""

# Edmundson's cue words: what announces that something matters, and what announces that it doesn't.
_BONUS = (
    "announced confirmed decided first found killed largest major new record reported said significant will"
)
_STIGMA = "although example however instance meanwhile perhaps possibly though"
_NONE = ("\0",)  # a word that no text has: sumy refuses an empty list


class _Tokenizer:
    """What sumy asks of its own tokenizer, which needs nltk's data."""

    to_words = staticmethod(words)


@dataclass(frozen=True, slots=True)
class Sumy:
    """One of sumy's summarizers behind the engine seam."""

    name: str
    purpose: str
    where: str
    """Its class in sumy: "module:Class" below `sumy.summarizers`."""
    prepare: Callable[[Any, str, str], None]
    """Gives the summarizer what it needs to know of a language and a title."""

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return the sentences that sumy picks, in the order of the text."""
        offered = candidates(documents)[:CAP]
        if not offered or bullets < 1:
            return ()
        dom, by_text = _dom(offered)
        with warnings.catch_warnings():
            # LSA's warning that a text has more sentences than words tells a reader nothing.
            warnings.simplefilter("ignore")
            picked = self._summarizer(offered[0].article)(dom, bullets)
        return tuple(by_text[str(sentence)].bullet(self.name) for sentence in picked)

    def _summarizer(self, article: Article) -> Any:
        module, _, cls = self.where.partition(":")
        summarizer = getattr(import_module(f"sumy.summarizers.{module}"), cls)(_stemmer(article.language))
        self.prepare(summarizer, article.language, article.title)
        return summarizer


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    """Return sumy's own stemmer, made of nltk's; the word itself for a language that it doesn't know."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        stem = Stemmer(language)
    except LookupError:
        stem = null_stemmer
    return lru_cache(maxsize=50_000)(stem)


def _dom(offered: Sequence[Candidate]) -> tuple[Any, dict[str, Candidate]]:
    """Return sumy's model of the document, headed by its title, and the way back from its sentences."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = _Tokenizer()
    paragraphs = [Paragraph([Sentence(offered[0].article.title, tokenizer, is_heading=True)])]
    for _, members in groupby(offered, key=lambda c: (c.article.id, c.sentence.paragraph)):
        paragraphs.append(Paragraph([Sentence(c.sentence.text, tokenizer) for c in members]))
    return ObjectDocumentModel(paragraphs), {c.sentence.text: c for c in offered}


def _set_stop_words(summarizer: Any, language: str, _title: str) -> None:
    summarizer.stop_words = stop_words(language)


def _set_edmundson(summarizer: Any, language: str, title: str) -> None:
    """Give it its cue words, which we have for English alone, and the title's words.

    sumy means to pass the null words of a title over, yet counts those and no others; so what it takes for
    null words is what ought to be counted: the words of the title that are no stop words.
    Source of the method: H. P. Edmundson, New Methods in Automatic Extracting (1969).
    """
    if not (dull := stop_words(language)):
        raise EngineError(
            f"edmundson needs stop words, and there are none for {language!r}; take --engine news"
        )
    english = language == "en"
    summarizer.null_words = [word for word in words(title) if word not in dull] or _NONE
    summarizer.bonus_words = _BONUS.split() if english else _NONE
    summarizer.stigma_words = _STIGMA.split() if english else _NONE


def _engine(
    name: str, purpose: str, where: str, prepare: Callable[[Any, str, str], None] = _set_stop_words
) -> Factory:
    summarizer = Sumy(name, f"{purpose} (sumy, the first {CAP} sentences)", where, prepare)
    return lambda _options: summarizer


lexrank = _engine("lexrank", "centrality in a graph of similar sentences", "lex_rank:LexRankSummarizer")
textrank = _engine("textrank", "PageRank over shared words", "text_rank:TextRankSummarizer")
lsa = _engine("lsa", "latent topics by singular values", "lsa:LsaSummarizer")
luhn = _engine("luhn", "dense runs of frequent words", "luhn:LuhnSummarizer")
kl = _engine("kl", "the text's own distribution of words, kept", "kl:KLSummarizer")
sumbasic = _engine("sumbasic", "frequent words, each told once", "sum_basic:SumBasicSummarizer")
reduction = _engine("reduction", "sentences that share the most words", "reduction:ReductionSummarizer")
edmundson = _engine(
    "edmundson", "cue words, title and place in the text", "edmundson:EdmundsonSummarizer", _set_edmundson
)
