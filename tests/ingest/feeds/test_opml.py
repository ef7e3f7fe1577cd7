"""Lists of feeds, read and written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.ingest import collect
from briefing.ingest.readers.opml import MAX_FEEDS, Subscription, Subscriptions, opml, subscriptions
from briefing.ingest.reading import Raw
from briefing.text.clean import one_line

TWO = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><opml version="2.0"><head><title>Mine &amp; yours</title></head><body>
<outline text="News" title="News">
  <outline text="Harbour &quot;log&quot;" title="x" type="rss" htmlUrl="https://h.example/"
    xmlUrl="https://h.example/feed?a=1&amp;copy=2"/>
  <outline text="Abroad"><outline title="Le Pont" type="rss" xmlUrl="https://p.example/rss"/></outline>
</outline>
<outline text="Top" type="rss" xmlUrl="https://t.example/rss"></outline>
<outline text="Tagged" category="/Hill/Valley,Other" xmlUrl="https://g.example/rss"/>
<outline text="Twice" xmlUrl="https://t.example/rss"/>
<outline text="More" type="include" url="https://more.example/list.opml"/>
<outline text="A site" type="link" url="https://l.example/other.opml"/>
<outline text="Script" xmlUrl="javascript:alert(1)"/>
<outline text="File" xmlUrl="file:///etc/passwd"/>
<outline text="A note without a feed"/>
</body></opml>"""


def listed(text: str | bytes) -> Subscriptions:
    """Read a list."""
    return subscriptions(Raw("mine.opml", text.encode() if isinstance(text, str) else text))


def test_two() -> None:
    """A list of version 2 gives its feeds with titles and folders, each once, and further lists."""
    found = listed(TWO)
    assert found.title == "Mine & yours"
    assert found.feeds == (
        Subscription("https://h.example/feed?a=1&copy=2", 'Harbour "log"', ("News",)),
        Subscription("https://p.example/rss", "Le Pont", ("News", "Abroad")),
        Subscription("https://t.example/rss", "Top"),
        Subscription("https://g.example/rss", "Tagged", ("Hill", "Valley")),
    )
    assert found.lists == ("https://more.example/list.opml", "https://l.example/other.opml")
    assert [one.source for one in found.dropped] == ["Script", "File"]
    assert not found.problems


@pytest.mark.parametrize(
    "text",
    [
        '<opml version="1.0"><head/><body><outline text="H" xmlUrl="https://h.example/rss"/></body></opml>',
        '<opml version="1.1"><body><outline title="H" xmlurl="https://h.example/rss"></outline></body></opml>',
        '<OPML><BODY><OUTLINE TEXT="H" XMLURL="https://h.example/rss"/></BODY></OPML>',
        '<opml><body><outline text="H" xmlUrl="feed://h.example/rss"/></body></opml>'.replace(
            "feed:", "https:"
        ),
        '\ufeff\n <?xml version="1.0"?><opml><outline text="H" xmlUrl=" https://h.example/rss "/></opml>',
        '<opml><body><outline text="H&nbsp;" xmlUrl="https://h.example/rss"/></body></opml>',
    ],
    ids=range(6),
)
def test_one(text: str) -> None:
    """Lists of version 1, with names in any case, are read alike."""
    assert listed(text).feeds == (Subscription("https://h.example/rss", "H"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    """Titles keep their letters in whatever encoding the list says that it is."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + TWO.partition("?>")[2].replace("Top", "Café")
    assert listed(text.encode(encoding)).feeds[2].title == "Café"


def test_broken() -> None:
    """A list that is cut off or ill-formed gives what can be read of it, and says so."""
    cut = listed(TWO[: TWO.index('<outline text="Tagged"')])
    assert len(cut.feeds) == 3
    assert cut.problems[0].startswith("is damaged")
    bare = '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"/></body></opml>'
    assert listed(bare).feeds == (Subscription("https://a.example/?x=1&y=2", "A & B"),)


@pytest.mark.parametrize("text", ["<rss/>", "hello", "<html><body>opml</body></html>", "{}"])
def test_no_lists(text: str) -> None:
    """What is no list of feeds is said to be none."""
    with pytest.raises(SourceError, match="no list of feeds"):
        listed(text)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE opml [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
        '<opml><body><outline text="&c;" xmlUrl="https://h.example/&c;"/></body></opml>',
        '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<opml><body><outline text="&x;" xmlUrl="https://h.example/rss"/></body></opml>',
        '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/x.dtd"><opml><body/></opml>',
        "<opml><body>" + '<outline text="a">' * 10_000 + "</outline>" * 10_000 + "</body></opml>",
        "<opml><body>" + "<a>" * 10_000 + '<outline xmlUrl="https://h.example/rss"/>',
        "<opml" * 100_000,
        "<opml><body>" + "<![CDATA[" * 50_000,
        "<opml><body>" + '<outline text="' * 50_000,
        '<opml xmlns="relative" xmlns:a="b"><a:outline a:text="x" xmlUrl="https://h.example/rss"/></opml>',
    ],
    ids=range(9),
)
def test_hostile(text: str) -> None:
    """Bombs of entities, files named as entities and nesting without end do no harm."""
    try:
        found = listed(text)
    except SourceError:
        return
    assert len(found.feeds) <= 1
    assert "root:" not in repr(found)
    assert len(repr(found)) < 10_000


def test_many() -> None:
    """Of a list without end the first feeds are taken, and the rest is told."""
    rows = "".join(f'<outline text="{n}" xmlUrl="https://h.example/{n}"/>' for n in range(MAX_FEEDS + 2))
    found = listed(f"<opml><body>{rows}</body></opml>")
    assert len(found.feeds) == MAX_FEEDS
    assert len(found.dropped) == 2


# Titles and folders as they come out of reading: clean, and on one line.
NAMES = st.text(max_size=30).map(one_line)
FEEDS = st.lists(
    st.builds(
        Subscription,
        st.text("abz019/?&=;%+~._-é橋'", max_size=20).map("https://h.example/{}".format),
        NAMES,
        st.lists(NAMES.filter(bool), max_size=4).map(tuple),
    ),
    max_size=12,
    unique_by=lambda feed: feed.url,
).map(tuple)


@given(FEEDS, NAMES)
def test_round_trip(feeds: tuple[Subscription, ...], title: str) -> None:
    """A list that is written and read again is the same."""
    found = listed(opml(feeds, title))
    assert found.feeds == feeds
    assert found.title == title
    assert opml(found.feeds, found.title) == opml(feeds, title)
    assert not found.problems


def test_as_a_source(tmp_path: Path) -> None:
    """A list of feeds that is given as a source says what it is, under whatever name."""
    for name in ("mine.opml", "mine.xml", "mine"):
        (tmp_path / name).write_text(TWO, "utf-8")
        (problem,) = collect([tmp_path / name]).problems
        assert problem.message.startswith("is a list of 4 feeds")
