"""What an article's topic is told by: the stems of its headline and opening, and known phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

from briefing.model import Article
from briefing.text.words import Stemmer, stemmer, stop_words, words

READ = 2_000
"""Characters of a text that are looked at: about 330 words. What follows changes no topic and costs time."""
OPENING = 40
"""So many stems, the headline's among them, count double: news says first what it is about."""
_SHORTEST = 3  # characters behind an apostrophe that are a word: "l'état", "dell'economia", not "state's"
# Vietnamese writes each syllable apart, and the syllables of its words are on the list of stop words.
_SYLLABIC = frozenset(["vi"])


def terms(article: Article, language: str, phrases: Collection[str]) -> dict[str, float]:
    """Return the terms of an article and how much each counts; the squares of that add up to 1.

    A term is a stem, or two neighbours that are in `phrases`; it counts by the logarithm of its number.
    """
    found = _stems(f"{article.title}\n{article.text[:READ]}", language)
    counts = Counter(found)
    counts.update(found[:OPENING])
    if phrases:
        counts.update(pair for pair in map(" ".join, pairwise(found)) if pair in phrases)
    weights = {term: 1 + log(count) for term, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}


def entry(written: str, language: str) -> list[str]:
    """Return the terms of a word or phrase ("prime_minister") of the lexicon: pairs, where it is long."""
    found = _stems(written.replace("_", " "), language)
    return found if len(found) < 2 else list(map(" ".join, pairwise(found)))


def _stems(text: str, language: str) -> list[str]:
    return list(filter(None, map(_stemming(language), words(text))))


@lru_cache(maxsize=32)
def _stemming(language: str) -> Stemmer:
    """Return what gives the stem of a word, or nothing for a stop word; both steps are remembered in one."""
    dull = frozenset[str]() if language in _SYLLABIC else stop_words(language)
    stem = stemmer(language)

    @lru_cache(maxsize=50_000)
    def stemmed(word: str) -> str:
        bare = _bare(word)
        return "" if bare in dull else stem(bare)

    return stemmed


def _bare(word: str) -> str:
    """Return a word without the article or preposition that is joined to it: "état" of "l'état"."""
    if "'" not in word and "’" not in word:
        return word
    tail = word.replace("’", "'").rpartition("'")[2]
    return tail if len(tail) >= _SHORTEST else word
