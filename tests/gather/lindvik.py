"""A newspaper's site as a test would have it: pages, feeds, a home page."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.fetch.server import Page, Server, page, tagged

PARAGRAPHS = (
    "The harbour of {place} closed on Monday after a crane fell across two quays, the port authority said.",
    "Nobody was hurt, but {number} ships wait outside the breakwater. Repairs will take nine days.",
    "Traders in the region expect grain prices to rise by 3 percent this week; bakers buy flour elsewhere.",
    "The crane was built in 1981 and was to be replaced next year, the mayor of {place} said.",
)


def paragraphs(place: str, number: int) -> list[str]:
    """Return the text of an article about a harbour, a paragraph each."""
    return [each.format(place=place, number=number) for each in PARAGRAPHS]


def html(title: str, body: Sequence[str]) -> bytes:
    """Return an article's page."""
    told = "".join(f"<p>{escape(each)}</p>" for each in body)
    return (
        f"<!doctype html><html><head><title>{escape(title)}</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{escape(title)}</h1>{told}</article>"
        "<footer>Imprint</footer></body></html>"
    ).encode()


def item(title: str, link: str, text: str, date: str = "Mon, 23 Nov 2026 05:00:00 GMT") -> str:
    """Return an entry of a feed."""
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><guid>{escape(link)}</guid>"
        f"<pubDate>{date}</pubDate><description>{escape(text)}</description></item>"
    )


def rss(title: str, *items: str) -> bytes:
    """Return a feed."""
    told = "".join(items)
    return f'<rss version="2.0"><channel><title>{title}</title>{told}</channel></rss>'.encode()


def feed_of(server: Server, name: str, number: int = 14, **headers: str) -> Page:
    """Put an article's page on the server and return a feed with a teaser of it, which knows its tag."""
    body, title = paragraphs(name, number), f"Fallen crane closes {name} harbour"
    server.pages[f"/{name}.html"] = tagged(html(title, body), Content_Type="text/html")
    entry = item(title, server.url(f"/{name}.html"), f"{body[0][:60]}…")
    return tagged(rss(f"{name} Post", entry), Content_Type="application/rss+xml", **headers)


def opml(*feeds: tuple[str, str]) -> str:
    """Return a list of feeds: folder and address of each."""
    told = "".join(f'<outline text="{a}"><outline type="rss" xmlUrl="{b}"/></outline>' for a, b in feeds)
    return f'<opml version="2.0"><body>{told}</body></opml>'


HOME = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><h1>Hi</h1></html>'


def home() -> Page:
    """Return a home page that names its feed."""
    return page(HOME, Content_Type="text/html")
