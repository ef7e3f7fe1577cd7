"""Figures in sentences: how many, of what, and in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.follow.statements import LONGEST, Statement, figure, statement
from briefing.follow.word_lists import FATES, MEANINGS, MULTIPLES, PEOPLE
from briefing.model import Article, Document, Sentence
from briefing.text.counts import FATES as ENGLISH_FATES
from briefing.text.counts import TOLL, counts
from briefing.text.months import MONTHS
from briefing.text.words import stemmer, stop_words

FEWEST = 2
""""One man" is seldom counted."""
REACH = 3
"""Words between a figure and what befell those whom it counts."""
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_][\w'’\-]*")
# Another time than the event's, another event, a part of a number, or a mere guess.
_ELSEWHERE = re.compile(
    r"\b(?:(?:[Ll]ast|previous|past|each|every|per) (?:\w+ )?(?:month|year|week|decade|summer|winter)s?"
    r"|in (?:19|20)\d\d|(?:this|a) year|nationwide|in all|combined|[Bb]oth"
    r"|among|includ\w+"
    r"|threaten\w*|could|may|might|initially|at first)\b"
)
# What comes on top of the number that was told, or is a part of it.
_NOT_ALL = re.compile(
    r"another\b|[^ ]+(?: hundred| thousand| million)? (?:more|further|others?|additional"
    r"|of(?: all)? (?:the|them|these|those|whom|\d))\b(?! than)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = re.compile(r" ?(?:%|°|km/h)|[:-]\d| ?(?:h|Uhr|horas|heures|ore)\b|[.] [A-ZÄÖÜ]")
_ANYBODY = frozenset(
    "people person persons lives victims bodies dead passengers residents inhabitants were was are is have"
    " has been had the of confirmed now still already reported feared found left be aboard"
    " remain remained remains".split()
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
        return self.kind in FATES or self.kind in ENGLISH_FATES


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the figures of a document that count something of its event."""
    return chain.from_iterable(mentioned(document.article, sentence) for sentence in document.sentences)


def mentioned(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield the figures of a sentence that count something of its event, each kind that it counts once."""
    if len(sentence.text) > LONGEST:
        return
    found = list((_english if article.language == "en" else _foreign)(article, sentence))
    kinds = Counter(each.kind for each in found)
    yield from (each for each in found if kinds[each.kind] == 1 and each.value >= FEWEST)


def _english(article: Article, sentence: Sentence) -> Iterator[Mention]:
    if _ELSEWHERE.search(sentence.text):
        return
    stated = statement(sentence.text, "en")
    for count in counts(sentence.text):
        start = sentence.text.lower().find(count.figure.lower())
        if _NOT_ALL.match(sentence.text.lower(), start) or sentence.text[:start].endswith("not "):
            continue
        kind = "killed" if count.kind == TOLL else count.kind
        about = kind if kind in ENGLISH_FATES else count.word
        whom = _whom(sentence.text, count.figure, count.word)
        yield Mention(article, sentence, count.figure, count.value, count.rounded, kind, about, whom, stated)


def _whom(text: str, figure: str, word: str) -> frozenset[str]:
    """Return the words between a figure and what befell those whom it counts, without those for anybody."""
    start = text.lower().find(figure.lower()) + len(figure)
    end = text.find(word, start)
    between = frozenset(text[start:end].lower().split()) if end >= 0 else frozenset()
    return between - _ANYBODY


def _foreign(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield a figure where it is the only one: of those whom something befell, or of the word behind it.

    Languages are left alone in which it is not known what may befall people.
    """
    language = article.language
    if language not in MEANINGS:
        return
    found = list(_WORD.finditer(sentence.text))
    tokens = [word[0].lower() for word in found]
    figures = [i for i, token in enumerate(tokens) if figure(token, language) is not None]
    if len(figures) != 1 or not _is_count(sentence.text, found[figures[0]], tokens, figures[0]):
        return
    (place,) = figures
    value = figure(tokens[place], language)
    behind = next((i for i in range(place + 1, len(tokens)) if tokens[i] not in stop_words(language)), place)
    near = range(max(0, place - REACH), min(len(tokens), place + REACH + 1))
    fates = {term: i for i in near if (term := MEANINGS[language].get(tokens[i], "")) in FATES}
    if not isinstance(value, float) or behind == place or len(fates) > 1:
        return
    ((kind, word),) = fates.items() or [(stemmer(language)(tokens[behind]), behind)]
    whom = frozenset([tokens[behind]] if word > behind else []) - PEOPLE
    stated = statement(sentence.text, language)
    yield Mention(article, sentence, found[place][0], value, False, kind, found[word][0], whom, stated)


def _is_count(text: str, found: re.Match[str], tokens: Sequence[str], place: int) -> bool:
    """Return whether a figure is no date, year, share or time, nor part of a longer number."""
    beside = {*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]}
    if not beside.isdisjoint(MONTHS) or not beside.isdisjoint(MULTIPLES):
        return False
    return not (_YEAR.fullmatch(found[0]) or _NO_COUNT.match(text, found.end()))
