"""Feeds that mean harm, and thousands that chance has damaged."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.feeds import Feed, article, feed, feeds_of
from briefing.ingest.readers.opml import Subscription, opml, subscriptions
from briefing.ingest.reading import Raw
from tests.ingest.feeds.mutants import mutants

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if ".expected." not in path.name)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
RSS = '<rss version="2.0"><channel><title>V</title><link>https://v.example/</link>{}</channel></rss>'
ITEM = "<item><title>Old bridge</title><link>https://v.example/1</link>{}</item>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def check(found: Feed) -> None:
    """Check what holds of every feed."""
    ids = [entry.id for entry in found.entries]
    assert len(set(ids)) == len(ids)
    for entry in found.entries:
        assert entry.id
        assert entry.title
        assert entry.text or entry.url
        assert entry.url is None or entry.url.lower().startswith(("http://", "https://"))
        assert entry.picture is None or entry.picture.url.lower().startswith(("http://", "https://"))
        for text in (entry.title, entry.author, entry.source, *entry.text.split("\n"), *entry.categories):
            assert not any(character < " " or "\x7f" <= character < "\xa0" for character in text)
        for moment in (entry.published, entry.updated):
            assert moment is None or moment.tzinfo
    for text in (found.title, *found.problems, *(f"{one.source} {one.reason}" for one in found.dropped)):
        assert "\n" not in text


def test_mutants() -> None:
    """A feed that was damaged in any way gives what can be read of it, or one line on why not."""
    whole = 0
    for data in mutants([path.read_bytes() for path in CASES], 2_000, seed=6):
        raw = Raw("v", data)
        try:
            found = feed(raw, now=NOW)
        except SourceError as error:
            assert "\n" not in str(error)
            continue
        check(found)
        made = [article(raw, found, entry) for entry in found.entries[:2]]
        assert all(one is None or (one.text.strip() and one.title and one.source) for one in made)
        whole += 1
    assert whole > 1_200


def test_mutants_of_lists_and_pages() -> None:
    """A list of feeds or a page that was damaged in any way harms nobody."""
    listed = opml([Subscription("https://b.example/", "B", ("A", "C")), Subscription("https://d.example/")])
    page = (
        b"<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head>"
        b"<body><a href='/rss.xml'>x</a></body></html>"
    )
    for data in mutants([listed, page], 1_000, seed=7):
        assert all(address.startswith("http") for _, address in feeds_of(data, "https://v.example/"))
        try:
            subscriptions(Raw("v", data))
        except SourceError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize(
    "prolog",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        f'<!DOCTYPE rss [\n<!ENTITY l0 "ha">\n{LAUGHS}\n]>',
        '<!DOCTYPE rss [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY l11 PUBLIC "x" "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE rss [<!ENTITY % l SYSTEM "http://127.0.0.1:9/x.dtd"> %l;]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        f'<!DOCTYPE rss [<!ENTITY l11 "{"a" * 50_000}">]>',
    ],
    ids=range(7),
)
@pytest.mark.parametrize("broken", ["", "<b>"])
def test_entities(prolog: str, broken: str) -> None:
    """No entity grows, none brings in a file, and none is fetched."""
    text = (
        f'<?xml version="1.0"?>{prolog}{RSS.format(broken + ITEM.format("<description>&l11;</description>"))}'
    )
    (entry,) = feed(Raw("v", text.encode()), now=NOW).entries
    assert entry.text == "&l11;"


def test_entities_without_end() -> None:
    """A short entity that is used a million times is no feed."""
    prolog = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 60}">]>'
    text = prolog + RSS.format(ITEM.format(f"<description>{'&a;' * 300_000}</description>"))
    with pytest.raises(SourceError, match="is damaged"):
        feed(Raw("v", text.encode()))


@pytest.mark.parametrize(
    "body",
    [
        "<b>" * 10_000 + "x" + "</b>" * 10_000,
        "&lt;b&gt;" * 10_000 + "x",
        "<![CDATA[" + "<div>" * 10_000 + "x]]>",
        "<![CDATA[" * 20_000,
        "]]>" * 20_000,
        "<!--" * 20_000,
        "<" * 50_000,
        "&amp;lt;" * 20_000,
        "<![CDATA[" + "<img src='" * 20_000 + "]]>",
        "<![CDATA[" + "<p class='share'>x</p>" * 10_000 + "]]>",
        "<![CDATA[" + "<!--" * 20_000 + "]]>",
        " " * 500_000 + ".",
        "a. " * 100_000 + "…",
        "[" * 100_000 + "…",
        "read more " * 20_000,
        "the post " * 20_000,
        "data:image/png;base64," + "A" * 500_000,
        "</description><author>" + "a" * 200_000 + "</author><description>",
        "</description><author>" + "a@" * 100_000 + "</author><description>",
        "</description><pubDate>" + "1 Nov " * 50_000 + "</pubDate><description>",
        "</description><guid>" + "a" * 200_000 + "</guid><description>",
        "</description><link>" + "a" * 200_000 + "</link><description>",
        "</description><media:keywords>" + "a," * 50_000 + "</media:keywords><description>",
        "</description><category>x" * 5_000 + "</category><description>",
        "</description>" + "".join(f"<category term='{n}'/>" for n in range(10_000)) + "<description>",
        "</description>" + "<item>" * 20_000 + "<description>",
    ],
    ids=range(26),
)
@pytest.mark.parametrize("broken", ["", "<b>"])
def test_repetition(body: str, broken: str) -> None:
    """Marks, nesting and names that are repeated without end take time that grows with their length alone."""
    text = RSS.format(broken + ITEM.format(f"<description>{body}</description>"))
    try:
        check(feed(Raw("v", text.encode()), now=NOW))
    except SourceError as error:
        assert "is damaged" in error.message
    assert feeds_of(text.encode(), "https://v.example/") == ()
