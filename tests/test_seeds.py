"""The sample news, read and summarized: the golden input."""

import json
import re
from pathlib import Path

import pytest

import briefing
from briefing import ingest
from briefing.config import Config
from briefing.pipeline import make
from briefing.summarizers import Options, engines
from briefing.text.document import document

SEEDS = Path(__file__).parent.parent / "seeds"
GOLDEN = Path(__file__).with_name("seeds.golden.json")
"""What the samples must come out as; after a change of them, look at the difference and run this file."""


def _outline() -> list[dict]:
    return [
        {
            "title": article.title,
            "origin": Path(article.origin).name,
            "folder": article.folder,
            "source": article.source,
            "place": article.place,
            "url": article.url,
            "published": article.published.isoformat() if article.published else None,
            "language": article.language,
            "points": list(article.points),
            "paragraphs": [f"{line[:40]}…{line[-20:]}" for line in article.text.split("\n")],
        }
        for article in ingest.collect([SEEDS]).articles
    ]


def test_samples_come_out_as_expected():
    """Every sample gives its articles, each with its own headline, place, link, points and paragraphs."""
    assert _outline() == json.loads(GOLDEN.read_text("utf-8"))


def test_nothing_is_left_out_or_wrong():
    """All samples are read without a problem, and nothing in them is dropped."""
    reading = ingest.collect([SEEDS])
    assert reading.problems == () and reading.dropped == ()


def test_dump_of_two_articles_is_two_articles():
    """The dump in the shape of the first real input gives two articles, each with its own parts."""
    mali, paris = briefing.read(SEEDS / "world" / "mali-and-ukraine.txt")
    assert (mali.place, paris.place) == ("BAMAKO", "PARIS")
    assert mali.url and not paris.url
    assert len(mali.points) == len(paris.points) == 2
    assert mali.title not in mali.text and paris.title not in mali.text + paris.text


@pytest.mark.parametrize("name", [name for name in engines.names() if name not in ("abstractive", "llm")])
def test_bullets_of_every_engine_hold(name):
    """Every bullet quotes its own article, repeats no headline and holds no link, whatever extracts it."""
    for article in ingest.collect([SEEDS]).articles:
        for bullet in engines.get(name)(Options())([document(article)], 3):
            for receipt in bullet.evidence:
                assert receipt.article == article.id
                assert article.text[receipt.start : receipt.end] == receipt.text
            assert bullet.text != article.title
            assert not re.search(r"https?:|www\.|\S@\S|example\.", bullet.text)


def test_briefing_of_the_samples():
    """The samples make a briefing of eight sections in which every story has two or three checked bullets."""
    made = make(Config(sources=(str(SEEDS),)))
    assert [section.title for section in made.sections] == [
        "World",
        "Politics",
        "Business",
        "Technology",
        "Science",
        "Health",
        "Sport",
        "Culture",
    ]
    for story in made.stories:
        assert 2 <= len(story.bullets) <= 3
        assert all(bullet.verified for bullet in story.bullets)


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(_outline(), ensure_ascii=False, indent=1) + "\n", "utf-8")
