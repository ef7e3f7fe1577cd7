"""The terms of an article and how often they are said, which counts most in the headline and the opening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

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
# Vietnamese writes each syllable apart, so that most of its words are pairs of what stands between spaces.
_SYLLABIC = frozenset(["vi"])


def terms(article: Article, language: str) -> dict[str, float]:
    """Return the terms of headline and text (stems; in Vietnamese also pairs), with their counts by place."""
    dull, stem = stop_words(language), stemmer(language)
    found = [word for word in words(f"{article.title}\n{article.text[:READ]}") if word not in dull]
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
