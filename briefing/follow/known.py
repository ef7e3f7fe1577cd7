"""What a reader knows of a story: all that its earlier articles and bullets state.

Whether a sentence is new is judged by the share of its words that the sentence nearest to it lacks, the
best of the plain measures for it (Allan, Wade and Bolivar, Retrieval and novelty detection at the sentence
level, 2003; Soboroff and Harman, Novelty detection: the TREC experience, 2005). A few words more or less
don't make news, nor do other words for the same; but a figure, a name, a day or a turn of events that was not
told does, and so does a sentence that denies what was told, or tells as a fact what was expected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefing.follow.statements import Statement, statement, vocabulary
from briefing.model import Article, Told
from briefing.text.document import document
from briefing.text.words import words

ENOUGH = 0.6
"""The share of a sentence that one earlier sentence must say for it to be known."""
TOGETHER, AT_LEAST = 0.8, 0.33
"""Or the share that two say together, and the one that says more of it alone."""
FEW = 2
"""A sentence of so few terms is known only if all of it is."""
LOOKED_AT = 8
"""Earlier sentences that a sentence is compared with: those that share most with it."""


class Known:
    """What was told of a story, or stood in an article of it."""

    def __init__(self, told: Sequence[Told], *, dated: bool = True) -> None:
        """Take stories as they were told; days of the week have dates if all articles are `dated`."""
        self._dated = dated
        self._statements: list[Statement] = []
        self._vocabulary: set[str] = set()
        self._heard: set[str | float] = set()
        self._verbatim: set[tuple[str, ...]] = set()
        self._with: dict[str, list[int]] = defaultdict(list)
        articles = {(article.id, article.text): article for story in told for article in story.articles}
        for article in articles.values():
            self._add(article, (article.title, *(s.text for s in document(article).sentences)))
        for story in told:
            for article in {article.language: article for article in story.articles}.values():
                self._add(article, (story.earlier.headline, *story.bullets))

    def states(self, article: Article, text: str) -> Statement:
        """Return what a sentence of an article states."""
        day = article.published.date() if self._dated and article.published else None
        return statement(text, article.language, day)

    def newness(self, article: Article, text: str) -> float:
        """Return how much of a sentence is new: 0 where it tells nothing that was not told, 1 for sure.

        Time grows with the sentence, and with the earlier ones that share a word with it.
        """
        told = self.states(article, text)
        if tuple(words(text)) in self._verbatim or self.knows(told):
            return 0.0
        return 1.0 if self._unheard(told) else 1.0 - self.nearest(told)[1] / 2

    def knows(self, told: Statement) -> bool:
        """Return whether a sentence states nothing that was not told."""
        if not told.names <= self._vocabulary:
            return False
        near = [self._statements[i] for i in self._nearest(told)]
        shares = [_share(told, (one,)) for one in near]
        alike = [one for one, share in zip(near, shares, strict=True) if share >= _enough(told)]
        if any(_agrees(told, (one,)) for one in alike):
            return True
        if any(_differs(told, one) for one in alike):
            return False
        pairs = ((i, j) for i in range(len(near)) if shares[i] >= AT_LEAST for j in range(len(near)))
        return any(_agrees(told, (near[i], near[j]), TOGETHER) for i, j in pairs)

    def nearest(self, told: Statement) -> tuple[Statement | None, float]:
        """Return the earlier sentence that says most of a sentence, and the share that it says."""
        near = [self._statements[i] for i in self._nearest(told)]
        shares = [_share(told, (one,)) for one in near]
        best = max(
            range(len(near)), key=lambda i: (shares[i], len(told.anchors & near[i].anchors)), default=None
        )
        return (None, 0.0) if best is None else (near[best], shares[best])

    def _unheard(self, told: Statement) -> bool:
        """Return whether a sentence has a name, a figure, a day or a turn that was never told."""
        return not (told.names <= self._vocabulary and told.anchors | told.turns <= self._heard)

    def _add(self, article: Article, texts: Iterable[str]) -> None:
        for text in texts:
            self._verbatim.add(tuple(words(text)))
            self._vocabulary.update(vocabulary(text, article.language))
            found = self.states(article, text)
            self._heard |= found.anchors | found.turns
            for term in found.content:
                self._with[term].append(len(self._statements))
            self._statements.append(found)

    def _nearest(self, told: Statement) -> list[int]:
        shared = Counter(i for term in told.content for i in self._with.get(term, ()))
        return [i for i, _ in shared.most_common(LOOKED_AT)]


def _enough(told: Statement) -> float:
    return ENOUGH if len(told.content) > FEW else 1.0


def _agrees(told: Statement, by: Sequence[Statement], enough: float = 0.0) -> bool:
    """Return whether earlier sentences say so much of a sentence, with its figures, days, turns and sense."""
    return (
        _share(told, by) >= enough
        and all(any(figure in one.figures for one in by) for figure in told.figures)
        and all(any(day in one.days for one in by) for day in told.days)
        and all(any(turn in one.turns for one in by) for turn in told.turns)
        and told.sense == by[0].sense
        and not _counts_otherwise(told, by)
    )


def _differs(told: Statement, one: Statement) -> bool:
    """Return whether two sentences of the same say something else: in figures, days, or sense."""
    rivals = ((told.figures, one.figures), (told.days, one.days))
    return told.sense != one.sense or any(own - other and other - own for own, other in rivals)


def _share(told: Statement, by: Sequence[Statement]) -> float:
    """Return the share of what a sentence is about that others say, with its names or without: the lesser."""
    said = {term for term in told.content if any(term in one.content for one in by)}
    rest = told.content - told.names
    shares = [len(said & terms) / len(terms) for terms in (told.content, rest) if terms]
    return min(shares, default=1.0)


def _counts_otherwise(told: Statement, by: Sequence[Statement]) -> bool:
    """Return whether a sentence counts something that the others count, too, and finds another number."""
    known = {count for one in by for count in one.counts}
    kinds = {kind for kind, _ in known}
    return any(kind in kinds and (kind, value) not in known for kind, value in told.counts)
