import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.summarizers.abstractive.server.answer import statements
from briefing.summarizers.abstractive.server.failures import Unusable

TWO = ("The tug sank.", "Nobody was hurt.")
OBJECT = json.dumps({"bullets": TWO})


@pytest.mark.parametrize(
    "text",
    [
        OBJECT,
        json.dumps(TWO),
        json.dumps({"bullets": [{"text": told, "source": "x"} for told in TWO]}),
        json.dumps({"bullets": [{"statement": told} for told in TWO]}),
        json.dumps({"summary": {"points": TWO}}),
        json.dumps({"bullets": "- The tug sank.\n- Nobody was hurt."}),
        f"```json\n{OBJECT}\n```",
        f"Here are the bullets:\n{OBJECT}\nLet me know if you want more [of them].",
        f'<think>Maybe {{"bullets": ["No."]}}? No.</think>\n{OBJECT}',
        f"The text says little.</think>{OBJECT}",
        f"<thinking>One.</thinking><think>Two.</think>{OBJECT}",
        '{"bullets": ["The tug\nsank.", "Nobody was hurt.",]}',
        "- The tug sank.\n- Nobody was hurt.",
        "Sure:\n\n * The tug sank.\n * **Nobody** was hurt.\n\nDone.",
        "1. The tug sank.\n2) Nobody was hurt.",
        '{"bullets": ["- The tug sank.", "• Nobody was hurt."]}',
        '{"bullets": ["The tug\u200b \\u001b[31msank.", "Nobody\\u0000 was hurt."]}',
        '{"bullets": ["The tug sank.", "", "  ", "Nobody was hurt.", null, "Never reached."]}',
    ],
)
def test_statements_are_found(text):
    """Statements are found as an object, a list or lines with dashes, whatever stands around them."""
    assert statements(text, 3) == TWO


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The tug sank and nobody was hurt.",
        "{}",
        "null",
        '{"bullets": []}',
        '{"bullets": [1, 2, true]}',
        '{"error": "I cannot do that"}',
        "<think>- This is only thought\n- and never ends",
        "[" * 100_000,
        '{"bullets":' * 20_000,
        '{"bullets": [' + '{"a":' * 50_000,
        '{"bullets": ["' + "a" * 200_000,
    ],
)
def test_garbage_is_no_summary(text):
    """An answer without statements is an error, however long or deep it is."""
    with pytest.raises(Unusable):
        statements(text, 3)


def test_what_is_whole_of_a_cut_answer():
    """Of an answer that broke off, the statements that were ended are taken."""
    assert statements('{"bullets": ["The tug sank.", "Nobody was', 3, cut=True) == ("The tug sank.",)
    assert statements("- The tug sank.\n- Nobody was", 3, cut=True) == ("The tug sank.",)
    with pytest.raises(Unusable) as caught:
        statements('{"bullets": ["The tug sa', 3, cut=True)
    assert caught.value.cut


def test_tags_within_a_statement_stay():
    """A statement that tells of a <think> tag keeps it."""
    assert statements('{"bullets": ["It writes <think> first."]}', 1) == ("It writes <think> first.",)


def test_no_more_than_three_times_as_many():
    """A model that cannot stop is cut off at three times the statements that were wanted."""
    assert len(statements(json.dumps({"bullets": [f"Tug {n} sank." for n in range(5000)]}), 2)) == 6


def test_long_statements_end_at_a_sentence():
    """A statement of thousands of characters is shortened to its first sentences, or dropped."""
    told = "The tug sank off Lindvik. " * 100
    (kept,) = statements(json.dumps({"bullets": [told, "a" * 5000]}), 3)
    assert kept.endswith("off Lindvik.")
    assert 500 < len(kept) <= 600


@given(st.text(alphabet='[]{}",:\\ab\n-<>/think ', max_size=300), st.booleans())
def test_any_text(text, cut):
    """Whatever a model writes, there are clean statements on one line each, or an error."""
    try:
        found = statements(text, 2, cut)
    except Unusable:
        return
    assert 1 <= len(found) <= 6
    assert all(told.strip() and "\n" not in told for told in found)
