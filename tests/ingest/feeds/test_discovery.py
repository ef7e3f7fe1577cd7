"""Finding a page's feeds."""

import pytest

from briefing.ingest.readers.feeds import feeds_of, guesses

PAGE = "https://v.example/news/today"


def found(head: str = "", body: str = "<p>News.</p>", url: str = PAGE) -> list[str]:
    """Return the addresses of the feeds of a page."""
    page = f"<!DOCTYPE html><html><head><title>V</title>{head}</head><body>{body}</body></html>"
    return [address for _, address in feeds_of(page.encode(), url)]


def link(kind: str, href: str, rel: str = "alternate", title: str = "") -> str:
    """Return a link in a page's head."""
    return f'<link rel="{rel}" type="{kind}" href="{href}" title="{title}">'


def test_titles() -> None:
    """Each feed comes with the title that the page gives it."""
    page = link("application/rss+xml", "/feed", title="V &amp; W") + "<p>News.</p>"
    assert feeds_of(page.encode(), PAGE) == (("V & W", "https://v.example/feed"),)


@pytest.mark.parametrize(
    "kind",
    ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
     "Application/RSS+XML; charset=utf-8"],
)  # fmt: skip
def test_types(kind: str) -> None:
    """Every type of a feed is known, whatever its address."""
    assert found(link(kind, "x")) == ["https://v.example/news/x"]


def test_other_alternates() -> None:
    """What else a page states as its alternates is no feed: translations, embeds, a site's interface."""
    head = (
        link("text/html", "/fr")
        + link("application/json+oembed", "/oembed?format=json")
        + link("text/xml+oembed", "/oembed?format=xml")
        + link("application/json", "/wp-json/wp/v2/posts/7")
        + link("application/rss+xml", "/style", rel="stylesheet")
        + link("application/json", "/feed.json")
        + link("text/xml", "/rss.xml")
    )
    assert found(head) == ["https://v.example/feed.json", "https://v.example/rss.xml"]


def test_order() -> None:
    """Stated feeds come in their order and before linked ones, feeds of comments last, each once."""
    head = (
        link("application/rss+xml", "/comments/feed", title="V » Comments Feed")
        + link("application/atom+xml", "/atom.xml")
        + link("application/rss+xml", "/feed/", rel="ALTERNATE feed")
    )
    body = '<a href="/rss.xml">RSS</a><a href="/feed/">Feed</a>'
    assert found(head, body) == [
        "https://v.example/atom.xml",
        "https://v.example/feed/",
        "https://v.example/rss.xml",
        "https://v.example/comments/feed",
    ]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/feed", "https://v.example/feed"),
        ("/feed/", "https://v.example/feed/"),
        ("rss.xml", "https://v.example/news/rss.xml"),
        ("/sport/index.rdf", "https://v.example/sport/index.rdf"),
        ("https://www.v.example/atom.xml", "https://www.v.example/atom.xml"),
        ("https://rss.v.example/top.rss", "https://rss.v.example/top.rss"),
        ("https://feeds.keeper.example/v/rss", "https://feeds.keeper.example/v/rss"),
        ("/feed.json", "https://v.example/feed.json"),
        ("/?feed=rss2", "https://v.example/?feed=rss2"),
        ("/feeds/posts/default", "https://v.example/feeds/posts/default"),
    ],
)
def test_links(href: str, address: str) -> None:
    """Links to what looks like a feed of the site, or of a keeper of feeds, are taken."""
    assert found(body=f'<p>News. <a href="{href}">RSS</a></p>') == [address]


@pytest.mark.parametrize(
    "href",
    "/feedback /news https://other.example/feed javascript:feed /seafood/feeding #feed mailto:feed "
    "/news/today https://ev.example/feed".split(),
)
def test_other_links(href: str) -> None:
    """Other links are none, nor are feeds of other sites."""
    assert found(body=f'<p>News. <a href="{href}">Feed</a></p>') == []


def test_base() -> None:
    """Relative addresses go by the base that the page states."""
    assert found('<base href="https://w.example/x/">' + link("application/rss+xml", "feed")) == [
        "https://w.example/x/feed"
    ]


@pytest.mark.parametrize("page", [b"", b"\x00\x01\x02" * 99, b"%PDF-1.7", b"{}", "é".encode("utf-16")])
def test_no_pages(page: bytes) -> None:
    """What is no page has no feeds."""
    assert feeds_of(page, PAGE) == ()


def test_guesses() -> None:
    """The usual places are below the page's path, then below the site, each once."""
    below = guesses("https://v.example/blog?x=1#y")
    assert below[:2] == ("https://v.example/blog/feed", "https://v.example/blog/rss")
    assert "https://v.example/atom.xml" in below
    assert guesses("https://v.example") == guesses("https://v.example/")
    assert len(set(below)) == len(below) == 2 * len(guesses("https://v.example/"))
    assert guesses("nonsense") == guesses("file:///etc/passwd") == ()
