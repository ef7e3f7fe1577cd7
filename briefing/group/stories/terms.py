"""The terms of an article: how often they are said, in the headline and in the opening most of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model import Article
from briefing.text.words import Stemmer, stemmer, stop_words, words

# News says first what it is about: (up to this many words, what each counts). The headline comes first.
ZONES = ((30, 2.0), (150, 1.0), (600, 0.4))
READ = 6_000
"""Characters of a text that are looked at: those of 600 words and the stop words between them."""
FIGURE = 1.5
"""What a figure (a count, an amount, a day, a year) weighs beside a word that is as rare."""
PAIR = 0.7
"""What a pair of neighbours weighs beside a word that is as rare."""
INSTEAD = 12
"""So many of the first words stand in for a headline where there is none."""
OPENING = 60
"""Words of headline and text in which another's headline is looked for."""
# Vietnamese writes each syllable apart, so that most of its words are pairs of what stands between spaces.
_SYLLABIC = frozenset(["vi"])
# There, and where pairs of characters stand for words, a sentence has about twice as many as elsewhere.
_IN_PIECES = _SYLLABIC | {"ja", "km", "lo", "my", "th", "zh"}


class Terms(NamedTuple):
    """What is said in an article, by stems (in Vietnamese also by pairs of syllables)."""

    counts: dict[str, float]
    """How often, by place."""
    headline: frozenset[str]
    """Or what stands in for it."""
    opening: frozenset[str]
    """Headline and beginning."""
    titled: bool
    """Whether there is a headline."""
    source: str
    """Who published it; empty where that isn't known."""


def terms(article: Article, language: str) -> Terms:
    """Return the terms of headline and text."""
    dull, stem = stop_words(language), stemmer(language)
    title = [word for word in words(article.title) if word not in dull]
    found = title + [word for word in words(article.text[:READ]) if word not in dull]
    pieces = 2 if language in _IN_PIECES else 1
    return Terms(
        counts=_counts(found, language, stem),
        headline=frozenset(map(stem, title[: OPENING * pieces] or found[: INSTEAD * pieces])),
        opening=frozenset(map(stem, found[: OPENING * pieces])),
        titled=bool(title),
        source=article.source,
    )


def _counts(found: Sequence[str], language: str, stem: Stemmer) -> dict[str, float]:
    counts: dict[str, float] = {}
    start = 0
    for end, worth in ZONES:
        _add(counts, found[start:end], stem, worth)
        if language in _SYLLABIC:
            _add(counts, map(" ".join, pairwise(found[start : end + 1])), str, worth)
        start = end
    return counts


def _add(counts: dict[str, float], found: Iterable[str], stem: Stemmer, worth: float) -> None:
    for word, number in Counter(found).items():  # to stem each word once is half of the work
        term = stem(word)
        counts[term] = counts.get(term, 0.0) + worth * number


def emphasis(term: str) -> float:
    """Return what a term weighs by its kind."""
    if " " in term:
        return PAIR
    return FIGURE if not term.isalpha() and any(map(str.isdigit, term)) else 1.0
