"""Where the words of a text stand, found by searching a string in which each word is one character."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verify import vocabulary
from briefing.verify.checker import Checker
from briefing.verify.passages import Text, key_of, passages
from briefing.verify.source import Source
from briefing.verify.vocabulary import MARK, Vocabulary, vocabulary_for

TEXT = (
    "The U.S. ferry sank off Norway on 3.5.2014 (its 21st trip). Mr. Dorn's ferries sail on. No-one's hurt!"
)
PIECES = st.sampled_from(
    [
        "ferry",
        "Ferries",
        "U.S.",
        "a.b",
        "1,200.5",
        "21st",
        "don't",
        "No.",
        ". ",
        ".A",
        "“x",
        ")",
        "\n",
        " ",
        "é",
        "中文",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join), st.sampled_from(["en", "zh"]))
def test_reads_the_same_words(text, language):
    """An index has the passages, the words and the keys that reading the text sentence by sentence gives."""
    index, there = Source(text, language).index, passages(text, language)
    assert [(p.start, p.end) for p in index.passages] == [(p.start, p.end) for p in there]
    for number, passage in enumerate(there):
        assert index.stands(passage.words)
        assert index.keys_of(number) == "".join(index.vocabulary.of_key[key] for key in passage.keys)
        assert all(number in index.having([word]) for word in passage.words)
        assert all(number in index.holding(key) for key in passage.keys)


def test_words_in_a_row():
    """Words stand in a row only within one passage and in that order."""
    index = Source(TEXT, "en").index
    assert index.stands(["u.s", "ferry", "sank"]) and index.stands(["21", "st", "trip"])
    assert not index.stands(["ferry", "u.s"])
    assert not index.stands(["trip", "mr"])
    assert not index.stands(["submarine"])


def test_where_a_key_stands():
    """A key is found wherever a form of the word stands, once for each passage."""
    index = Source(TEXT, "en").index
    assert index.holding(key_of("en")("ferry")) == [0, 1]
    assert index.holding(key_of("en")("submarine")) == []
    assert index.has("ferries") and not index.has("submarine")


def test_families():
    """Words with the same first letters are of a family; those that say nothing have none."""
    index = Source("The ferrymen went over there without them.", "en").index
    assert index.has_family("ferries") and not index.has_family("fer") and not index.has_family("overt")


def test_end_of_passage_in_the_text():
    """The character that marks the end of a passage ends none where the text has it."""
    index = Source(f"The ferry {MARK} sank off{MARK}shore.", "en").index
    assert len(index.passages) == 1 and index.stands("the ferry sank off shore".split())


def test_full_vocabulary(monkeypatch):
    """A vocabulary that has grown too large gives way to a new one, and texts read before keep theirs."""
    monkeypatch.setattr(vocabulary, "_MOST", 20)
    old = Checker(TEXT, "en")
    assert old("The ferry sank.").supported
    for number in range(30):
        assert Checker(f"Word{'abc'[number % 3]} {number} was told. {TEXT}", "en")(
            "The ferry sank."
        ).supported
    assert old.source.index.vocabulary is not Checker(TEXT, "en").source.index.vocabulary
    assert not old("The submarine sank.").supported


def test_long_text():
    """A long text has a vocabulary of its own."""
    long = Text("word " * 50_000, key_of("en"))
    assert vocabulary_for(long, "en") is not vocabulary_for(long, "en")
    assert vocabulary_for(Text(TEXT, key_of("en")), "en") is vocabulary_for(Text(TEXT, key_of("en")), "en")


@pytest.mark.parametrize("stretch", ["(ferry),", "“u.s.”", "1,200.", "...", "‘a.b’", "$5!", "x.y.z."])
def test_marks_around_a_stretch(stretch):
    """Marks around a stretch change none of its words, whichever of the two is met first."""
    pattern = re.compile(r"(?:[a-z]\.)+[a-z]\b|[a-z]+|\d+(?:[.,]\d+)*|\$")
    one, other = (Vocabulary(pattern, str, frozenset()) for _ in range(2))
    assert one[stretch.strip("()“”‘’.,!")] == one[stretch] == other[stretch]
