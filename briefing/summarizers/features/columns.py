"""What the steps hand on: a column for each feature, a number in it for each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Columns = Mapping[str, Column]
Counts = NDArray[np.int64]
Numbers = NDArray[Any]


def column(values: Iterable[float]) -> Column:
    """Return the values as a column."""
    return np.fromiter(values, np.float64)


def counts(values: Iterable[int]) -> Counts:
    """Return whole numbers as an array."""
    return np.fromiter(values, np.int64)


def share(part: Numbers, whole: Numbers) -> Column:
    """Return each part over its whole; 0 where the whole is 0."""
    parts: Column = part / np.where(whole == 0, 1, whole)
    return parts
