"""Which article it is."""

import pytest

from briefing.store.identity import address, identities
from tests.factory import article


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/crane?id=7",
        "http://www.example.org/news/crane/?id=7",
        "HTTPS://EXAMPLE.org:443/news/crane?utm_source=rss&id=7&fbclid=x#comments",
        "https://example.org/news/crane?id=7&at_medium=RSS&ns_campaign=a&gclid=",
    ],
)
def test_one_page_has_one_name(url):
    """Scheme, "www.", port, slash, fragment and tracking do not make another article."""
    assert address(url) == "example.org/news/crane?id=7"


def test_what_is_asked_for_matters():
    """Another path, query or port is another page."""
    urls = (
        "https://a.org/x?id=1",
        "https://a.org/x?id=2",
        "https://a.org/y?id=1",
        "https://a.org:8080/x?id=1",
    )
    assert len(set(map(address, urls))) == 4


@pytest.mark.parametrize(
    "url", ["https://a.org/", "https://a.org", "http://[", "x:99999999/", "", "https://a:b/c"]
)
def test_front_page_is_no_article(url):
    """An address that tells of no single page is not what an article is known by."""
    assert address(url) == ""
    one, other = article(url=url, id="1"), article(url=url, id="2")
    assert len(set(identities([one, other]))) == 2


def test_several_of_one_page_are_told_apart():
    """Articles of one newsletter that give its address are as many as their headlines."""
    url, origin = "https://a.org/letter", "letter.eml:3"
    keys = identities([article(title=title, url=url, origin=origin) for title in ("Ice", "Fire", "Ice")])
    assert keys[0] == keys[2] != keys[1]


def test_one_page_from_two_sources_is_one_article():
    """Two feeds that lead to the same page give the same article, however they title it."""
    one = article(title="Ice", url="https://a.org/x?utm_medium=a", origin="https://f.org/1")
    other = article(title="Ice!", url="http://a.org/x", origin="https://f.org/2")
    assert len(set(identities([one, other]))) == 1


def test_half_a_character_is_no_obstacle():
    """An id or an address with a lone surrogate has a name that can be kept."""
    for key in identities([article(id="\ud800"), article(url="https://a.org/\ud800?q=\udfff")]):
        key.encode()
