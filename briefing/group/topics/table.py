"""What each term of a language speaks for: trained weights where there are any, else its lexicon's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.group.topics.lexicon import TOPICS, lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLASSES = (*TOPICS, "other")
SHARPNESS = 4.0
"""What a word of a lexicon that nothing was trained on is multiplied with."""
DOUBT = 1.0
"""What speaks for no topic at all, there."""
SCALE = 10
"""Trained weights are kept as whole numbers: so many to 1."""


class Table(NamedTuple):
    """The weights of a language's terms, a row each, for the classes; and what is weighed in beforehand."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    phrases: frozenset[str]

    def scores(self, terms: Mapping[str, float]) -> NDArray[np.float32]:
        """Return what speaks for each class, as logarithms of odds."""
        import numpy as np

        known = [term for term in terms if term in self.rows]
        if not known:
            return self.bias
        counts = np.array([terms[term] for term in known], np.float32)
        return counts @ self.weights[[self.rows[term] for term in known]] + self.bias


@lru_cache(maxsize=32)
def table(language: str) -> Table | None:
    """Return what is known of a language (ISO 639-1), which may be nothing."""
    trained = _trained().get(language)
    if trained is not None:
        return of_json(trained)
    return of_lexicon(language) if lexicon(language) else None


def of_lexicon(language: str) -> Table:
    """Return the table of a language's hand-written words alone."""
    known = lexicon(language).items()
    return _of(
        ((term, topic, SHARPNESS * weight) for term, topics in known for topic, weight in topics.items()),
        {"other": DOUBT},
    )


def of_json(trained: Mapping[str, Any]) -> Table:
    """Return the table that `benchmarks/train_topics.py` wrote."""
    return _of(
        (
            (term.replace("_", " "), name, int(weight) / SCALE)
            for name, by_weight in trained["weights"].items()
            for weight, terms in by_weight.items()
            for term in terms.split()
        ),
        trained["bias"],
    )


def _of(triples: Iterable[tuple[str, str, float]], bias: Mapping[str, float]) -> Table:
    import numpy as np

    given = list(triples)
    rows = {term: row for row, term in enumerate(dict.fromkeys(term for term, _, _ in given))}
    weights = np.zeros((len(rows), len(CLASSES)), np.float32)
    for term, name, weight in given:
        weights[rows[term], CLASSES.index(name)] = weight
    before = np.array([bias.get(name, 0.0) for name in CLASSES], np.float32)
    return Table(rows, weights, before, frozenset(term for term in rows if " " in term))


@lru_cache(maxsize=1)
def _trained() -> dict[str, dict[str, Any]]:
    trained: dict[str, dict[str, Any]] = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return trained
