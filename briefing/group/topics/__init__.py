"""Topics: which section of a newspaper a story belongs in, told by its words.

`topic(articles)` names one of `TOPICS` for a story, or None where it is not sure. English has weights that
were trained; some other languages have words written by hand. Where a language has neither, and for what the
words leave open, a model may be asked (`zero_shot`), if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.group.topics.lexicon import TOPICS
from briefing.group.topics.table import table
from briefing.group.topics.terms import terms
from briefing.group.topics.zero_shot import Judge, ZeroShot, judged

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Article

__all__ = ["TOPICS", "Judge", "ZeroShot", "chances", "topic"]

MOST = 3
"""So many articles of a story are read, the most typical: the rest tell the same."""
SURE = 0.4
"""How likely the best topic must be."""


def topic(articles: Sequence[Article], judge: Judge | None = None) -> str | None:
    """Return the topic of a story, told by all its articles, the most typical first; None where unsure.

    `judge`, where given, is asked of stories that the words leave open: see `zero_shot`.
    """
    found = chances(articles)
    if found is not None:
        best = int(found.argmax())
        if best < len(TOPICS) and found[best] >= SURE:
            return TOPICS[best]
    return judged(articles[0], judge) if judge and articles else None


def chances(articles: Sequence[Article]) -> NDArray[np.float32] | None:
    """Return how likely each of `TOPICS` is, and last, that it is none; None where no language is known."""
    import numpy as np

    scores = []
    for article in articles[:MOST]:
        known = table(article.language)
        if known is not None:
            scores.append(known.scores(terms(article, article.language, known.phrases)))
    if not scores:
        return None
    mean = np.mean(scores, axis=0)
    odds = np.exp(mean - mean.max())
    result: NDArray[np.float32] = odds / odds.sum()
    return result
