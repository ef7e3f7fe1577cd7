"""Sections: by the user's rules, else by folder, else by topic or place, else all in one.

`assign` names each story's section before the stories are ranked; `arrange` groups those that are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.group.rules import foldered, ruled
from briefing.group.topics import TOPICS, Judge, topic
from briefing.model import Article, Section, Story

if TYPE_CHECKING:
    from briefing.config import SectionRule

FEWEST = 4
"""In a day of fewer stories none has a section by its topic: they read best as one list."""
LOCAL = 3
"""So many stories without a topic have a section of their own, where they are filed from the same place."""
# The order in which a newspaper's readers expect its sections; others follow as they come.
_USUAL = tuple(map(str.casefold, TOPICS))


def assign(
    events: Sequence[Sequence[Article]],
    rules: Sequence[SectionRule],
    other: str,
    *,
    topics: bool = True,
    judge: Judge | None = None,
) -> tuple[str, ...]:
    """Return the title of the section that each event belongs in, by its articles, the most typical first.

    The first rule that fits decides. What no rule takes goes by the folder that most of its articles lie in.
    What lies in none goes, with `topics`, by its topic (`judge` is asked where words don't tell it), or else
    by the place that it is filed from, if others are. What is left goes into the section called `other`.
    """
    given = [ruled(articles, rules) or foldered(articles) for articles in events]
    spelt = {title.casefold(): title for title in (*filter(None, given), *(rule.title for rule in rules))}
    found: dict[int, str] = {}
    if topics and len(events) >= FEWEST:
        left = {n: articles for n, articles in enumerate(events) if given[n] is None}
        named = {n: name for n, articles in left.items() if (name := topic(articles, judge))}
        found = _local({n: articles for n, articles in left.items() if n not in named})
        titles = {n: spelt.get(name.casefold(), name) for n, name in named.items()}
        found |= _settled(titles, set(spelt.values()))
    return tuple(title or found.get(n, other) for n, title in enumerate(given))


def arrange(
    stories: Sequence[Story], titles: Sequence[str], rules: Sequence[SectionRule], other: str
) -> tuple[Section, ...]:
    """Return the stories in sections, each in the order given; no section is empty.

    The user's sections come first, in the user's order; then the usual ones, then any others. The one called
    `other` is the last, unless it holds most of the stories: then it stands before the usual ones.
    """
    by_title: dict[str, list[Story]] = {}
    for story, title in zip(stories, titles, strict=True):
        by_title.setdefault(title, []).append(story)
    mostly = 2 * len(by_title.get(other, ())) > len(stories)
    ordered = sorted(by_title, key=_order([rule.title for rule in rules], other, mostly))
    return tuple(Section(title, tuple(by_title[title])) for title in ordered)


def _settled(found: Mapping[int, str], there: Iterable[str]) -> dict[int, str]:
    """Return the titles by topic that stay: none for one story alone, where sections would be that short.

    That is where those by topic have fewer than two stories on average. Titles that are `there` anyway stay.
    """
    sizes = Counter(title for title in found.values() if title not in there)
    if sizes.total() >= 2 * len(sizes):
        return dict(found)
    return {n: title for n, title in found.items() if sizes[title] != 1}


def _local(events: Mapping[int, Sequence[Article]]) -> dict[int, str]:
    """Return the places that enough of the events are filed from."""
    places = {n: place for n, articles in events.items() if articles and (place := _place(articles[0]))}
    sizes = Counter(places.values())
    return {n: place for n, place in places.items() if sizes[place] >= LOCAL}


def _place(article: Article) -> str:
    """Return the place in an article's dateline as a title has it: "Bamako" for "BAMAKO, Mali"."""
    name = (article.place or "").split(",")[0].split("/")[0].strip()
    return name.title() if name.isupper() else name


def _order(ruled: Sequence[str], other: str, mostly: bool) -> Callable[[str], tuple[int, int]]:
    """Return a sort key for titles; `mostly` says that most of the stories are in `other`."""

    def key(title: str) -> tuple[int, int]:
        if title in ruled:
            return 0, ruled.index(title)
        if title == other:
            return (1, 0) if mostly else (4, 0)
        usual = title.casefold()
        return (2, _USUAL.index(usual)) if usual in _USUAL else (3, 0)

    return key
