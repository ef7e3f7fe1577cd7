"""Which picture leads a page's article."""

import json

import pytest

from briefing.ingest.readers.html import read
from briefing.ingest.reading import Raw
from briefing.model import Picture
from tests.ingest.readers.test_html import BODY, FIRST, SECOND, page

AT = "https://post.example/news/bridge.html"
OG = '<meta property="og:image" content="https://post.example/i/bridge-1200.jpg">'


def lead(text: str, url: str | None = AT) -> Picture | None:
    """Return the lead picture of a page's one article."""
    (article,) = read(Raw("page.html", text.encode(), url=url)).articles
    return article.picture


def test_the_page_names_it() -> None:
    """The picture that a page names for other programs leads its article, with its words."""
    told = OG + '<meta property="og:image:alt" content="The bridge at dawn">'
    assert lead(page(head=told)) == Picture("https://post.example/i/bridge-1200.jpg", "The bridge at dawn")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:image" content="/i/a.jpg">',
        '<meta property="og:image:secure_url" content="//post.example/i/a.jpg">',
        '<meta name="twitter:image" content="../i/a.jpg">',
        '<link rel="image_src" href="/i/a.jpg">',
        '<base href="https://post.example/x/"><meta property="og:image" content="/i/a.jpg">',
        f'{"<meta name=a content=b>" * 10}<meta property="og:image" content=" /i/a.jpg ">',
    ],
)
def test_ways_to_name_it(head) -> None:
    """Every usual way to name it is understood, and its address made whole."""
    assert lead(page(head=head)) == Picture("https://post.example/i/a.jpg")


@pytest.mark.parametrize(
    ("image", "alt", "credit"),
    [
        ("/i/a.jpg", "", ""),
        (["/i/a.jpg", "/i/b.jpg"], "", ""),
        (
            {"@type": "ImageObject", "url": "/i/a.jpg", "caption": "Dawn", "creditText": "Ann Lee"},
            "Dawn",
            "Ann Lee",
        ),
        ([{"url": ["/i/a.jpg"], "creator": {"name": "Ann Lee"}}], "", "Ann Lee"),
    ],
)
def test_json(image, alt, credit) -> None:
    """An article in JSON-LD names its picture as an address or an object, alone or among others."""
    article = {"@type": ["NewsArticle"], "headline": "Old bridge to close", "image": image}
    told = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "Organization", "image": "/o.jpg"}, article],
    }
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    assert lead(page(head=head)) == Picture("https://post.example/i/a.jpg", alt, credit)


@pytest.mark.parametrize(
    "figure",
    [
        '<figure><img src="/i/a.jpg"><figcaption>Dawn <span class="credit">Photo: Ann Lee</span></figcaption>'
        "</figure>",
        '<figure><img src="/i/a.jpg" alt="A bridge"><figcaption>Dawn (Photo: Ann Lee)</figcaption></figure>',
        '<figure><picture><source srcset="/i/a.jpg 1200w, /i/s.jpg 300w"><img src="/i/s.jpg"></picture>'
        "<figcaption>Dawn<cite>Ann Lee</cite></figcaption></figure>",
        '<div class="media"><img data-src="/i/a.jpg" src="data:image/gif;base64,R0lGOD" width="800">'
        '<p class="wp-caption-text">Dawn. Foto: Ann Lee</p></div>',
    ],
)
def test_first_figure(figure) -> None:
    """Where a page names none, the first figure in its article leads it, with its caption and its credit."""
    found = lead(page(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p><figure><img src='/i/z.jpg'></figure>"))
    assert found and (found.url, found.alt.rstrip("."), found.credit) == (
        "https://post.example/i/a.jpg",
        "Dawn",
        "Ann Lee",
    )


def test_caption_of_the_named_one() -> None:
    """The caption in the article is that of the picture which the page names, whatever the size of either."""
    figure = "<figure><img src='/i/bridge-640x480.jpg'><figcaption>Dawn</figcaption></figure>"
    told = OG + '<meta property="og:image:alt" content="bridge">'
    assert lead(page(figure + BODY, told)) == Picture("https://post.example/i/bridge-1200.jpg", "Dawn")
    assert lead(page(figure.replace("bridge", "ferry") + BODY, told)) == Picture(
        "https://post.example/i/bridge-1200.jpg", "bridge"
    )


@pytest.mark.parametrize(
    "image",
    [
        "<img src='/i/logo.png'>",
        "<img src='/i/a.jpg' width='48' height='48'>",
        "<img src='/i/pixel.gif' width=1 height=1>",
        "<div class='author-box'><img src='/i/ann.jpg'></div>",
        "<aside><img src='/i/a.jpg'></aside>",
        "<section class='related'><a href='/x'><img src='/i/a.jpg'></a></section>",
        "<img class='avatar' src='/i/a.jpg'>",
        "<img src='data:image/png;base64,iVBORw0KGgo='>",
        "<img>",
        "<img src='file:///etc/passwd'>",
        "<noscript><img src='/i/a.jpg'></noscript>",
    ],
)
def test_what_leads_nothing(image) -> None:
    """Logos, faces, icons, counters, and what stands beside an article do not lead it."""
    assert lead(page(f"<p>{FIRST}</p>{image}<p>{SECOND}</p>")) is None


def test_default_is_passed_over() -> None:
    """Where the page names its own logo, the figure in the article leads it."""
    told = '<meta property="og:image" content="/assets/logo-share.png">'
    figure = "<figure><img src='/i/a.jpg'></figure>"
    assert lead(page(figure + BODY, told)) == Picture("https://post.example/i/a.jpg")


def test_saved_page() -> None:
    """A saved page's addresses go by the one that it calls its own; what lies beside it is left alone."""
    canonical = f'<link rel="canonical" href="{AT}">'
    shown = "<figure><img src='/i/a.jpg'></figure>"
    assert lead(page(shown + BODY, canonical), None) == Picture("https://post.example/i/a.jpg")
    assert lead(page(shown.replace("/i/", "./Bridge_files/") + BODY, canonical), None) is None
    assert lead(page(shown + BODY), None) is None


def test_each_story_of_a_digest() -> None:
    """On a page of several articles each has its own picture."""

    def story(number: int) -> str:
        figure = f"<figure><img src='/i/{number}.jpg'><figcaption>View {number}</figcaption></figure>"
        return f"<article><h2>Headline number {number}</h2>{figure}{BODY}{BODY}</article>"

    text = f"<html><body><main>{story(1)}{story(2)}</main></body></html>"
    found = read(Raw("page.html", text.encode(), url=AT)).articles
    assert [one.picture for one in found] == [
        Picture(f"https://post.example/i/{number}.jpg", f"View {number}") for number in (1, 2)
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<figure>" * 200 + "<img src='/a.jpg'>",
        "<img srcset='" + "a, " * 30_000 + "'>",
        "<div class='" + "x-" * 50_000 + "'><img src='/a.jpg'></div>",
        "<div>" + "<img src='/logo.png'>" * 30_000 + "</div>",
        f"<figure><img src='/a.jpg'><figcaption>{'photo ' * 30_000}</figcaption></figure>",
        '<script type="application/ld+json">' + '{"@graph":[' * 20_000 + "</script>",
    ],
)
def test_hostile(part) -> None:
    """No markup around pictures costs an article its text."""
    (article,) = read(Raw("page.html", page(BODY + part).encode(), url=AT)).articles
    assert FIRST in article.text
