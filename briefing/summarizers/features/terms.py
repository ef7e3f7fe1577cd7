"""How a sentence's words stand to those of all others: centrality, repetition, novelty, the title.

The stems of all sentences are one sparse matrix in coordinates: arrays of equal length that say which
sentence has which stem how often, by sentence and then by stem.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from briefing.summarizers.engine import Candidate
from briefing.summarizers.features.columns import Column, Columns, Counts, Numbers, counts, share
from briefing.text.words import stemmer, stems, stop_words


class _Matrix(NamedTuple):
    sentence: Counts
    stem: Counts
    times: Counts
    vocabulary: dict[str, int]
    """The number of each stem."""

    def per_sentence(self, weights: Numbers, count: int) -> Column:
        """Return the sum of the weights (one for each entry) in each sentence."""
        return np.bincount(self.sentence, weights, count).astype(np.float64)

    def per_stem(self, weights: Numbers | None = None, entries: slice = slice(None)) -> Column:
        """Return the sum of the weights of each stem, over some entries; without weights their number."""
        chosen = None if weights is None else weights[entries]
        return np.bincount(self.stem[entries], chosen, len(self.vocabulary)).astype(np.float64)


def terms(offered: Sequence[Candidate]) -> Columns:
    """Return what a sentence shares with the rest of the text, and with its article's title."""
    count = len(offered)
    matrix = _matrix(offered)
    size = matrix.per_sentence(matrix.times, count)
    different = np.bincount(matrix.sentence, minlength=count)
    length = counts(len(c.words) for c in offered)
    return {
        "dense": size / length,
        "title": _title(offered, matrix),
        **_centrality(matrix, count),
        **_repetition(matrix, size, different),
        "new_words": share(_novelty(matrix, count), different),
    }


def _matrix(offered: Sequence[Candidate]) -> _Matrix:
    vocabulary: dict[str, int] = {}
    numbers: dict[str, dict[str, int]] = {}
    for candidate in offered:
        language = candidate.article.language
        if language not in numbers:
            numbers[language] = _numbers(language, offered, vocabulary)
    tokens = [list(map(numbers[c.article.language].__getitem__, c.words)) for c in offered]
    stem = counts(chain.from_iterable(tokens))
    sentence = np.repeat(np.arange(len(offered)), counts(map(len, tokens)))
    width = max(len(vocabulary), 1)
    cells, times = np.unique((sentence * width + stem)[stem >= 0], return_counts=True)
    return _Matrix(cells // width, cells % width, times, vocabulary)


def _numbers(language: str, offered: Sequence[Candidate], vocabulary: dict[str, int]) -> dict[str, int]:
    """Return the number of the stem of each word in a language, -1 for stop words; new stems are added."""
    dull, stem = stop_words(language), stemmer(language)
    tokens = dict.fromkeys(chain.from_iterable(c.words for c in offered if c.article.language == language))
    return {
        token: -1 if token in dull else vocabulary.setdefault(stem(token), len(vocabulary))
        for token in tokens
    }


def _title(offered: Sequence[Candidate], matrix: _Matrix) -> Column:
    """Return how much of its article's title a sentence has."""
    articles = {c.article.id: c.article for c in offered}
    order = {name: i for i, name in enumerate(articles)}
    titles = [frozenset(stems(a.title, a.language)) for a in articles.values()]
    if not any(titles):
        return np.zeros(len(offered))
    owner = counts(order[c.article.id] for c in offered)
    width = len(matrix.vocabulary)
    known = ((i, matrix.vocabulary.get(stem)) for i, title in enumerate(titles) for stem in title)
    wanted = [i * width + number for i, number in known if number is not None]
    found = np.isin(owner[matrix.sentence] * width + matrix.stem, wanted)
    return share(matrix.per_sentence(found, len(offered)), counts(map(len, titles))[owner])


def _centrality(matrix: _Matrix, count: int) -> Columns:
    """Return each sentence's cosine with the sum of all, over the largest, and with the first three.

    A sentence is its unit vector of TF-IDF. Source: Radev et al., Centroid-based summarization of multiple
    documents (2004).
    """
    rarity = 1 + np.log(count / matrix.per_stem())
    value = (1 + np.log(matrix.times)) * rarity[matrix.stem]
    norm = np.sqrt(matrix.per_sentence(value * value, count))
    value /= norm[matrix.sentence]
    lead = slice(int(np.searchsorted(matrix.sentence, 3)))
    central = matrix.per_sentence(value * matrix.per_stem(value)[matrix.stem], count)
    near_lead = matrix.per_sentence(value * matrix.per_stem(value, lead)[matrix.stem], count)
    central /= central.max() or 1.0
    return {
        "central": central,
        "central_squared": central * central,
        "near_lead": near_lead / (near_lead.max() or 1.0),
    }


def _repetition(matrix: _Matrix, size: Column, different: Counts) -> Columns:
    """Return how much of a sentence the rest of the text takes up again.

    Source of the mean frequency: Nenkova and Vanderwende, The impact of frequency on summarization (2005).
    """
    count = len(size)
    total, spread = matrix.per_stem(matrix.times), matrix.per_stem()[matrix.stem]
    frequency = matrix.per_sentence(total[matrix.stem] * matrix.times, count)
    return {
        "frequency": share(frequency, size) / max(total.max(initial=0), 1),
        "taken_up": share(matrix.per_sentence(spread > 1, count), different),
        "often_told": np.log1p(matrix.per_sentence(spread > 3, count)),
    }


def _novelty(matrix: _Matrix, count: int) -> Column:
    """Return how many of a sentence's stems no earlier sentence has."""
    first = np.full(len(matrix.vocabulary), count)
    first[matrix.stem[::-1]] = matrix.sentence[::-1]
    return matrix.per_sentence(first[matrix.stem] == matrix.sentence, count)
