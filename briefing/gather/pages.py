"""Entries of feeds that only announce their article: the article is taken from its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.gather.reach import Reach
from briefing.gather.sources import Place
from briefing.ingest.arrival import Arrival
from briefing.model import Article, Problem

_MORE = 1.2  # times a teaser's length: what a page must hold to be more than its teaser

Came = Sequence[tuple[Place, Arrival]]
Articles = dict[str, tuple[Article, ...]]
"""By the address that gave them."""


def completed(
    came: Came,
    given: Callable[[str], Sequence[Article]],
    is_new: Callable[[Article], bool],
    reach: Reach,
) -> tuple[Articles, tuple[Problem, ...]]:
    """Return the articles of each address, new teasers with the text of their page where that can be read.

    An entry that was `given` whole before, with the same headline and date, is not fetched again. Pages that
    cannot be read are one problem of their feed, and their teasers stay.
    """
    settled = {place.url: _settled(arrival, given(place.url)) for place, arrival in came}
    asked: dict[str, Place] = {}
    for place, arrival in came:
        wanted = set(_announced(place, arrival))  # one that was given whole before is another article
        for one in settled[place.url]:
            if one in wanted and one.url and is_new(one):
                asked.setdefault(one.url, Place(one.url, place.source, found_in=place.url))
    pages = {url: page.articles for url, page in reach(asked.values(), "fetching pages", quietly=True)}
    default = _default_pictures(pages)
    whole = {url: tuple(_whole(one, pages, default) for one in articles) for url, articles in settled.items()}
    return whole, tuple(_failed(asked, reach.failures))


def _announced(place: Place, arrival: Arrival) -> Iterator[Article]:
    """Yield the articles of which the page is to be read."""
    if place.source.pages != "none":
        yield from arrival.teasers
    if place.source.pages == "all" and arrival.kind == "feed":
        yield from arrival.articles


def _settled(arrival: Arrival, given: Sequence[Article]) -> list[Article]:
    """Return the articles of an address, each as it was given whole before where it still is the same."""
    known = {one.id: one for one in given}
    return [_longer(one, known.get(one.id)) for one in (*arrival.articles, *arrival.teasers)]


def _longer(one: Article, old: Article | None) -> Article:
    same = old is not None and (old.title, old.published) == (one.title, one.published)
    return old if old is not None and same and len(old.text) > _MORE * len(one.text) else one


def _whole(one: Article, pages: Mapping[str, Sequence[Article]], default: frozenset[str]) -> Article:
    """Return an article with the text of its page, if that tells more, and with its picture."""
    page = max(pages.get(one.url or "", ()), key=lambda page: len(page.text), default=None)
    if page is None:
        return one
    if page.picture is not None and page.picture.url not in default:
        one = replace(one, picture=page.picture)  # a feed's is often but a small one
    if len(page.text) <= _MORE * len(one.text):
        return one
    return replace(
        one,
        text=page.text,
        language=page.language,
        points=page.points or one.points,
        place=page.place or one.place,
        published=one.published or page.published,
    )


def _default_pictures(pages: Mapping[str, Sequence[Article]]) -> frozenset[str]:
    """Return the pictures that several pages name: a site's own, and none of any article's."""
    named = Counter(page.picture.url for found in pages.values() for page in found if page.picture)
    return frozenset(url for url, count in named.items() if count > 1)


def _failed(asked: Mapping[str, Place], failures: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each feed with pages that could not be read."""
    feeds = Counter(place.found_in for place in asked.values())
    for feed, count in feeds.items():
        why = [failures[url] for url, place in asked.items() if place.found_in == feed and url in failures]
        if why:
            pages = "1 of its pages" if len(why) == 1 else f"{len(why)} of its {count} pages"
            (reason, _), *_ = Counter(why).most_common(1)
            yield Problem(feed, f"{pages} cannot be read, and what the feed says of them is told: {reason}")
