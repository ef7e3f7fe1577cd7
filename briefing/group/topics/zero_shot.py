"""A model of entailment asked after the topic, where one is installed.

Yin, Hay and Roth, "Benchmarking Zero-shot Text Classification" (2019): the text is the premise, and each
topic a hypothesis of its own ("This is news about …."). How likely it is that each follows, in proportion to
the sum, is how likely each topic is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.group.topics.lexicon import TOPICS
from briefing.model import Article

Judge = Callable[[str, Sequence[str]], Sequence[float]]
"""Takes a text and labels; returns how likely it is that the text is about each: from 0 to 1, 1 in sum."""

SURE = 0.5
"""How likely the best label must be."""
TEMPLATE = "This is news about {}."
READ = 1_200
"""Characters of a text that a model is given: what it is about is said by then."""
# The names of the sections alone say too little: "World" is about everything.
_LABELS = (
    "war, disasters or foreign affairs",
    "politics, government or elections",
    "business, companies or the economy",
    "technology, computers or the internet",
    "science, space or nature",
    "health or medicine",
    "sport",
    "arts, entertainment or celebrities",
    "crime, accidents or everyday life",
)


class ZeroShot:
    """A `Judge` made of what tells how likely a premise entails a hypothesis, from 0 to 1."""

    def __init__(self, entails: Callable[[str, str], float]) -> None:
        self._entails = entails

    def __call__(self, text: str, labels: Sequence[str]) -> tuple[float, ...]:
        """Return how likely each label is; all the same where none follows."""
        found = [self._entails(text, TEMPLATE.format(label)) for label in labels]
        total = sum(found)
        return tuple(each / total for each in found) if total > 0 else (1 / len(found),) * len(found)


def judged(article: Article, judge: Judge) -> str | None:
    """Return the topic of an article as a model sees it; None where it is not sure."""
    found = judge(f"{article.title}\n{article.text[:READ]}".strip(), _LABELS)
    best = max(range(len(_LABELS)), key=found.__getitem__)
    return TOPICS[best] if best < len(TOPICS) and found[best] >= SURE else None
