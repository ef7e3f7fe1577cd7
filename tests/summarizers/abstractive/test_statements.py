"""From what a model wrote to statements that can be told."""

import pytest

from briefing.summarizers.abstractive.statements import statements
from briefing.summarizers.abstractive.writer import Request


def _told(*written, bullets=5, title="", language="en"):
    return statements(written, Request(("…",), title, language, bullets))


def test_unfinished_last_sentence_is_dropped():
    """A model that was stopped in the middle of a sentence has not said it."""
    told = _told(
        "The harbour of Lindvik closed on Monday. Fourteen ships wait outside. The crane fell across"
    )
    assert told == ("The harbour of Lindvik closed on Monday.", "Fourteen ships wait outside.")


def test_pronoun_becomes_the_name():
    """A sentence about "she" is told with the name that the model wrote before."""
    told = _told(
        "Maria Sol, the mayor of Lindvik, closed the harbour. She said repairs would take nine days."
    )
    assert told[1] == "Maria Sol said repairs would take nine days."


def test_sentence_that_leans_is_told_with_the_one_before():
    """A sentence about "it" can only be read after what it speaks of."""
    assert _told("The harbour of Lindvik closed on Monday.", "It reopens in nine days.") == (
        "The harbour of Lindvik closed on Monday. It reopens in nine days.",
    )


def test_nothing_before_to_lean_on():
    """A first sentence that leans on what was never said is not told."""
    assert _told("But it did not help the traders at all.") == ()


def test_what_is_told_twice():
    """A sentence that says little beyond an earlier one is left out."""
    told = _told("A crane fell across two quays in Lindvik.", "In Lindvik a crane fell across the two quays.")
    assert told == ("A crane fell across two quays in Lindvik.",)


def test_what_only_repeats_the_headline():
    """A statement that says no more than the headline is left out, unless there is no other."""
    title, same = "Fallen crane closes Lindvik harbour", "The fallen crane closes Lindvik harbour."
    more = "A crane that fell across two quays keeps Lindvik harbour shut for nine days."
    assert _told(same, more, title=title) == (more,)
    assert _told(same, title=title) == (same,)


@pytest.mark.parametrize(
    "written",
    [
        ("- The crane was old.\n- Nobody was hurt by it.",),
        ("* The crane was old.", "* Nobody was hurt by it."),
        ("1. The crane was old.\n2. Nobody was hurt by it.",),
        ("1) The crane was **old**.\n2) _Nobody_ was hurt by it.",),
        ("the crane was old . nobody was hurt by it .",),
    ],
)
def test_marks_of_lists_and_tokenizers(written):
    """Bullets, numbers, emphasis and a tokenizer's spaces are no part of a statement."""
    assert _told(*written) == ("The crane was old.", "Nobody was hurt by it.")


def test_date_is_no_list_marker():
    """A line that begins with a day of the month keeps it."""
    (told,) = _told("12. Mai war der Tag der Wahl in Lindvik.", language="de")
    assert told.startswith("12. Mai")


@pytest.mark.parametrize(
    "written",
    [
        "Read all of it at https://offers.example/now today.",
        "Write to desk@lindvik.example for more.",
        "It is.",
    ],
)
def test_addresses_and_fragments(written):
    """Links come only from sources, and a fragment tells nothing."""
    assert _told(written) == ()


def test_questions_are_no_statements():
    """A question tells nothing."""
    assert _told("What will happen to the harbour next week?") == ()


def test_at_most_as_many_as_are_wanted():
    """More than is wanted is not told."""
    written = ("The crane was old.", "Nobody was hurt by it.", "Repairs take nine days.")
    assert len(_told(*written, bullets=2)) == 2


def test_script_without_marks():
    """Thai marks no sentence's end, and is told all the same."""
    assert _told("ท่าเรือปิดเมื่อวันจันทร์หลังเครนล้มทับท่าเทียบเรือสองแห่ง", language="th")
