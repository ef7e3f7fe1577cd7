"""Stories that go on, and stories that only look it → what is told and what is new, as a reader would say.

A file has an option a line ("language: en"), then for each day a line "== date · headline" and its sentences,
one a line. On the last day each sentence has a mark: "+" for one that tells something new, "=" for one that
doesn't; a line "-- killed: 12 > 19" is a figure that changed. "none: yes" says that it is another story, and
"same: yes" that all days are versions of one article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from briefing.model import Article, Document, Earlier, Told
from briefing.text.document import document

BULLETS = 3
"""Sentences of a day that its briefing told."""


@dataclass(frozen=True, slots=True)
class Case:
    """A story of several days, and what its last day tells."""

    name: str
    told: tuple[Told, ...]
    today: Document
    fresh: frozenset[int]
    """The numbers of the sentences that tell something new."""
    changes: tuple[tuple[str, str, str], ...]
    """What is counted, how many before, and how many now."""
    goes_on: bool


def cases(folder: Path) -> list[Case]:
    """Return the cases of a folder, by name."""
    return [_case(path) for path in sorted(folder.glob("*.txt"))]


def _case(path: Path) -> Case:
    head, *days = re.split(r"(?m)^== ", path.read_text("utf-8"))
    options = dict(re.findall(r"(?m)^(\w+): (\w+)$", head))
    language, same = options["language"], "same" in options
    *earlier, (when, title, lines) = map(_day, days)
    marked = [line for line in lines if line[0] in "+="]
    text = "\n".join(line[2:] for line in marked)
    name = f"{path.stem}-{'page' if same else 'today'}"
    today = document(_article(name, (when, title, text), language))
    new = [line[0] == "+" for line in marked]
    changes = (re.split("[:>] ?", line.removeprefix("-- ")) for line in lines if line.startswith("--"))
    return Case(
        path.stem,
        tuple(
            _told(
                _article(f"{path.stem}-{'page' if same else n}", (then, headline, "\n".join(said)), language)
            )
            for n, (then, headline, said) in enumerate(earlier)
        ),
        today,
        frozenset(sentence.index for sentence in today.sentences if new[sentence.paragraph]),
        tuple((about, before.strip(), now.strip()) for about, before, now in changes),
        "none" not in options,
    )


def _day(text: str) -> tuple[date, str, list[str]]:
    first, *lines = text.strip().split("\n")
    when, title = first.split(" · ", 1)
    return date.fromisoformat(when), title, lines


def _article(name: str, day: tuple[date, str, str], language: str) -> Article:
    when, title, text = day
    noon = datetime.combine(when, time(12), UTC)
    return Article(name, title, text, "Lindvik Post", language, published=noon)


def _told(article: Article) -> Told:
    assert article.published
    earlier = Earlier(article.published.date() + timedelta(days=1), article.title, "Morning briefing")
    return Told(earlier, tuple(article.text.split("\n")[:BULLETS]), (article,))
