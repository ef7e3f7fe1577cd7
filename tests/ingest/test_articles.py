from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.ingest.articles import Found, build, first_words, host, moment, web_address
from briefing.ingest.reading import Raw
from briefing.model import digest
from tests.ingest.samples import SAMPLES

RAW = Raw("news/a.txt", b"", "sport")
TEXT = "The council closed the bridge on Tuesday. The ferry sails for free until June."


def test_everything_is_cleaned() -> None:
    """No field of an article keeps control characters, terminal commands or direction overrides."""
    dirt = "\x1b[31m\x00\u202e\u200b\x07"
    found = Found(f"A{dirt} text.", f"T{dirt}itle\n2", f"i{dirt}d", f"https://a.example/{dirt}", f"S{dirt}")
    article = build(RAW, found)
    assert (article.text, article.title, article.id) == ("A text.", "Title 2", "id")
    assert (article.url, article.source) == ("https://a.example/", "S")


def test_markup_stays_text() -> None:
    """Markup and template syntax in a text are kept as the characters that they are."""
    text = "<script>alert(1)</script> {{ config }} {% raw %} &amp; _x_"
    assert build(RAW, Found(text)).text == text


def test_given_ids_stay() -> None:
    """An id that is given is the article's id."""
    assert build(RAW, Found(TEXT, id="a/b 7")).id == "a/b 7"


def test_made_ids() -> None:
    """An article without an id gets one of its address, or else its title, and its text."""
    assert build(RAW, Found(TEXT, "T", url="https://a.example/1")).id == digest("https://a.example/1", TEXT)
    assert build(RAW, Found(TEXT, "T")).id == digest("T", TEXT)


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"source": "The Post", "url": "https://www.post.example/1"}, "The Post"),
        ({"url": "https://www.post.example/1"}, "post.example"),
        ({"url": "javascript:alert(1)"}, "a.txt"),
        ({}, "a.txt"),
    ],
)
def test_sources(fields: dict[str, str], source: str) -> None:
    """A reader is shown the publisher's name, else the host of the address, else the file's name."""
    assert build(RAW, Found(TEXT, **fields)).source == source


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.example/b?c=1#d", True),
        ("HTTP://a.example", True),
        ("https://", False),
        ("https:///path", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://a b", False),
        ('https://a.example/"><script>', False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_addresses(address: str, kept: bool) -> None:
    """Only a web address with a host is kept."""
    assert (web_address(address) is not None) is kept


def test_hosts() -> None:
    """A host is shown without "www.", port and user."""
    assert host("https://me:secret@www.a.example:8080/x") == "a.example"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20T09:30:00", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("2026-11-20T09:30:00Z", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("2026-11-20 09:30+02:00", datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=2)))),
        ("Fri, 20 Nov 2026 09:30:00 +0000", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("Fri, 20 Nov 2026 09:30:00 -0000", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("yesterday", None),
        ("2026-13-45", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_times(text: str, time: datetime | None) -> None:
    """A time is ISO 8601 or as e-mail writes it, UTC where it names no zone, or none."""
    assert moment(text) == time


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        ("FR", "fr"),
        ("nb", "no"),
        ("", "de"),
        ("english", "de"),
        ("x-y", "de"),
    ],
)
def test_languages(given: str, language: str) -> None:
    """A given language counts by its first part; what is no code at all is detected instead."""
    assert build(RAW, Found(SAMPLES["de"], language=given)).language == language


def test_place() -> None:
    """The place of a dateline is told, and stays in the text."""
    article = build(RAW, Found("HILLTOWN: The council closed the bridge on Tuesday.\nIt was old."))
    assert article.place == "HILLTOWN"
    assert article.text.startswith("HILLTOWN: ")


def test_origin() -> None:
    """One of many articles in a file is found by its line."""
    assert build(RAW, Found(TEXT)).origin == "news/a.txt"
    assert build(RAW, Found(TEXT, line=12)).origin == "news/a.txt:12"
    assert build(RAW, Found(TEXT)).folder == "sport"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "The council closed the bridge on Tuesday"),
        ("Is the bridge closed? It is.", "Is the bridge closed?"),
        ("One line\nand another", "One line"),
        (".", "."),
        ("橋は閉鎖された。船は無料だ。", "橋は閉鎖された"),
        ("And then it went on...", "And then it went on..."),
        (
            "word " * 40,
            "word " * 17 + "word…",
        ),
        ("x" * 200, "x" * 89 + "…"),
    ],
)
def test_makeshift_titles(text: str, title: str) -> None:
    """Without a headline the first sentence stands for one, cut after a word within 90 characters."""
    assert first_words(text) == title
    assert len(title) <= 91
