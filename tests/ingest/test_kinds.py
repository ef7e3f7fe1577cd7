import codecs

import pytest

from briefing.ingest.kinds import choose
from briefing.ingest.reading import Raw

PROSE = "The council closed the old bridge on Tuesday.\n\nThe ferry sails for free until June.\n"
FIELDS = "---\ntitle: Old bridge closed\ndate: 2026-11-20\n---\n\n"


def chosen(text: str, name: str = "standard input", encoding: str = "utf-8") -> str:
    """Return the reader that is chosen for a text."""
    return choose(Raw(name, text.encode(encoding)))


@pytest.mark.parametrize(
    "text",
    [
        FIELDS + PROSE,
        "# Old bridge closed\n\n" + PROSE,
        "\n\n## Old bridge closed\n" + PROSE,
        "# Valley Post\n\n## Old bridge closed\n\n" + PROSE,
        "# 旧橋が閉鎖\n\n" + PROSE,
        "Old bridge closed\n=====\n\n" + PROSE,
        "Good morning.\n\n## Old bridge closed\n\n" + PROSE + "\n## Fair opens\n\nIt opened on Friday.\n",
        ("# Old bridge closed\n\n" + PROSE).replace("\n", "\r\n"),
    ],
    ids=range(8),
)
def test_markdown_without_a_name(text: str) -> None:
    """A text without a suffix that opens as only Markdown does is read as Markdown."""
    assert chosen(text) == "markdown"
    assert chosen(text, "news/today") == "markdown"
    assert chosen(text, encoding="utf-16") == "markdown"
    assert choose(Raw("a", codecs.BOM_UTF8 + text.encode())) == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Old bridge closed\n\n" + PROSE,
        "---\n" + PROSE + "---\n" + PROSE,
        "---\nHILLTOWN: The bridge is closed\n---\n" + PROSE,
        "#bridge #ferry\n\n" + PROSE,
        "# 1\n\n" + PROSE,
        "# Menu\nHome\nNews\nSport\nOld bridge closed\n" + PROSE,
        "# copied by hand\n# from the valley's page\n\n" + PROSE,
        "Old bridge closed\n\n" + PROSE + "\n# Trending\nFerry\nFair\n",
        "====\nOld bridge closed\n====\n" + PROSE,
        "- rust\n- a crack\n\n*The Valley Post* told it first.\n",
        "# Old bridge closed",
    ],
    ids=range(12),
)
def test_text_without_a_name(text: str) -> None:
    """Plain text and copied pages are never taken for Markdown, whatever marks stand in them."""
    assert chosen(text) == "text"


def test_a_text_that_is_named_so() -> None:
    """A file that is called plain text is read as that."""
    assert chosen("# Old bridge closed\n\n" + PROSE, "news/a.txt") == "text"
