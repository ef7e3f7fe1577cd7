import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.ingest import collect
from briefing.ingest.readers import READERS
from briefing.ingest.reading import Raw, Reading

# Pieces of every form, so that chance makes more than noise.
PIECES = (
    *(
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<li>",
        "<ul>",
        "<br>",
        "<h1>",
        "<!--",
        "-->",
        "<script>",
        "&#27;",
        "&lt;",
    ),
    *(
        "# ",
        "## ",
        "- ",
        "> ",
        "```\n",
        "[a](",
        "](https://a.example)",
        "---\n",
        "title: x\n",
        "| a |\n",
        "***",
    ),
    *('{"text": "', '"}\n', '"id": 1, ', '"published": "2026-11-20"', "[", "{", "\\ud800", "NaN"),
    *(
        "HILLTOWN: ",
        "The ferry sails again. ",
        "https://a.example/x\n",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r\n",
        "é",
        "橋",
        "“",
    ),
    *("\x00", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "%PDF-", "PK\x03\x04"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ENCODINGS = st.sampled_from(
    ("utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030", "shift_jis", "koi8-r")
)
ENCODED = st.builds(lambda text, encoding: text.encode(encoding, "ignore"), TEXTS, ENCODINGS)
CUT = st.builds(lambda data, start: data[start:], ENCODED, st.integers(0, 3))
ANY = st.one_of(st.binary(max_size=400), ENCODED, CUT)


def check(reading: Reading) -> None:
    """Check what holds of every reading."""
    for article in reading.articles:
        assert article.text.strip()
        assert article.title
        assert article.id
        assert article.source
        assert article.published is None or article.published.tzinfo
        for text in (article.text.replace("\n", ""), article.title, article.source, *article.points):
            assert not any(character < " " or "\x7f" <= character < "\xa0" for character in text)
    for problem in reading.problems:
        assert problem.message
        assert "\n" not in problem.source + problem.message
    for explained in reading.explained:
        assert all(line.reason for line in explained.lines)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "jsonl"])
@given(data=ANY)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes(name: str, data: bytes) -> None:
    """Whatever bytes a reader gets, it gives a reading or raises SourceError, and nothing else."""
    try:
        reading = READERS.get(name)(Raw("folder/a", data))
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        check(reading)


@given(data=ANY)
@settings(max_examples=100, deadline=None)
def test_any_standard_input(data: bytes) -> None:
    """Whatever comes on standard input gives articles or a problem, never a failure."""
    reading = collect(["-"], stdin=io.BytesIO(data))
    assert reading.articles or reading.problems
    check(reading)


def test_the_sample_news() -> None:
    """All of the sample news is read, without a problem."""
    reading = collect([Path(__file__).parents[3] / "seeds"])
    assert not reading.problems
    assert len(reading.articles) >= 14
    check(reading)
