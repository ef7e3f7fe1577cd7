"""Figures in sentences: how many, of what, and in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from briefing.follow.statements import Statement, figure, statement
from briefing.follow.word_lists import FATES, MEANINGS
from briefing.model import Article, Document, Sentence
from briefing.text.counts import FATES as ENGLISH_FATES
from briefing.text.counts import TOLL, counts
from briefing.text.months import MONTHS
from briefing.text.words import stemmer, stop_words

FEWEST = 2
""""One man" is seldom counted."""
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_][\w'’\-]*")
# Another time than the event's, another event, a part of a number, what comes on top of it, or a mere guess.
_ELSEWHERE = re.compile(
    r"\b(?:(?:[Ll]ast|previous|past|each|every|per) (?:\w+ )?(?:month|year|week|decade|summer|winter)s?"
    r"|in (?:19|20)\d\d|(?:this|a) year|[Aa]nother|other|more (?:people|were|are|have|had|bodies)|[Ff]urther"
    r"|among|includ\w+|of (?:the|them|those|whom) (?:\d|dead|victims)|[Bb]oth|nationwide|in all|combined"
    r"|threaten\w*|could|may|might|initially|at first|not)\b"
)
_ANYBODY = frozenset(
    "people person persons lives victims bodies dead passengers residents inhabitants were was are is have"
    " has been had the of confirmed now still already reported feared found left be aboard".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure that a sentence gives."""

    article: Article
    sentence: Sentence
    figure: str
    """As it is written, with "at least" or the like before it."""
    value: float
    rounded: bool
    """Whether the sentence says "about", "at least" or the like."""
    kind: str
    """What is counted: what befell people, or the stem of a noun."""
    about: str
    """The same in a word for the reader."""
    whom: frozenset[str]
    """Of whom, where it is not just people: "three children"."""
    stated: Statement

    @property
    def befalls(self) -> bool:
        """Whether it counts those whom something befell."""
        return self.kind in FATES or self.kind in ENGLISH_FATES or self.kind == TOLL


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the figures of a document that count something of its event."""
    return chain.from_iterable(mentioned(document.article, sentence) for sentence in document.sentences)


def mentioned(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield the figures of a sentence that count something of its event, each kind that it counts once."""
    found = list((_english if article.language == "en" else _foreign)(article, sentence))
    kinds = Counter(each.kind for each in found)
    yield from (each for each in found if kinds[each.kind] == 1 and each.value >= FEWEST)


def _english(article: Article, sentence: Sentence) -> Iterator[Mention]:
    if _ELSEWHERE.search(sentence.text):
        return
    stated = statement(sentence.text, "en")
    for count in counts(sentence.text):
        about = count.kind if count.kind in ENGLISH_FATES else count.word
        whom = _whom(sentence.text, count.figure, count.word)
        yield Mention(
            article, sentence, count.figure, count.value, count.rounded, count.kind, about, whom, stated
        )


def _whom(text: str, figure: str, word: str) -> frozenset[str]:
    """Return the words between a figure and what befell those whom it counts, without those for anybody."""
    start = text.lower().find(figure.lower()) + len(figure)
    end = text.find(word, start)
    between = frozenset(text[start:end].lower().split()) if end >= 0 else frozenset()
    return between - _ANYBODY


def _foreign(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield a figure where it is the only one: that of the only fate, or else of the word behind it."""
    language = article.language
    found = list(_WORD.finditer(sentence.text))
    figures = [(i, value) for i, word in enumerate(found) if (value := figure(word[0].lower(), language))]
    if len(figures) != 1:
        return
    place, value = figures[0]
    if not isinstance(value, float):
        return
    stated = statement(sentence.text, language)
    behind = next((w[0] for w in found[place + 1 :] if w[0].lower() not in stop_words(language)), "")
    fates = {term: word[0] for word in found if (term := _meaning(word[0], language)) in FATES}
    if len(fates) == 1:
        ((kind, about),) = fates.items()
    elif behind and behind.lower() not in MONTHS:
        kind, about = stemmer(language)(behind.lower()), behind
    else:
        return
    yield Mention(article, sentence, found[place][0], value, False, kind, about, frozenset(), stated)


def _meaning(word: str, language: str) -> str:
    return MEANINGS.get(language, {}).get(word.lower(), "")
