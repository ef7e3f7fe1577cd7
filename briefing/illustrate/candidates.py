"""Which pictures of its articles a story may show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.model import Article, Picture, Story

MOST = 3
"""Pictures of a story that are tried, one after the other."""
MANY = 3
"""Stories with one picture between them, of which none shows it."""
# Names that stand in samples and documentation, and where nothing is (RFC 2606).
_NOWHERE = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|test)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture, and the id of the article that it leads."""

    article: str
    picture: Picture

    @property
    def url(self) -> str:
        """Where it is."""
        return self.picture.url


def candidates(
    stories: Sequence[Story], articles: Mapping[str, Article]
) -> tuple[tuple[Candidate, ...], ...]:
    """Return for each story the pictures that it may show, the first to be tried first.

    What a site puts above whatever it publishes shows none of it: a picture of two stories is the first
    one's, and that of three or more nobody's. Articles that no story tells count for a story each.
    """
    tellers = {name: number for number, story in enumerate(stories) for name in story.articles}
    shown: dict[str, set[int | str]] = {}
    for name, article in articles.items():
        if article.picture is not None:
            shown.setdefault(article.picture.url, set()).add(tellers.get(name, name))
    taken: set[str] = set()
    found = []
    for story in stories:
        own = [
            Candidate(name, picture)
            for name in story.articles
            if name in articles and (picture := articles[name].picture) and not _is_nowhere(picture.url)
        ]
        once = {one.url: one for one in reversed(own) if len(shown[one.url]) < MANY and one.url not in taken}
        kept = tuple(reversed(once.values()))[:MOST]
        taken |= once.keys()
        found.append(kept)
    return tuple(found)


def host(url: str) -> str:
    """Return the host in an address; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_nowhere(url: str) -> bool:
    return _NOWHERE.fullmatch(host(url)) is not None
