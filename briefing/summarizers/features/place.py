"""Where a sentence stands in its article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.summarizers.engine import Candidate
from briefing.summarizers.features.columns import Columns, counts


def place(offered: Sequence[Candidate]) -> Columns:
    """Return what the place of a sentence tells; an article ends with its last sentence that is offered."""
    index = counts(c.sentence.index for c in offered)
    length = counts(_lengths(offered))
    return {
        "place": 1 / (1 + index),
        "place_root": 1 / np.sqrt(1 + index),
        "place_log": np.log1p(index),
        "place_share": index / length,
        "first": 1.0 * (index == 0),
        "second": 1.0 * (index == 1),
        "third": 1.0 * (index == 2),
        "in_first_5": 1.0 * (index < 5),
        "in_first_10": 1.0 * (index < 10),
        "in_last_fifth": 1.0 * (index >= 0.8 * length),
    }


def _lengths(offered: Sequence[Candidate]) -> list[int]:
    """Return for each sentence how many its article has."""
    last = {c.article.id: c.sentence.index + 1 for c in offered}
    return [last[c.article.id] for c in offered]
