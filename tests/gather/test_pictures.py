"""Lead pictures, from sources to articles, over a real server."""

from __future__ import annotations

from briefing.model import Picture
from tests.fetch.conftest import _no_proxy, server
from tests.fetch.server import page, tagged
from tests.gather.lindvik import html, item, paragraphs, rss
from tests.gather.test_gather import collect, library

__all__ = ["_no_proxy", "collect", "library", "server"]


def with_pictures(server, *named: str | None) -> bytes:
    """Put articles' pages that name pictures on the server and return a feed of teasers with small ones."""
    items = []
    for number, name in enumerate(named):
        place = f"Odde{number}"
        body = html(f"Crane falls in {place}", paragraphs(place, number + 2))
        meta = f'<meta property="og:image" content="/{name}"><meta property="og:image:alt" content="Dawn">'
        whole = body.replace(b"</head>", (meta if name else "").encode() + b"</head>")
        server.pages[f"/{place}"] = page(whole, Content_Type="text/html")
        small = f'<enclosure url="{server.url(f"/small-{number}.jpg")}" type="image/jpeg" length="9"/>'
        told = item(f"Crane falls in {place}", server.url(f"/{place}"), f"{paragraphs(place, 2)[0][:60]}…")
        items.append(told.replace("</item>", f"{small}</item>"))
    return rss("Odde Post", *items)


def test_picture_of_the_page(server, collect):
    """An article that is taken from its page has the page's picture; where that names none, the feed's."""
    server.pages["/feed"] = page(with_pictures(server, "a.jpg", None))
    first, second = collect(server.url("/feed")).articles
    assert first.picture == Picture(server.url("/a.jpg"), "Dawn")
    assert second.picture == Picture(server.url("/small-1.jpg"))


def test_a_sites_own_picture(server, collect):
    """A picture that several pages name is the site's own, and the feed's are shown."""
    server.pages["/feed"] = page(with_pictures(server, "all.jpg", "all.jpg", "a.jpg"))
    names = [one.picture.url.rpartition("/")[2] for one in collect(server.url("/feed")).articles]
    assert names == ["small-0.jpg", "small-1.jpg", "a.jpg"]


def test_pictures_are_given_again(server, collect):
    """A feed in which nothing has changed gives its articles again, pictures and all."""
    server.pages["/feed"] = tagged(with_pictures(server, "a.jpg"))
    first = collect(server.url("/feed")).articles
    assert collect(server.url("/feed")).articles == first and first[0].picture is not None
