"""What is measured of a sentence: where it stands, how central it is, and what kind of words it is made of.

Each feature is a column of numbers of the order of 1, one for each sentence. The names are those in
`news.json`, which has a weight for each.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.summarizers.engine import Candidate
from briefing.summarizers.features.columns import Column, Columns
from briefing.summarizers.features.names import names
from briefing.summarizers.features.place import place
from briefing.summarizers.features.terms import terms
from briefing.summarizers.features.wording import wording

__all__ = ["Column", "Columns", "features"]


def features(offered: Sequence[Candidate]) -> Columns:
    """Return what is measured of the sentences, by name. Linear in the words."""
    return {**place(offered), **wording(offered), **terms(offered), **names(offered)}
