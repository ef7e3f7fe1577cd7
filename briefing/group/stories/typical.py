"""Which of a story's articles is most like the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.group.stories.vectors import Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def listed(numbers: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the places at which each number stands, in ascending order."""
    import numpy as np

    order = np.argsort(numbers, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1) if len(order) else []


def typical_first(vectors: Vectors, members: NDArray[np.int64]) -> list[int]:
    """Return the articles of a story by how much they share with all of it; those alike keep their order."""
    import numpy as np

    if len(members) < 3:
        return [int(number) for number in members]
    rows = [vectors.row(number) for number in members]
    owners = np.repeat(np.arange(len(rows)), [len(terms) for terms, _ in rows])
    weights = np.concatenate([weights for _, weights in rows])
    _, places = np.unique(np.concatenate([terms for terms, _ in rows]), return_inverse=True)
    shared = np.bincount(places, weights)[places] * weights
    score = np.bincount(owners, shared, len(rows)).round(9)
    return [int(number) for number in members[np.argsort(-score, kind="stable")]]
