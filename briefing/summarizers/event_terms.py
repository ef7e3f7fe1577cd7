"""What an event comes down to: its terms, stems and pairs of neighbouring stems, and what each weighs.

A term weighs as much as there are articles that say it, and each article's say falls with the place where it
first does so. Source: Gillick and Favre, A scalable global model for summarization (2009), where a pair of
words weighs as many as the documents that have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby, pairwise

from briefing.summarizers.engine import Candidate
from briefing.text.words import stems_of

Term = str | tuple[str, str]


def terms(candidate: Candidate) -> tuple[Term, ...]:
    """Return the stems of a sentence and the pairs of neighbours, each once."""
    stems = stems_of(candidate.words, candidate.article.language)
    return tuple(dict.fromkeys(chain(stems, pairwise(stems))))


def places(offered: Sequence[Candidate]) -> list[int]:
    """Return where each sentence stands among those that its article offers, from 1."""
    counts: Counter[str] = Counter()
    found = []
    for candidate in offered:
        counts[candidate.article.id] += 1
        found.append(counts[candidate.article.id])
    return found


def weights(
    offered: Sequence[Candidate], told: Sequence[Sequence[Term]], says: Sequence[float]
) -> dict[Term, float]:
    """Return what each term weighs.

    `told` are the terms of each sentence, and `says` what it adds to those that its article says there first.
    """
    sums: dict[Term, float] = {}
    for _, members in groupby(range(len(offered)), key=lambda i: offered[i].article.id):
        said: set[Term] = set()
        for i in members:
            for term in told[i]:
                if term not in said:
                    sums[term] = sums.get(term, 0.0) + says[i]
            said.update(told[i])
    return sums
