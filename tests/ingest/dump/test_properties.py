"""What holds for any text whatever."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.dump import segment
from briefing.ingest.dump.paragraphs import paragraphs
from briefing.ingest.reading import Role
from briefing.text.clean import clean

# Lines that look like something to the segmenter, mixed with any characters at all.
LINES = st.sampled_from(
    [
        "", "", " ", "-----", "* * *", "Read more", "Share", "10:32", "5 March 2026", "By Ana Ruiz",
        "https://a.example/b", "- a point of the story", "• another point", "1. a numbered one", "WORLD",
        "Bakers end their strike in Orvane", "BAKERS END THEIR STRIKE IN ORVANE", "What happens next?",
        "ORVANE: The bakers of Orvane went back to work on Monday.", "PARIS (AP) — A lamp fell.",
        "The minister did not say when the ferry would sail again.", "He laughed.", "and then it rained",
        "“No,” she said.", "QUESTION: Why?", "北京3月5日电 新闻。", "Лодка утонула.", "وقال إن السفينة وصلت.",
    ]
)  # fmt: skip
TEXTS = (
    st.lists(LINES | st.text(max_size=90).filter(lambda text: "\n" not in text), max_size=30)
    .map("\n".join)
    .map(clean)
)
JUNK = ["Share", "Read more", "Comments (12)", "We use cookies on this site", "10:32", ""]


@given(TEXTS)
def test_no_line_is_lost(text: str) -> None:
    """Every line of the input comes back, in order, with its number and exactly one role and a reason."""
    lines = segment(text).lines
    assert [line.text for line in lines] == (text.removesuffix("\n").split("\n") if text else [])
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(isinstance(line.role, Role) and line.reason for line in lines)


@given(TEXTS)
def test_blank_means_blank(text: str) -> None:
    """A line is blank exactly where nothing stands in it."""
    assert all((line.role is Role.BLANK) == (not line.text.strip()) for line in segment(text).lines)


@given(TEXTS)
def test_pieces_are_made_of_their_lines(text: str) -> None:
    """An article's text is its body lines, in order, but for list marks and the spaces of joined lines."""
    found = segment(text)
    for number, piece in enumerate(found.pieces):
        body = [
            line.text
            for line in found.lines
            if line.article == number and line.role in (Role.BODY, Role.LEAD)
        ]
        assert body
        left = iter("".join("".join(body).split()))
        assert all(character in left for character in "".join(piece.text.split()))
        assert len("".join(piece.text.split())) >= len("".join("".join(body).split())) - 3 * len(body)


@given(TEXTS)
def test_articles_stand_in_order(text: str) -> None:
    """The lines of an article stand together, and the articles are numbered from above."""
    owners = [line.article for line in segment(text).lines if line.article is not None]
    assert owners == sorted(owners)
    assert sorted(set(owners)) == list(range(len(set(owners))))


@given(TEXTS)
def test_same_text_same_result(text: str) -> None:
    """The result depends on the text alone."""
    assert segment(text) == segment(text)


@given(st.lists(st.sampled_from(JUNK), max_size=6), st.lists(st.sampled_from(JUNK), max_size=6))
def test_furniture_costs_no_body(before: list[str], after: list[str]) -> None:
    """Page furniture above and below an article changes nothing in its headline and its text."""
    article = [
        "Ferry of Port Ellery sails through the night again",
        "The ferry of Port Ellery has sailed through the night again since Monday, said operator Baylink.",
        "Its crews had been on strike for three weeks because two sailors had been dismissed.",
    ]
    (piece,) = segment("\n".join([*before, *article, *after])).pieces
    assert piece.title == article[0]
    assert piece.text.split("\n") == article[1:]


@given(st.lists(st.text(max_size=90).filter(lambda text: "\n" not in text), max_size=30))
def test_paragraphs_cover_all_lines(lines: list[str]) -> None:
    """Paragraphs follow each other without a gap from the first line to the last."""
    found = paragraphs([clean(line) for line in lines])
    assert [n for paragraph in found for n in range(paragraph.first, paragraph.last)] == list(
        range(len(lines))
    )
