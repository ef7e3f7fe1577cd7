"""One id, one article: the same article read twice is kept once, two articles are never taken for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from briefing.ingest.reading import Reading
from briefing.model import Article, Dropped


def unique(reading: Reading) -> Reading:
    """Return the reading with each article once and each id its own; what is left out is in `dropped`.

    Of two articles with one id and other words, the later one's id gets the next free number ("a1-2").
    """
    kept: dict[str, Article] = {}
    dropped: list[Dropped] = []
    # An id that is given stays as it is: no number may take it from an article yet to come.
    given = {article.id for article in reading.articles}
    same: dict[tuple[str, str, str], Article] = {}
    numbers: dict[str, Iterator[int]] = {}
    for article in reading.articles:
        key = (article.id, article.title, article.text)
        if (twin := same.get(key)) is not None:
            dropped.append(Dropped(article.origin, f"the same article as {twin.origin}"))
            continue
        same[key] = article
        name = article.id
        if name in kept:
            tried = numbers.setdefault(article.id, count(2))
            name = next(
                free for n in tried if (free := f"{article.id}-{n}") not in kept and free not in given
            )
        kept[name] = replace(article, id=name)
    return replace(reading, articles=tuple(kept.values()), dropped=(*reading.dropped, *dropped))
