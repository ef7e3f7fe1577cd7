import json
from datetime import UTC, datetime

import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.jsonl import read
from briefing.ingest.reading import Raw, Reading, Role

TEXT = "The council met on Monday.\n\nIt closed the bridge, which was old."


def lines(*rows: object, encoding: str = "utf-8") -> Reading:
    """Read rows as JSON lines; a string stands for a line as it is."""
    text = "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    return read(Raw("news/a.jsonl", text.encode(encoding)))


def problem(row: object) -> str:
    """Return the problem of a line that stands before a good one."""
    reading = lines(row, {"text": TEXT})
    assert [article.text for article in reading.articles] == [TEXT]
    (only,) = reading.problems
    assert only.source == "news/a.jsonl:1"
    assert "\n" not in only.message
    return only.message


def test_all_fields() -> None:
    """Every field of a line is in the article, and fields that nobody knows are passed over."""
    row = {
        "id": "x1",
        "title": "Old bridge closed",
        "text": TEXT,
        "url": "https://post.example/1",
        "source": "The Post",
        "published": "2026-11-20T09:30:00",
        "language": "en-GB",
        "author": {"name": ["Jane"]},
    }
    (article,) = lines(row).articles
    assert (article.id, article.title, article.text) == ("x1", "Old bridge closed", TEXT)
    assert (article.url, article.source, article.language) == ("https://post.example/1", "The Post", "en")
    assert article.published == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert article.origin == "news/a.jsonl:1"


def test_only_a_text() -> None:
    """A text is enough: all else is made or left open."""
    (article,) = lines({"text": TEXT}).articles
    assert article.title == "The council met on Monday"
    assert (article.url, article.published, article.source) == (None, None, "a.jsonl")


def test_the_text_is_not_segmented() -> None:
    """A text is taken as it is, lines like headlines and bullets included."""
    text = "A headline\n- a point\n\nA sentence.\nhttps://a.example/\n"
    assert lines({"text": text}).articles[0].text == text


@pytest.mark.parametrize("name", [7, 0, "7", 10**30])
def test_ids_of_numbers(name: int | str) -> None:
    """A whole number is an id like a string of its digits."""
    assert lines({"id": name, "text": TEXT}).articles[0].id == str(name)


def test_an_id_too_long_for_an_int() -> None:
    """A number of a hundred thousand digits is an id, or passed over, and no failure."""
    assert lines(f'{{"id": {"9" * 100_000}, "text": "A b."}}').articles[0].id == "9" * 100_000
    assert lines(f'{{"x": {"9" * 100_000}, "text": "A b."}}').articles[0].text == "A b."


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("nonsense", "is not JSON: expecting value at column 1"),
        ('{"text": "A."} {', "is not JSON: extra data at column 16"),
        ("[1, 2]", "is a list and no object with an article in it"),
        ('"text"', "is a string and no object with an article in it"),
        ("null", "is null and no object with an article in it"),
        ("NaN", "is a number and no object with an article in it"),
        ({"title": "A"}, 'has no "text"'),
        ({"text": None}, 'has no "text"'),
        ({"text": " \n"}, 'its "text" is empty'),
        ({"text": "\u200b\x00"}, 'its "text" is empty'),
        ({"text": 5}, 'its "text" is a number and no string'),
        ({"text": ["A."]}, 'its "text" is a list and no string'),
        ({"text": "A.", "title": 5}, 'its "title" is a number and no string'),
        ({"text": "A.", "url": True}, 'its "url" is true or false and no string'),
        ({"text": "A.", "source": {}}, 'its "source" is an object and no string'),
        ({"text": "A.", "language": []}, 'its "language" is a list and no string'),
        ({"text": "A.", "id": 1.5}, 'its "id" is a number and neither a string nor a whole number'),
        ({"text": "A.", "id": False}, 'its "id" is true or false and neither a string nor a whole number'),
        ('{"text": "A.", "id": NaN}', 'its "id" is a number and neither a string nor a whole number'),
        ('{"a":' * 100_000, "is nested too deeply to be an article"),
    ],
)
def test_bad_lines(row: object, message: str) -> None:
    """A bad line is a problem with its number and its cause, and the others are read."""
    assert problem(row) == message


def test_a_cut_off_line() -> None:
    """A last line that stops in the middle is said to be cut off."""
    reading = lines({"text": TEXT}, '{"text": "The coun')
    assert len(reading.articles) == 1
    assert [(one.source, one.message) for one in reading.problems] == [
        ("news/a.jsonl:2", "is cut off in the middle of the line: the file is not whole")
    ]


@pytest.mark.parametrize("published", ["tomorrow", "2026-99-99", "", 1795000000, None, ["2026"]])
def test_bad_dates(published: object) -> None:
    """A date that cannot be read costs the article nothing but its date."""
    reading = lines({"text": TEXT, "published": published})
    assert reading.articles[0].published is None
    assert not reading.problems


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "post.example/1", "https://"])
def test_bad_addresses(url: str) -> None:
    """An address that is none of the web is no address."""
    assert lines({"text": TEXT, "url": url}).articles[0].url is None


def test_escapes_are_harmless() -> None:
    """Control characters and lone surrogates written as JSON escapes leave no trace but a replacement."""
    (article,) = lines(r'{"text": "The \u001b[31mcouncil\u0000 met \ud800\u202eon Monday."}').articles
    assert article.text == "The council met \ufffdon Monday."


def test_damaged_bytes() -> None:
    """A line with a broken byte is read and told; the others are not."""
    data = json.dumps({"text": "Le café est fermé."}, ensure_ascii=False).encode()
    reading = read(Raw("a.jsonl", data + b"\n" + data.replace(b"ferm", b"f\xfferm") + b"\n" + data))
    assert [article.text[:16] for article in reading.articles] == [
        "Le café est ferm",
        "Le café est f\ufffder",
        "Le café est ferm",
    ]
    assert [one.source for one in reading.problems] == ["a.jsonl:2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    """JSON lines are read in the encoding that they are in."""
    reading = lines(*[{"text": "Le café est fermé depuis l’été, a décidé la mairie."}] * 2, encoding=encoding)
    assert reading.articles[1].text == "Le café est fermé depuis l’été, a décidé la mairie."
    assert not reading.problems


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r"])
def test_line_ends(end: str) -> None:
    """Lines may end as on any system, and empty ones are passed over."""
    reading = read(Raw("a.jsonl", end.join(['{"text": "One."}', '{"text": "Two."}', ""]).encode()))
    assert [article.text for article in reading.articles] == ["One.", "Two."]
    assert not reading.problems


def test_separators_inside_strings() -> None:
    """Unicode's line separators inside a string end no line."""
    assert len(lines({"text": "One.\u2028Two.\x85Three."}, {"text": "Four."}).articles) == 2


def test_every_line_is_told() -> None:
    """Each line has its number, its role and its article."""
    (explained,) = lines("bad", "", {"text": TEXT}).explained
    assert [(line.number, line.role, line.article) for line in explained.lines] == [
        (1, Role.JUNK, None),
        (2, Role.BLANK, None),
        (3, Role.BODY, 0),
    ]


def test_many_bad_lines() -> None:
    """A file of nothing but bad lines gives some of them and the number of the others."""
    problems = lines(*["bad"] * 1000).problems
    assert len(problems) == 51
    assert problems[-1].message == "950 more of its lines hold no article"


def test_only_white_space() -> None:
    """A file without any line that holds something is an error."""
    with pytest.raises(SourceError, match="white space"):
        read(Raw("a.jsonl", "\n \n".encode("utf-16")))
