import json
from pathlib import Path

import pytest

from briefing.ingest.readers.mail import read
from briefing.ingest.reading import Raw, Reading, Role

CASES = sorted((Path(__file__).parent / "cases").glob("*.eml"))


def given(path: Path) -> Reading:
    """Return the reading of a case."""
    return read(Raw(path.name, path.read_bytes()))


def told(reading: Reading) -> dict[str, object]:
    """Return what a case's expectation tells of a reading."""
    return {
        "articles": [
            {
                "title": one.title,
                "text": one.text.split("\n"),
                "url": one.url,
                "source": one.source,
                "published": one.published.isoformat() if one.published else None,
                "language": one.language,
            }
            for one in reading.articles
        ],
        "dropped": [one.reason for one in reading.dropped],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    """A newsletter's articles, their addresses and what is left out of it are as its case expects."""
    assert told(given(path)) == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_line_has_a_role(path: Path) -> None:
    """Each line is told with a role and a reason, and those of the body make up the article's text."""
    reading = given(path)
    lines = [line for part in reading.explained for line in part.lines]
    assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
    assert all(line.reason for line in lines)
    for number, article in enumerate(reading.articles):
        own = [line.text for line in lines if line.article == number and line.role in (Role.BODY, Role.LEAD)]
        assert own
        assert all(part in " ".join(own) for part in article.text.replace("\n", " ").split(". "))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_frame_in_articles(path: Path) -> None:
    """No article has a word of a footer, of a preheader or of a sponsor."""
    told = "\n".join(f"{one.title}\n{one.text}" for one in given(path).articles).casefold()
    for word in (
        "unsubscribe",
        "browser",
        "ledgerly",
        "mill street",
        "abbestellen",
        "désabonner",
        "forwarded",
    ):
        assert word not in told
