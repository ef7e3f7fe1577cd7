"""Items as their format gives them → entries: each once, with an id, an address and a date that hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing.errors import SourceError
from briefing.ingest.articles import first_words
from briefing.ingest.dates import dated
from briefing.ingest.readers.feeds.content import Content, content, is_teaser
from briefing.ingest.readers.feeds.images import lead_image
from briefing.ingest.readers.feeds.links import absolute, without_tracking
from briefing.ingest.readers.feeds.model import Body, Channel, Entry, Item
from briefing.ingest.readers.feeds.plain import plain
from briefing.model import Dropped, digest
from briefing.text.clean import one_line

_LONGEST_ID = 500  # characters
_SPOKEN = 200  # letters below which an entry with a sound or a film has no text of its own
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_TAG = re.compile(r"<[^<>]{0,4000}>")


@dataclass(slots=True)
class _Known:
    """The entries so far, by what two of the same article would share."""

    ids: dict[str, Entry] = field(default_factory=dict)
    pages: set[tuple[str, str]] = field(default_factory=set)


def entries(name: str, channel: Channel, home: str | None, now: datetime) -> Iterator[Entry | Dropped]:
    """Yield the entries of a feed in its order, and in the place of what is none why it is left out."""
    known = _Known()
    for item in channel.items:
        made = _entry(name, channel, item, home, now)
        yield _once(made, known) if isinstance(made, Entry) else made


def _entry(name: str, channel: Channel, item: Item, home: str | None, now: datetime) -> Entry | Dropped:
    bases = (channel.base, home)
    url = next(filter(None, (absolute(link, *bases) for link in item.links)), None)
    title = plain(item.title, is_html=item.title_is_html)
    shown = title or url or "an entry without a headline"
    try:
        body, told = _best(shown, item, title)
    except SourceError as error:
        return Dropped(shown, error.message)
    teaser = is_teaser(told, is_content=body.is_content)
    if item.is_media and (told.weight < _SPOKEN or (channel.is_podcast and teaser)):
        return Dropped(shown, f"is a sound or a film without a text (in {name})")
    if not (title or told.text) or not (url or told.text):
        return Dropped(
            shown, f"has neither a text nor a page (in {name})" if title else f"is empty (in {name})"
        )
    published, updated = dated(item.published, now), dated(item.updated, now)
    language = item.language or channel.language
    stated = one_line(item.id)
    return Entry(
        id=stated if 0 < len(stated) <= _LONGEST_ID else _made_id(stated, url, title, told.text),
        url=url,
        title=title or first_words(told.text),
        published=published.when,
        updated=updated.when,
        author=", ".join(_names(item)),
        html=body.html,
        text=told.text,
        points=told.points,
        is_teaser=teaser,
        picture=lead_image(item.pictures, body.html, *bases, url),
        language=one_line(language[:40]) or None,
        source=plain(item.source, is_html=True),
        categories=tuple(dict.fromkeys(filter(None, (plain(one, is_html=True) for one in item.categories)))),
        note=published.note,
    )


def _best(shown: str, item: Item, title: str) -> tuple[Body, Content]:
    """Return the longest of an entry's texts; of two alike the one that is called its content."""
    bodies = [body for body in item.bodies if body.html.strip()] or [Body("", False)]
    best = max(bodies, key=lambda body: (len(_TAG.sub("", body.html)), body.is_content))
    return best, content(shown, best.html, title)


def _made_id(stated: str, url: str | None, title: str, text: str) -> str:
    if stated:
        return digest(stated)
    return without_tracking(url) if url else digest(title, text)


def _names(item: Item) -> Iterator[str]:
    for author in item.authors:
        name = one_line(_MAIL.sub("", plain(author, is_html=True))).strip(" ()<>,;")
        if name:
            yield re.sub(r"^by ", "", name, flags=re.IGNORECASE)


def _once(entry: Entry, known: _Known) -> Entry | Dropped:
    """Return the entry, with an id of its own where its feed gives one to several; none for a copy."""
    page = (without_tracking(entry.url or ""), entry.title)
    same = known.ids.get(entry.id)
    if page in known.pages and (entry.url or same):
        return Dropped(entry.title, "is in its feed twice")
    if same is not None and (
        same.title == entry.title or (entry.url and same.url == entry.url and not entry.text)
    ):
        return Dropped(entry.title, "is in its feed twice")
    if same is not None:
        entry = replace(entry, id=digest(entry.id, *page))
    known.ids[entry.id] = entry
    known.pages.add(page)
    return entry
