"""How many a sentence names, how often the text names them, and how many it is the first to name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from briefing.summarizers.engine import Candidate
from briefing.summarizers.features.columns import Columns, column

# The capital comes first in the pattern: it is what a search can skip to.
_NAME = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[\w'’-]+")


def names(offered: Sequence[Candidate]) -> Columns:
    """Return what the capitalised words in mid-sentence tell."""
    named = [frozenset(_NAME.findall(c.text)) for c in offered]
    often = Counter(chain.from_iterable(named))
    most = max(often.values(), default=1)
    new: list[int] = []
    told: set[str] = set()
    for each in named:
        new.append(len(each - told))
        told |= each
    return {
        "names": np.log1p(column(map(len, named))),
        "known_names": column(sum(map(often.__getitem__, each)) for each in named) / most / 3,
        "new_names": column(new) / 3,
    }
