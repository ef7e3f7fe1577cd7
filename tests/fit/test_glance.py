"""The day at a glance."""

from __future__ import annotations

import pytest

from briefing.fit import glance
from tests.fit.makers import story

DAY = [story(5) for _ in range(12)]
IDS = [each.id for each in DAY]


def test_the_first():
    """The glance has the first stories, in their order, where sections don't matter."""
    sections = dict(zip(IDS, "ABCDEFGHIJKL", strict=True))
    assert glance(DAY, sections, 7) == tuple(IDS[:7])


def test_half_of_one_section():
    """One section has at most half of the lines while others have stories."""
    sections = dict(zip(IDS, ["Sport"] * 8 + ["World"] * 4, strict=True))
    assert glance(DAY, sections, 6) == (*IDS[:3], *IDS[8:11])


@pytest.mark.parametrize("sections", [{}, dict.fromkeys(IDS, "Sport")])
def test_one_section(sections):
    """Where all are in one section, or in none, the first are taken."""
    assert glance(DAY, sections, 5) == tuple(IDS[:5])


def test_too_few_of_others():
    """Lines that other sections cannot fill go back to the first, and importance orders all."""
    sections = dict(zip(IDS, ["Sport"] * 11 + ["World"], strict=True))
    assert glance(DAY, sections, 7) == (*IDS[:6], IDS[11])


@pytest.mark.parametrize(("number", "most"), [(3, 7), (12, 0), (0, 7)])
def test_none(number, most):
    """A page of fewer than four stories needs none, nor does a reader who asks for none."""
    assert glance(DAY[:number], {}, most) == ()


def test_one_line():
    """A glance of one line has the first story."""
    assert glance(DAY, dict.fromkeys(IDS, "Sport"), 1) == (IDS[0],)
