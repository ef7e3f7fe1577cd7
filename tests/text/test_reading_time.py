"""What is read, and how long it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Change, Conflict, Evidence, Side, Story
from briefing.text.reading_time import count_words, minutes, read_of, story_words
from tests.factory import article, bullet

SIDES = tuple(
    Side(figure, who, Evidence("a1", 0, 3, "The")) for figure, who in (("12", "police"), ("19", "the mayor"))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("— … !", 0),
        ("Nine days of repairs", 4),
        ("covid-19, 1.5 and don’t", 7),
        ("漢字漢字漢", 3),
        ("Ostra 市役所", 3),
        ("हिन्दी समाचार", 2),
        ("السَّلام عليكم", 2),
        ("می‌شود", 1),
        ("한국 뉴스", 2),
        ("ไทย", 2),
    ],
)
def test_count_words(text, expected):
    """A word is a run of letters with their signs, or of figures; without spaces, two characters."""
    assert count_words([text]) == expected


@pytest.mark.parametrize(
    ("texts", "pace", "expected"),
    [
        ([], 230, 1),
        (["word " * 230], 230, 1),
        (["word " * 200, "word " * 31], 230, 2),
        (["word " * 400], 200, 2),
    ],
)
def test_minutes(texts, pace, expected):
    """Reading takes a minute for as many words as are read in one, and never less."""
    assert minutes(texts, pace) == expected


def test_what_is_read():
    """Headline, changes, bullets and disagreements are read; whose articles they are is looked up."""
    told = Story("Fallen crane closes harbour", (bullet(article()),), ("a1", "a2"))
    words = 4 + count_words([article().text.partition("\n")[0]])
    assert story_words(told) == words
    assert read_of(told)[0] == "Fallen crane closes harbour"
    changed = replace(told, changes=(Change("killed", *SIDES),))
    assert story_words(changed) == words + len("killed 19 the mayor up from 12 police".split())
    disputed = replace(told, conflicts=(Conflict("killed", SIDES),))
    assert story_words(disputed) == words + len("Figures differ killed 12 police 19 the mayor".split())
