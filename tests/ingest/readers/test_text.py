import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.text import read
from briefing.ingest.reading import Raw, Reading, Role

TWO = """\
HILLTOWN: The council closed the old bridge on Tuesday, saying that repairs would cost more than a new one.
The ferry sails for free until June, and the café at the pier expects to lose half of its guests.
Old bridge closed for good as repairs prove too dear
https://valley.example/b1
Old bridge closed for good as repairs prove too dear
- The ferry sails for free until June.
Harvest festival draws record crowd to the market square
- Three bands played until midnight.
ASHFORD: The harvest festival drew 4,000 people to the market square on Saturday, its organisers said.
Three bands played until midnight, and the baker sold out of plum cake before noon.
"""


def reading(text: str) -> Reading:
    """Read a text."""
    return read(Raw("news/dump.txt", text.encode()))


def test_a_dump() -> None:
    """A dump of two articles gives both, each with its headline, place, link, points and first line."""
    first, second = reading(TWO).articles
    assert first.title == "Old bridge closed for good as repairs prove too dear"
    assert second.title == "Harvest festival draws record crowd to the market square"
    assert (first.place, second.place) == ("HILLTOWN", "ASHFORD")
    assert (first.url, second.url) == ("https://valley.example/b1", None)
    assert first.points == ("The ferry sails for free until June.",)
    assert (first.source, second.source) == ("valley.example", "dump.txt")
    assert (first.origin, second.origin) == ("news/dump.txt:1", "news/dump.txt:7")


def test_no_line_is_lost() -> None:
    """Every line of the file is accounted for, with its own text."""
    (explained,) = reading(TWO).explained
    assert [line.text for line in explained.lines if line.text] == TWO.splitlines()
    assert [line.number for line in explained.lines][:10] == list(range(1, 11))
    assert Role.POINT in {line.role for line in explained.lines}


def test_one_article() -> None:
    """An ordinary text is one article, known by its file alone."""
    (article,) = reading("The council met on Monday.\n\nIt closed the bridge, which was old.\n").articles
    assert article.text == "The council met on Monday.\nIt closed the bridge, which was old."
    assert article.origin == "news/dump.txt"
    assert article.title == "The council met on Monday"


def test_hidden_characters() -> None:
    """Terminal commands, NULs and direction overrides in a text leave no trace."""
    (article,) = reading("The \x1b[31mcouncil\x1b[0m met\x00 on \u202eMonday, it said.\n").articles
    assert article.text == "The council met on Monday, it said."


def test_no_article() -> None:
    """A text without a sentence is an error that says so."""
    with pytest.raises(SourceError, match="holds no article"):
        reading("https://a.example/\n- \n***\n")
