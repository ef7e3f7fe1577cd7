from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import EngineError
from briefing.summarizers.abstractive.server.completion import completion, names, used
from briefing.summarizers.abstractive.server.failures import Unusable
from tests.summarizers.abstractive.stub_server import completion as answer


def test_parts_are_joined():
    """A message in parts is read as one text; parts that are no text are left out."""
    parts = [{"type": "text", "text": "One "}, {"type": "image_url"}, "two", 3, None]
    assert completion(answer(parts)).text == "One two"


def test_cut_off():
    """An answer that was ended by its length is marked as such."""
    assert completion(answer("One", "length")).cut
    assert not completion(answer("One")).cut


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        "text",
        {"choices": None},
        {"choices": []},
        {"choices": [None]},
        answer(None),
        answer(" "),
    ],
)
def test_no_words(content):
    """An answer without choices, or with a message without content, is unusable."""
    with pytest.raises(Unusable):
        completion(content)


def test_declined():
    """A refusal is no summary, and asking again is of no use."""
    for declined in (
        answer("Part of it", "content_filter"),
        {"choices": [{"message": {"content": None, "refusal": "I can't."}}]},
    ):
        with pytest.raises(EngineError, match="declined") as caught:
            completion(declined)
        assert not isinstance(caught.value, Unusable)


@pytest.mark.parametrize(
    "usage", [None, "many", {}, {"prompt_tokens": -5}, {"prompt_tokens": "9"}, {"prompt_tokens": True}]
)
def test_counts_that_are_none(usage):
    """A server that counts nonsense is taken as one that doesn't count."""
    assert used({"usage": usage}) == (None, None)


def test_counts():
    """The server's own counts are taken."""
    assert used({"usage": {"prompt_tokens": 12, "completion_tokens": 3}}) == (12, 3)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["choices", "message", "content", "usage", "prompt_tokens", "data", "id", "text"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(JSON)
def test_any_json(content):
    """Whatever JSON a server sends, there is a text, or an error that costs one article."""
    used(content)
    assert all(names(content))
    with suppress(EngineError):
        assert completion(content).text.strip()
