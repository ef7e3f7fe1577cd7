"""Addresses in feeds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.readers.feeds.links import TRACKING, absolute, without_tracking

HOME = "https://v.example/news/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("a.html", "https://v.example/news/a.html"),
        ("/a", "https://v.example/a"),
        ("?p=1", "https://v.example/news/?p=1"),
        ("//w.example/a", "https://w.example/a"),
        ("http://w.example", "http://w.example"),
        ("HTTPS://W.example/A", "https://W.example/A"),
        ("www.w.example/a", "https://www.w.example/a"),
        ("feed:https://w.example/rss", "https://w.example/rss"),
        ("feed://w.example/rss", "https://w.example/rss"),
        (" https://w.example/a b\n", "https://w.example/a%20b"),
        ("https://w.example/橋?q=é", "https://w.example/橋?q=é"),
        ("https://bank.example@w.example/", "https://w.example/"),
        ("w.example:8080/a", "https://w.example:8080/a"),
    ],
)
def test_absolute(link: str, address: str) -> None:
    """A link is made whole by the site's address; credentials that hide a host are left out."""
    assert absolute(link, HOME) == address


@pytest.mark.parametrize(
    "link",
    ["", " ", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example",
     "ftp://w.example/a", "https://", "http:///a", "https://[::1", "https://w.example:99999/",
     "tag:w.example,2026:1", "https://w.example/" + "a" * 5_000],
)  # fmt: skip
def test_no_addresses(link: str) -> None:
    """What is no address of the Web, or longer than any, is none."""
    assert absolute(link, HOME) is None


def test_bases() -> None:
    """The first base that makes a link whole counts; without one a relative link leads nowhere."""
    assert absolute("a", None, "nonsense", HOME) == "https://v.example/news/a"
    assert absolute("a") is None
    assert absolute("w.example/a") == "https://w.example/a"
    assert absolute("https://me:secret@w.example/", credentials=True) == "https://me:secret@w.example/"


@pytest.mark.parametrize(
    ("stated", "bare"),
    [
        ("https://v.example/a?utm_source=rss", "https://v.example/a"),
        ("https://v.example/a?id=7&utm_source=rss&UTM_Medium=x&fbclid=1", "https://v.example/a?id=7"),
        ("https://v.example/a?gclid=1&id=7#top", "https://v.example/a?id=7#top"),
        ("https://v.example/a?id=7;utm_source=rss", "https://v.example/a?id=7"),
        ("https://v.example/a#xtor=RSS-1", "https://v.example/a"),
        ("https://v.example/a?utm_source=rss#utm_medium=x", "https://v.example/a"),
    ],
)
def test_tracking(stated: str, bare: str) -> None:
    """Parameters that say where a reader came from are taken off, and nothing else."""
    assert without_tracking(stated) == bare


@pytest.mark.parametrize(
    "address",
    ["https://v.example/a", "https://v.example/a?", "https://v.example/?id=7&b=%C3%A9&&c", "https://v.example/a#",
     "https://v.example/?ref=1&source=2&t=3", "https://v.example/utm_source=1", "https://v.example/?a=utm_source",
     "https://v.example/?a=1;b=2"],
)  # fmt: skip
def test_untracked(address: str) -> None:
    """An address without tracking stays as it is, to the letter."""
    assert without_tracking(address) == address


def test_the_list() -> None:
    """No parameter of the list is one that a page may need."""
    assert not TRACKING & {"id", "p", "page", "ref", "source", "url", "v", "q", "lang", "token", "t", "s"}
    assert all(name == name.casefold() for name in TRACKING)


@given(st.text(max_size=80), st.sampled_from([None, HOME, "https://w.example"]))
def test_any_link(link: str, base: str | None) -> None:
    """Whatever a feed gives as a link, it is an http or https address or none."""
    found = absolute(link, base)
    assert found is None or found.lower().startswith(("http://", "https://"))
    assert found is None or without_tracking(without_tracking(found)) == without_tracking(found)
