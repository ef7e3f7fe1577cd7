"""What a reader knows of a story: all that its earlier articles and bullets state.

Whether a sentence is new is judged by the share of its words that the sentence nearest to it lacks, the
best of the plain measures for it (Allan, Wade and Bolivar, Retrieval and novelty detection at the sentence
level, 2003; Soboroff and Harman, Novelty detection: the TREC experience, 2005). A few words more or less
don't make news, nor do other words for the same; but a figure, a name, a day or a turn of events that was not
told does, and so does a sentence that denies what was told, or tells as a fact what was expected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from briefing.follow.statements import Statement, statement, vocabulary
from briefing.model import Article, Document, Told
from briefing.text.counts import FATES
from briefing.text.document import document
from briefing.text.words import words

ENOUGH = 0.6
"""The share of a sentence that one earlier sentence must say for it to be known."""
TOGETHER = 0.8
"""Or the share that two say together."""
ALL = 0.75
"""Or the share that all say, where each of its figures was told of the same thing."""
SUPPORTS = 0.25
"""The share that an earlier sentence must say to be one of these."""
TURNED, UNTURNED = 0.7, 0.4
"""The share from which a sentence in another sense ("not", "is expected to") says another thing, and the one
from which another in the same sense says that it doesn't."""
FEW = 2
"""A sentence of so few terms is known only if all of it is."""
LEAST = 0.2
"""How new a sentence is at the least that is not known."""
LOOKED_AT = 12
"""Earlier sentences that a sentence is compared with: those that share most with it."""


class Known:
    """What was told of a story, or stood in an article of it."""

    def __init__(self, told: Sequence[Told], *, dated: bool = True) -> None:
        """Take stories as they were told; days of the week have dates if all articles are `dated`."""
        self._dated = dated
        published = [one.published.date() for story in told for one in story.articles if one.published]
        self._latest = max(published).isoformat() if published and dated else None
        self._statements: list[Statement] = []
        self._vocabulary: set[str] = set()
        self._heard: set[str | float] = set()
        self.measures: set[tuple[str, str | float]] = set()
        """Figures with the word behind each."""
        self._counts: set[tuple[str, float]] = set()
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

    def repeats(self, text: str) -> bool:
        """Return whether a sentence was told word for word."""
        return tuple(words(text)) in self._verbatim

    def repeated(self, documents: Sequence[Document]) -> float:
        """Return the share of the sentences of documents that were told word for word."""
        texts = [sentence.text for document in documents for sentence in document.sentences]
        return sum(map(self.repeats, texts)) / max(1, len(texts))

    def newness(self, article: Article, text: str) -> float:
        """Return how much of a sentence is new: 0 where it tells nothing that was not told, 1 for sure.

        Time grows with the sentence, and with the earlier ones that share a word with it.
        """
        told = self.states(article, text)
        if self.repeats(text) or self.knows(told):
            return 0.0
        if self._has_unheard(told) or self._contradicts(told):
            return 1.0
        said = sum(term in self._with for term in told.content)
        return max(LEAST, 1.0 - said / max(1, len(told.content)))

    def knows(self, told: Statement, *, pieced: bool = True) -> bool:
        """Return whether a sentence states nothing that was not told, or `pieced` together of several."""
        if self._has_unheard(told):
            return False
        if any(_agrees(told, (one,)) for one in self.related(told, _enough(told))):
            return True
        if self._contradicts(told):
            return False
        near = self.related(told, SUPPORTS)
        if any(_agrees(told, (one, other), TOGETHER) for one in near for other in near):
            return True
        return pieced and len(told.content) > FEW and self._is_pieced(told, near)

    def _contradicts(self, told: Statement) -> bool:
        """Return whether an earlier sentence says the same with another figure, or all in another sense."""
        if any(_measures_otherwise(told, one) for one in self.related(told, _enough(told))):
            return True
        turned = any(told.sense != one.sense for one in self.related(told, TURNED))
        return turned and not any(told.sense == one.sense for one in self.related(told, UNTURNED))

    def _is_pieced(self, told: Statement, near: Sequence[Statement]) -> bool:
        """Return whether a sentence is put together from what was told in several."""
        said = sum(term in self._with for term in told.content)
        return (
            said >= ALL * len(told.content)
            and {measure for measure in told.measures if measure[0]} <= self.measures
            and all(any(turn in one.turns for one in near) for turn in told.turns)
            and any(told.sense == one.sense for one in near)
        )

    def related(self, told: Statement, share: float) -> list[Statement]:
        """Return the earlier sentences that say at least a share of a sentence, the nearest few."""
        near = (self._statements[i] for i in self._nearest(told))
        return [one for one in near if _share(told, (one,)) >= share]

    def nearest(self, told: Statement) -> tuple[Statement | None, float]:
        """Return the earlier sentence that says most of a sentence, and the share that it says."""
        near = [self._statements[i] for i in self._nearest(told)]
        shares = [_share(told, (one,)) for one in near]
        best = max(
            range(len(near)), key=lambda i: (shares[i], len(told.anchors & near[i].anchors)), default=None
        )
        return (None, 0.0) if best is None else (near[best], shares[best])

    def _has_unheard(self, told: Statement) -> bool:
        """Return whether a sentence has a name, a figure, a day or a turn that was never told.

        That something still is so on a later day is no news.
        """
        days = told.days if self._latest is None else {day for day in told.days if day < self._latest}
        if _counts_otherwise({count for count in told.counts if count[0] in FATES}, self._counts):
            return True
        return not (told.names <= self._vocabulary and told.figures | told.turns | days <= self._heard)

    def _add(self, article: Article, texts: Iterable[str]) -> None:
        for text in texts:
            self._verbatim.add(tuple(words(text)))
            self._vocabulary.update(vocabulary(text, article.language))
            found = self.states(article, text)
            self._heard |= found.anchors | found.turns
            self.measures |= found.measures
            self._counts |= found.counts
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
        and not _counts_otherwise(told.counts, {count for one in by for count in one.counts})
    )


def _measures_otherwise(told: Statement, one: Statement) -> bool:
    own = {unit for unit, _ in told.measures - one.measures if unit}
    return any(unit in own for unit, _ in one.measures - told.measures)


def _share(told: Statement, by: Sequence[Statement]) -> float:
    """Return the share of what a sentence is about that others say, with its names or without: the lesser."""
    said = {term for term in told.content if any(term in one.content for one in by)}
    rest = told.content - told.names
    shares = [len(said & terms) / len(terms) for terms in (told.content, rest) if terms]
    return min(shares, default=1.0)


def _counts_otherwise(own: Collection[tuple[str, float]], known: Collection[tuple[str, float]]) -> bool:
    """Return whether something is counted that was counted before, and another number found."""
    kinds = {kind for kind, _ in known}
    return any(kind in kinds and (kind, value) not in known for kind, value in own)
