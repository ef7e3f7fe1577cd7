"""What may lead an article as its picture, and what is said of it."""

import pytest

from briefing.ingest.pictures import picture
from briefing.model import Picture

URL = "https://post.example/bridge.jpg"


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/logo.png",
        "https://post.example/img/site-logo-2026.png",
        "https://post.example/assets/favicon.ico",
        "https://post.example/img/avatar/ann.jpg",
        "https://post.example/spacer.gif",
        "https://stats.wordpress.com/b.gif?x=1",
        "https://post.example/share/placeholder.jpg",
        "https://post.example/map.svg?v=2",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "/bridge.jpg",
        "",
        None,
    ],
)
def test_no_picture(url) -> None:
    """Logos, faces, counters, drawings and what is at no web address lead no article."""
    assert picture(url) is None


@pytest.mark.parametrize(
    "name", ["logothetis.jpg", "iconic-bridge.jpg", "blankenberge.jpg", "defaulting-bank.jpg", "catalogo.jpg"]
)
def test_words_are_whole(name) -> None:
    """A word that only begins as one for furniture does is a word of its own."""
    assert picture(f"https://post.example/{name}")


@pytest.mark.parametrize(
    ("said", "alt", "credit"),
    [
        ("The bridge at dawn. Photo: Ann Lee", "The bridge at dawn.", "Ann Lee"),
        ("The bridge at dawn (Photo by Ann Lee/Post)", "The bridge at dawn", "Ann Lee/Post"),
        ("The bridge at dawn. © Ann Lee", "The bridge at dawn.", "Ann Lee"),
        ("Die Brücke am Morgen. Foto: Ann Lee.", "Die Brücke am Morgen.", "Ann Lee"),
        ("Le pont à l’aube. Crédit photo : Ann Lee", "Le pont à l’aube.", "Ann Lee"),
        ("The bridge in a photo taken on Monday", "The bridge in a photo taken on Monday", ""),
        ("A photographer: at work", "A photographer: at work", ""),
        ("Photo: Ann Lee", "", "Ann Lee"),
        ("  The\n bridge\u202e ", "The bridge", ""),
        ("IMG_2034.JPG", "", ""),
        ("bridge-at-dawn.jpg", "", ""),
        ("", "", ""),
    ],
)
def test_caption_and_credit(said, alt, credit) -> None:
    """What a caption says at its end of whose the picture is, is its credit; a file's name is no caption."""
    assert picture(URL, said) == Picture(URL, alt, credit)


def test_stated_credit() -> None:
    """A credit that is stated by itself counts, without the word that says so."""
    assert picture(URL, "The bridge. Photo: Ann Lee", "Photo: Bo Ek") == Picture(URL, "The bridge.", "Bo Ek")


def test_long_words_are_cut() -> None:
    """A caption of many pages is cut after a word."""
    found = picture(URL, "bridge " * 100_000, "Ann " * 100_000)
    assert found and len(found.alt) <= 301 and found.alt.endswith("bridge…") and len(found.credit) <= 101
