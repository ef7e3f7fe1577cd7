"""When articles were published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DAY = 86_400.0  # seconds


def spans(articles: Sequence[Article]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the first and last day of each, alike; of an undated one, the end and the beginning of time.

    So the first of several is the least, and the last the greatest, of those that are known.
    """
    import numpy as np

    first, last = np.full(len(articles), np.inf), np.full(len(articles), -np.inf)
    for number, article in enumerate(articles):
        if article.published:
            first[number] = last[number] = article.published.timestamp() / _DAY
    return first, last
