"""Feeds as sources: which files are feeds, and which articles they hold."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.ingest import READERS, collect
from briefing.ingest.kinds import choose
from briefing.ingest.readers.feeds import article, feed, read
from briefing.ingest.readers.feeds.markup import MAX_NAMESPACES
from briefing.ingest.readers.feeds.prune import MAX_ENTRIES
from briefing.ingest.reading import Raw, Reading

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CASES = Path(__file__).parent / "cases"
RSS = '<rss version="2.0"><channel><title>V</title><link>https://v.example/</link>{}</channel></rss>'


def item(n: int = 1, title: str = "Old bridge", text: str = "It is closed.", more: str = "") -> str:
    """Return an entry."""
    link = f"<link>https://v.example/{n}</link>"
    return f"<item><title>{title}</title>{link}<description>{text}</description>{more}</item>"


def rss(*items: str, name: str = "v.rss") -> Raw:
    """Return a feed of these entries."""
    return Raw(name, RSS.format("".join(items)).encode())


def reading(*items: str) -> Reading:
    """Read a feed of these entries."""
    return read(rss(*items), now=NOW)


@pytest.mark.parametrize(
    "name", ["v.rss", "v.atom", "v.rdf", "v.xml", "v", "v.txt", "v.html", "v.json", "standard input"]
)
@pytest.mark.parametrize(
    "text",
    [
        RSS,
        f'\ufeff\n<?xml version="1.0"?>\n<!-- mine -->{RSS}',
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>{RSS}',
        f'<?xml version="1.0"?><?xml-stylesheet href="a>b"?>{RSS}',
        '<feed xmlns="http://www.w3.org/2005/Atom"/>',
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
        '{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}',
    ],
    ids=range(8),
)
def test_kinds(name: str, text: str) -> None:
    """A feed is known by how it begins, whatever the file is called."""
    assert choose(Raw(name, text.encode())) == "feed"
    assert choose(Raw(name, text.encode("utf-16"))) == "feed"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The <rss> tag is old.", "text"),
        ("<!DOCTYPE html><html><body><rss></body></html>", "html"),
        ('{"title": "A", "text": "B about jsonfeed.org."}', "jsonl"),
    ],
)
def test_other_kinds(text: str, kind: str) -> None:
    """What only speaks of feeds is none."""
    assert choose(Raw("v", text.encode())) == kind


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("v.rss", b"<!DOCTYPE html><html><body>News</body></html>", "is a web page and no feed"),
        (
            "v.rss",
            b'<?xml version="1.0"?><html xmlns="x"><body>News</body></html>',
            "is a web page and no feed",
        ),
        ("v.xml", b"<urlset><url/></urlset>", "is no feed: its outermost element is <urlset>"),
        ("v.rss", b"hello", "is no feed"),
        ("v.rss", b"<opml><body/></opml>", "is a list of feeds (OPML)"),
        ("v.rss", b'{"a": 1}', "is JSON but no JSON Feed"),
        (
            "v.rss",
            b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"',
            "is a JSON Feed that is cut off",
        ),
        (
            "v.rss",
            b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 9**5,
            "is a JSON Feed that is nested",
        ),
        ("v.rss", bytes(range(256)) * 9, "is binary data"),
        ("v.rss", b"<rss>" + b"<" * 1_000_001, "has more than 1,000,000 tags"),
        ("v.rss", b"<rss>" + b"&" * 300_000, "is damaged"),
        ("v.rss", b"<rss>" + b" " * 10_000_000, "is larger than 10 MB"),
    ],
    ids=range(12),
)
def test_no_feeds(name: str, data: bytes, message: str) -> None:
    """What is no feed says so in one line, with what it is."""
    with pytest.raises(SourceError) as error:
        feed(Raw(name, data))
    assert error.value.message.startswith(message)
    assert "\n" not in str(error.value)


def test_vocabularies() -> None:
    """A feed of hundreds of vocabularies is refused."""
    many = "".join(f'<a xmlns="urn:{n}"/>' for n in range(MAX_NAMESPACES + 1))
    with pytest.raises(SourceError, match="vocabularies"):
        feed(rss(many))


def test_articles() -> None:
    """An entry's article has its text, the feed's name as its source, its date, and no tracking."""
    more = "<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><guid>7</guid>"
    raw = rss(item(text="It is closed. [&#8230;]", more=more).replace("/1<", "/1?utm_source=x&amp;a=1<"))
    (made,) = read(raw, now=NOW).articles
    assert made.text == "It is closed."
    assert (made.title, made.source, made.url) == ("Old bridge", "V", "https://v.example/1?a=1")
    assert made.published == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert made.origin == "v.rss"


def test_ids() -> None:
    """An article's id stays when its text is mended, and is one in all feeds of a site alone."""
    first, mended = (reading(item(text=text, more="<guid>7</guid>")).articles[0] for text in ("A b.", "A c."))
    assert first.id == mended.id
    other = read(Raw("w", rss(item(more="<guid>7</guid>")).data.replace(b"v.example", b"w.example")), now=NOW)
    assert other.articles[0].id != first.id


def test_language() -> None:
    """A declared language counts, save the English of templates where the text is long enough to tell."""
    german = "Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke für immer zu schließen. " * 4
    for declared, told in (("en-US", "de"), ("de-AT", "de"), ("nl", "nl")):
        text = RSS.format(f"<language>{declared}</language>" + item(text=german))
        assert read(Raw("v", text.encode()), now=NOW).articles[0].language == told


def test_headlines_alone() -> None:
    """An entry that is but a headline with a link is no article yet, and is told as left out."""
    found = reading(item(text=""), item(2))
    assert [one.title for one in found.articles] == ["Old bridge"]
    assert [one.source for one in found.dropped] == ["Old bridge"]
    about = feed(rss(item(text="")), now=NOW)
    assert article(rss(), about, about.entries[0]) is None
    assert about.entries[0].is_teaser


def test_quiet() -> None:
    """A feed without entries is a quiet one: no article, and no problem."""
    assert reading() == Reading()


@pytest.mark.parametrize(("first", "kept"), [(20, "Old bridge 0"), (10, f"Old bridge {MAX_ENTRIES + 4}")])
def test_archives(first: int, kept: str) -> None:
    """Of an archive the newest entries are read, whichever end they are at, and the rest is told."""
    last = 30 - first
    days = [first, *[15] * (MAX_ENTRIES + 3), last]
    items = (
        item(n, f"Old bridge {n}", more=f"<pubDate>{day} Nov 2026 10:00:00 GMT</pubDate>")
        for n, day in enumerate(days)
    )
    found = feed(rss(*items), now=NOW)
    assert len(found.entries) == MAX_ENTRIES
    assert kept in {entry.title for entry in found.entries}
    assert found.dropped[0].reason.startswith("5 older entries")


def test_broken_archives() -> None:
    """An archive that is not well-formed is read up to a bound, and says so."""
    found = feed(rss("<b>", *(item(n, text="word. " * 500) for n in range(400))), now=NOW)
    assert 300 < len(found.entries) < 400
    assert "is damaged" in found.problems[0]
    many = feed(rss("<b>", *map(item, range(MAX_ENTRIES + 5))), now=NOW)
    assert len(many.entries) == MAX_ENTRIES
    assert many.dropped[0].reason.startswith("5 older entries")


def test_many_alike() -> None:
    """An entry of thousands of categories, links or authors is read with some of them."""
    more = "".join(
        f"<category>c{n}</category><author>a{n}</author><link>https://v.example/{n}</link>"
        for n in range(5_000)
    )
    for broken in ("", "<b>"):
        (entry,) = feed(rss(broken, item(more=more)), now=NOW).entries
        assert len(entry.categories) <= 64
        assert entry.title == "Old bridge"


def test_a_host_in_the_name() -> None:
    """A feed without a title is called by its site."""
    raw = Raw("v", rss(item()).data.replace(b"<title>V</title>", b""))
    assert read(raw, now=NOW).articles[0].source == "v.example"


def test_by_the_clock() -> None:
    """Where no time is given the clock tells what lies in the future."""
    (made,) = read(rss(item(more="<pubDate>2999-01-01</pubDate>"))).articles
    assert made.published is None


def test_in_a_folder(tmp_path: Path) -> None:
    """Feeds in a folder are read with everything else in it."""
    (tmp_path / "a.rss").write_bytes(rss(item()).data)
    (tmp_path / "b.atom").write_bytes((CASES / "atom10.xml").read_bytes())
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": "The ferry sails."}))
    found = collect([tmp_path])
    assert not found.problems
    assert len(found.articles) == 5
    assert {"feed", "opml"} <= set(READERS.names())
