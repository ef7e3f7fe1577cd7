"""Which of the headlines of one event's articles tells it best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.model import Article
from briefing.text.words import stemmer, stop_words, words

_OPENING = 60  # words, in which reports of one event say the same
_SHORT, _LONG = 20, 110  # characters of a headline that says enough, and no more
_LATEST = 0.15  # what the latest report has before the earliest: what has happened since is in it alone
_FAULT = 0.3
_LABELS = "live|watch|video|listen|podcast|opinion|analysis|editorial|explainer|in pictures|quiz|review"
_LABEL = re.compile(rf"(?i)^(?:{_LABELS})\b[^:|–—]{{0,20}}[:|–—]")
_TEASERS = "here['’]s|this is (?:why|how|what)|what we know|you need to know|what to know"
_TEASING = re.compile(rf"(?i)\b(?:{_TEASERS})\b")
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def headline(articles: Sequence[Article]) -> str:
    """Return the headline of one of the articles that tell of an event, the most typical first.

    It is the one whose words are most often in the others' openings; later ones have an advantage, and
    questions, teasers, shouting and labels ("Live: …") a handicap. Of equals it is the first.
    """
    titled = [article for article in articles if article.title]
    if len(titled) < 2:
        return titled[0].title if titled else ""
    openings = [_stems(f"{article.title}\n{article.text[:1000]}", article.language) for article in titled]
    times = sorted({article.published or _EARLIEST for article in titled})

    def worth(number: int) -> float:
        article = titled[number]
        others = [opening for place, opening in enumerate(openings) if place != number]
        late = times.index(article.published or _EARLIEST) / max(1, len(times) - 1)
        shared = _shared(_stems(article.title, article.language), others)
        return round(shared + _LATEST * late - _FAULT * _faults(article.title), 9)

    return titled[max(range(len(titled)), key=worth)].title


def _stems(text: str, language: str) -> frozenset[str]:
    """Return the stems of what carries meaning at the start of a text."""
    stem, stops = stemmer(language), stop_words(language)
    return frozenset(stem(word) for word in words(text)[:_OPENING] if word not in stops)


def _shared(stems: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    """Return the share of a headline's stems that another opening has, on average."""
    return sum(len(stems & other) for other in others) / (len(others) * max(1, len(stems)))


def _faults(title: str) -> int:
    return sum(
        (
            not _SHORT <= len(title) <= _LONG,
            title.rstrip().endswith(("?", "…", "...", "!")),
            title.isupper(),
            bool(_LABEL.search(title)),
            bool(_TEASING.search(title)),
        )
    )
