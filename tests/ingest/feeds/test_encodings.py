"""Feeds in every encoding, whatever they and their servers say of it."""

import codecs

import pytest

from briefing.ingest.readers.feeds import Feed, feed
from briefing.ingest.reading import Raw

TITLE = "Zażółć café – “naïve”"
CYRILLIC = "Старый мост закрыт навсегда, сказали в городском совете"


def xml(title: str = TITLE, declared: str = "utf-8") -> str:
    """Return a feed."""
    return (
        f'<?xml version="1.0" encoding="{declared}"?>\n<rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://v.example/</link><item><title>{title}</title><link>https://v.example/1</link></item>"
        "</channel></rss>"
    )


def read(data: bytes, charset: str = "") -> Feed:
    """Read a feed as it came from a server."""
    return feed(Raw("https://v.example/feed", data, charset=charset))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "iso-8859-1", "nonsense"])
def test_unicode(encoding: str, declared: str) -> None:
    """A feed in Unicode is read as that, whatever it declares, and with or without a byte-order mark."""
    found = read(xml(declared=declared).encode(encoding))
    assert found.title == found.entries[0].title == TITLE


@pytest.mark.parametrize(
    ("encoding", "declared", "title"),
    [
        ("iso-8859-1", "ISO-8859-1", "Café fermé"),
        ("cp1252", "iso-8859-1", "Café “fermé” – 5 €"),
        ("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń"),
        ("cp1251", "windows-1251", CYRILLIC),
        ("koi8-r", "KOI8-R", CYRILLIC),
        ("euc-kr", "euc-kr", "오래된 다리"),
        ("shift_jis", "Shift_JIS", "古い橋が閉鎖"),
        ("gb18030", "gb2312", "老桥关闭"),
        ("big5", "big5", "老橋關閉"),
    ],
)
def test_declared(encoding: str, declared: str, title: str) -> None:
    """What a feed declares is believed, as browsers take it; else what its server says."""
    assert read(xml(title, declared).encode(encoding)).title == title
    bare = xml(title).partition("\n")[2].encode(encoding)
    assert read(bare, declared).title == title


@pytest.mark.parametrize("declared", ["utf-8", "nonsense", "rot13", "zlib_codec", "../x"])
def test_wrongly_declared(declared: str) -> None:
    """Where the declaration cannot be true the encoding is told by the letters."""
    text = xml(f"{CYRILLIC}. {CYRILLIC}", declared)
    assert read(text.encode("cp1251")).title == f"{CYRILLIC}. {CYRILLIC}"


def test_the_server_is_wrong() -> None:
    """A server that calls UTF-8 something else is not believed."""
    assert read(xml().encode(), "iso-8859-1").title == TITLE
    assert read(xml().partition("\n")[2].encode(), "iso-8859-1").title == TITLE
    assert read(xml().partition("\n")[2].encode(), 'x"?><!').title == TITLE


def test_before_the_declaration() -> None:
    """White space, marks and notices of the server before the declaration do no harm."""
    for before in (
        b"\n\n \t",
        codecs.BOM_UTF8 + b"\n",
        b"\r\n" + codecs.BOM_UTF8,
        b"Warning: line 3<br />\n",
    ):
        assert read(before + xml().encode()).title == TITLE


def test_damaged() -> None:
    """Broken bytes cost their characters and no more, and the feed says so."""
    found = read(xml().encode().replace("café".encode(), b"caf\xff"))
    assert found.title == TITLE.replace("café", "caf\ufffd")
    assert found.problems[0].startswith("is damaged: in 2 places")


def test_controls() -> None:
    """Control characters, written or as references, are gone."""
    found = read(xml("Old\x0b \x00br\x1b[31midge&#11;&#x1b; &#7;closed").encode())
    assert found.title == "Old bridge closed"
