"""Which words of a claim stand for which words of a passage."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.verify.matching import match

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


def _longest(one: list[str], other: list[str]) -> int:
    """Return the length of the longest common subsequence, by the textbook's table."""
    row = [0] * (len(other) + 1)
    for word in one:
        above, row = row, [0]
        for i, counterpart in enumerate(other):
            row.append(above[i] + 1 if word == counterpart else max(above[i + 1], row[i]))
    return row[-1]


@given(WORDS, WORDS)
def test_longest(claim, passage):
    """As many words are matched as can be, each with its like, in order, none twice."""
    found = match(claim, passage)
    places = [at for at in found if at >= 0]
    assert places == sorted(set(places))
    assert all(claim[i] == passage[at] for i, at in enumerate(found) if at >= 0)
    assert len(places) == _longest(claim, passage)
