import pytest

from briefing.summarizers.abstractive.server import estimate


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("a" * 35, 11),
        ("д" * 20, 11),
        ("三" * 20, 21),
        ("ก" * 20, 21),
        ("😀" * 2, 7),
        ("a" * 7 + "三", 4),
    ],
)
def test_by_script(text, tokens):
    """A token holds 3.5 Latin letters, two Cyrillic ones, or one of a script with many signs."""
    assert estimate.tokens(text) == tokens
