"""Text that is made to trouble the segmenter: it answers, and no line is lost."""

import pytest

from briefing.ingest.dump import segment

SIZE = 4_000
HOSTILE = {
    "one long word": "a" * 100 * SIZE,
    "one line of dots": "." * 100 * SIZE,
    "one line of dashes": "-" * 100 * SIZE,
    "one line of open quotes": "“" * 100 * SIZE,
    "one line of spaces": "a" + " " * 100 * SIZE + "b",
    "one line of initials": "A. " * 30 * SIZE,
    "one endless address": "https://a.example/" + "a/" * 50 * SIZE,
    "dashes on lines": "-\n" * SIZE,
    "list items": "- a b c\n" * SIZE,
    "equal headlines": "Bakers end their strike in Orvane today\n" * SIZE,
    "datelines": "PARIS: A lamp fell into the river.\n" * SIZE,
    "links": "https://a.example/b\n" * SIZE,
    "dates": "5 March 2026 10:32 GMT\n" * SIZE,
    "teasers": "Read more\nBakers end their strike\nA lamp fell.\n" * (SIZE // 3),
    "blank lines": "\n" * SIZE,
    "names that never end": ("A-B " * 40 + "\n") * (SIZE // 10),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text(text: str) -> None:
    """However hostile a text is, each of its lines comes back with a role."""
    assert [line.text for line in segment(text).lines] == text.removesuffix("\n").split("\n")
