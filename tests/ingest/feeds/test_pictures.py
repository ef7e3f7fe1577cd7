"""Which picture leads an entry, and what the feed says of it."""

import pytest

from briefing.ingest.readers.feeds import feed, read
from briefing.ingest.reading import Raw
from briefing.model import Picture

AT = "https://post.example/i/a.jpg"
TEXT = "<description>The old bridge closes for good on Friday, the council said.</description>"


def lead(inside: str, text: str = TEXT) -> Picture | None:
    """Return the picture of a feed's one entry."""
    xml = (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Post</title>'
        f"<link>https://post.example/</link><item><title>Bridge</title>{text}{inside}</item></channel></rss>"
    )
    (entry,) = feed(Raw("https://post.example/feed", xml.encode())).entries
    return entry.picture


@pytest.mark.parametrize(
    "inside",
    [
        f'<media:content url="{AT}" medium="image"><media:description>Dawn</media:description>'
        "<media:credit>Ann Lee</media:credit></media:content>",
        f'<media:group><media:credit role="owner">Ann Lee</media:credit><media:description>Dawn'
        f'</media:description><media:content url="{AT}" type="image/jpeg"/></media:group>',
        f'<media:content url="{AT}" medium="image"/><media:credit>Photo: Ann Lee</media:credit>'
        "<media:description type='html'>&lt;b&gt;Dawn&lt;/b&gt;</media:description>",
        f'<media:thumbnail url="{AT}" width="640"/>'
        "<media:description>Dawn (Photo: Ann Lee)</media:description>",
    ],
)
def test_caption_and_credit(inside) -> None:
    """What a feed says of a picture, in it, in its group or in its entry, is its caption and its credit."""
    assert lead(inside) == Picture(AT, "Dawn", "Ann Lee")


def test_caption_is_no_text() -> None:
    """What is said of a picture is not told as the entry's text."""
    caption = "<media:description>Rust on an arch of the bridge, photographed in spring.</media:description>"
    xml = (
        '<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Post</title><item>'
        f'<title>Bridge</title>{TEXT}<media:content url="{AT}" medium="image">{caption}</media:content>'
        "</item></channel></rss>"
    )
    (article,) = read(Raw("feed.xml", xml.encode())).articles
    assert article.text == "The old bridge closes for good on Friday, the council said."
    assert article.picture == Picture(AT, "Rust on an arch of the bridge, photographed in spring.")


def test_narrow_ones_are_passed_over() -> None:
    """A thumbnail that is said to be narrow is none where the text has a picture."""
    small = '<media:thumbnail url="https://post.example/i/s.jpg" width="120"/>'
    text = (
        "<description><![CDATA[<figure><img src='/i/a.jpg' alt='x'><figcaption>Dawn <i>(Photo: Ann Lee)</i>"
        "</figcaption></figure> The old bridge closes.]]></description>"
    )
    assert lead(small, text) == Picture(AT, "Dawn", "Ann Lee")
    assert lead(small) is None


def test_caption_is_of_its_own_figure() -> None:
    """A picture without a caption does not take that of the next."""
    text = (
        "<description><![CDATA[<img src='/i/a.jpg' alt='A bridge'><p>It closes.</p>"
        "<figure><img src='/i/b.jpg'><figcaption>Ferry</figcaption></figure>]]></description>"
    )
    assert lead("", text) == Picture(AT, "A bridge")


def test_a_feeds_logo_leads_nothing() -> None:
    """A logo or a counter that a feed states is passed over."""
    stated = "".join(
        f'<media:content url="https://post.example/{name}" medium="image"/>'
        for name in ("logo.png", "pixel.gif", "map.svg")
    )
    assert lead(stated) is None
    assert lead(stated + f'<enclosure url="{AT}" type="image/jpeg" length="9"/>') == Picture(AT)
