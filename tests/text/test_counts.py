"""What sentences count."""

import pytest

from briefing.text.counts import counts


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Twenty-two ships wait outside.", [("Twenty-two", 22, "ship")]),
        ("The number of people killed in the sinking of the ferry Alda rose to 19.", [("19", 19, "killed")]),
        ("The number of measles cases in Dunmere has risen to 22.", [("22", 22, "infected")]),
        ("The death toll of the fire at Osterby's timber mill has risen to 19.", [("19", 19, "toll")]),
        ("At least six people drowned.", [("at least six", 6, "killed")]),
        ("A twenty-year-old came.", []),
    ],
)
def test_counts(sentence, found):
    """A count has its figure as it is written, its value, and what is counted, however far that stands."""
    assert [(c.figure, c.value, c.kind) for c in counts(sentence)] == found
