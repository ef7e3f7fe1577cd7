"""What a feed says: itself, and its entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.model import Dropped, Picture


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, its words in plain text."""

    id: str
    """What the feed calls it, else its address without tracking, else a digest of its words."""
    url: str | None
    """The page of the article itself, http or https; as it is stated, so that it works."""
    title: str
    """Never empty: without a headline it is the first sentence."""
    published: datetime | None
    """None where it is not stated or cannot be true; `note` says which."""
    updated: datetime | None
    author: str
    html: str
    """The longest of its texts, markup and all: not sanitised, to be read and never to be shown."""
    text: str
    """The paragraphs of `html`, one a line, without furniture; of a cut text its whole sentences."""
    points: tuple[str, ...]
    """The publisher's own bullets."""
    is_teaser: bool
    """Whether `text` only announces the article, which has to be fetched from its page."""
    picture: Picture | None
    """The picture that leads it."""
    language: str | None
    """As stated for it or for the feed ("en-GB")."""
    source: str
    """Who published it first, where the feed collects other feeds' entries."""
    categories: tuple[str, ...]
    note: str = ""
    """Why it has no date though one is stated."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, its entries in their order, and what went wrong with it."""

    title: str
    """Empty where it has none."""
    home: str | None
    """The address of the site that it is about."""
    language: str | None
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
    """What is damaged, each as the rest of a sentence ("is cut off: …")."""
    dropped: tuple[Dropped, ...] = ()
    """Entries that were left out, by their headline or address."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as its format gives it, still in the words and the markup that it came in."""

    id: str = ""
    links: tuple[str, ...] = ()
    """Addresses of its page, the best first, relative ones as they stand."""
    title: str = ""
    title_is_html: bool = False
    bodies: tuple[Body, ...] = ()
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """Those that the feed states, the best first, relative addresses and markup as they stand."""
    language: str = ""
    source: str = ""
    categories: tuple[str, ...] = ()
    is_media: bool = False
    """Whether a sound or a film is attached to it."""


@dataclass(frozen=True, slots=True)
class Body:
    """One of an entry's texts."""

    html: str
    is_content: bool
    """Whether the feed calls it the content, and not a description or summary."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed as its format gives it."""

    title: str = ""
    title_is_html: bool = False
    home: str = ""
    base: str | None = None
    """The address that relative ones go by, where that is not the home."""
    language: str = ""
    items: tuple[Item, ...] = ()
    is_podcast: bool = False
    problems: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
