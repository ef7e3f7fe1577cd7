"""What holds for one article, however it is laid out, and for what is no article at all."""

import textwrap

import pytest

from briefing.ingest.dump import segment
from briefing.ingest.reading import Role

TITLE = "Beavers return to the river Ister after two centuries"
BODY = [
    "Six beavers were released on the upper Ister near Tolna on Sunday, two hundred years after the last "
    "one was shot there. The animals come from a park in the south.",
    'Biologist Jette Kroll opened the boxes herself. "They did not look back once," she said.',
    "Farmers near Tolna fear for their willows and want money if fields are flooded. The county has set "
    "aside 90,000 crowns for that.",
    "Kroll and her students will watch the beavers with cameras until autumn. Every animal carries a "
    "transmitter in its tail.",
]
SENTENCES = [sentence for paragraph in BODY for sentence in paragraph.replace(". ", ".\n").split("\n")]


def _wrapped(columns: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, columns) for paragraph in BODY)


LAYOUTS = {
    "a line a paragraph": "\n".join(BODY),
    "blank lines between": "\n\n".join(BODY),
    "two blank lines between": "\n\n\n".join(BODY),
    "a line a sentence": "\n".join(SENTENCES),
    "all on one line": " ".join(BODY),
    "wrapped at 72": _wrapped(72),
    "wrapped at 50": _wrapped(50),
    "wrapped without blank lines": textwrap.fill(" ".join(BODY), 72),
    "with subheads": "\n".join([*BODY[:2], "Farmers want money", BODY[2], "Cameras in the river", BODY[3]]),
    "with a list": "\n".join([*BODY[:3], "- one camera at the dam", "- two at the lodge", BODY[3]]),
    "with headings in capitals": "\n".join([*BODY[:2], "FARMERS WANT MONEY", *BODY[2:]]),
    "with labels like datelines": "\n".join([BODY[0], "Note: It is shut.", "WARNING: " + BODY[2], BODY[3]]),
    "with dialogue": "\n".join([BODY[0], "“Well?”", "“Well what?”", "“Do they swim?”", *BODY[1:]]),
    "with a link within": "\n".join([*BODY[:2], "https://park.example/beavers", *BODY[2:]]),
    "with figures": "\n".join([*BODY[:3], "1950 0", "1990 0", "2010 2", "2020 3", "2026 6", BODY[3]]),
}  # fmt: skip


@pytest.mark.parametrize("title", [TITLE, None], ids=["with headline", "without headline"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_article_stays_one(layout: str, title: str | None) -> None:
    """One ordinary article is never split, however its lines are laid out."""
    text = LAYOUTS[layout] if title is None else f"{title}\n\n{LAYOUTS[layout]}"
    (piece,) = segment(text).pieces
    assert piece.title == (title or "")
    for sentence in (BODY[0], "Every animal carries a transmitter in its tail."):
        assert sentence in piece.text.replace("\n", " ")


@pytest.mark.parametrize("columns", [50, 72, 100])
def test_wrapped_lines_are_joined(columns: int) -> None:
    """Text that was wrapped at any column comes out with a paragraph a line."""
    (piece,) = segment(f"{TITLE}\n\n{_wrapped(columns)}").pieces
    assert piece.text.split("\n") == BODY


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\n\n", "   ", "Share\nPrint\nRead more\n", "-----", "https://a.example/b"]
)
def test_no_article(text: str) -> None:
    """An empty text, or one of page furniture alone, has no article and still accounts for each line."""
    found = segment(text)
    assert found.pieces == ()
    assert [line.text for line in found.lines] == text.splitlines()


def test_headline_alone() -> None:
    """A headline without a text is no article, and its line says so."""
    (line,) = segment("Bus fares to rise in June\n").lines
    assert line.role is Role.HEADLINE
    assert line.article is None
    assert "without a text" in line.reason


def test_verse_alone() -> None:
    """A text of short lines without a full stop is kept as one article: nothing vanishes."""
    verse = ["The lamp went out upon the quay", "The boats came in without a light", "And all the gulls"]
    (piece,) = segment("\n".join(["A song of the harbour", "", *verse, "Cried in the night"])).pieces
    assert piece.text.split("\n") == [*verse, "Cried in the night"]


def test_list_alone() -> None:
    """Where list items are the only sentences, they are the body."""
    (piece,) = segment(
        "Three rules of the library\n- Be quiet.\n- Bring books back.\n- Ask the librarian.\n"
    ).pieces
    assert piece.text.split("\n") == ["Be quiet.", "Bring books back.", "Ask the librarian."]
    assert piece.points == ()


def test_reason_names_the_evidence() -> None:
    """The headline of a later article says what showed that a new one begins."""
    second = (
        "Tram drivers of Ostmark get a school\n- The school opens in May\nOSTMARK: A school opens in May."
    )
    lines = segment(f"{TITLE}\n" + "\n".join(BODY) + f"\n{second} It will train 120 drivers a year.").lines
    reasons = [line.reason for line in lines if line.role is Role.HEADLINE]
    assert "a dateline" in reasons[1]


def test_cut_off_sentences() -> None:
    """Several sentences on one line are a text, also where the last lacks its full stop."""
    (piece,) = segment("The mill is shut. The owner decided").pieces
    assert piece.text == "The mill is shut. The owner decided"
