"""The nouns: what flows from a source to a page.

All are frozen; sequences are tuples; datetimes are aware; offsets are code points into `Article.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


def digest(*parts: str) -> str:
    """Return a short, stable name for what is given: 12 hexadecimal digits."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a source has a picture of what an article tells, and what it says of it."""

    url: str
    alt: str = ""
    """What is to be seen, in the source's words: its caption, or the text that stands in for it."""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what a publisher wrote, cleaned of control characters and of page furniture.

    `text` is the body alone, one paragraph a line; no headline, link, subhead or publisher's point is in it.
    """

    id: str
    title: str
    text: str
    source: str
    """Who published it, or the name of the file it came from: what a reader is shown."""
    language: str = "en"
    """ISO 639-1."""
    url: str | None = None
    published: datetime | None = None
    points: tuple[str, ...] = ()
    """The publisher's own bullets: shown as such, never scored as sentences."""
    place: str | None = None
    """The place in the dateline ("BAMAKO: …"), as written."""
    origin: str = ""
    """Where it was read, as a user would name it: a path, with its line for one of many in a file."""
    folder: str = ""
    """The sub-folder below the source that was named; empty at its top."""
    picture: Picture | None = None
    """The lead picture, where the source offers one."""
    weight: float = field(default=1.0, compare=False)
    """How much its source counts with this reader, beside 1 for another."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: `article.text[start:end]`, with its place in the whole."""

    text: str
    start: int
    end: int
    index: int
    """Its number in the article, from 0."""
    paragraph: int
    """The number of its paragraph, from 0."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its sentences: what an engine works on."""

    article: Article
    sentences: tuple[Sentence, ...]
    fresh: frozenset[int] | None = None
    """The numbers of the sentences that may be told, where the reader knows the others; None: all may."""

    @property
    def tellable(self) -> tuple[Sentence, ...]:
        """The sentences that may be told. The others still say who "he" is."""
        if self.fresh is None:
            return self.sentences
        return tuple(sentence for sentence in self.sentences if sentence.index in self.fresh)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A receipt: the exact span of an article that a bullet rests on."""

    article: str
    """The article's id."""
    start: int
    end: int
    text: str
    """`article.text[start:end]`, to the letter."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement of the briefing, with its receipts."""

    text: str
    engine: str
    """The engine that wrote it, which after a fallback is not the one that was asked for."""
    evidence: tuple[Evidence, ...]
    verified: bool = False
    """Whether what it says was checked against its evidence and holds."""
    reasons: tuple[str, ...] = ()
    """Why it is not verified; of one that is, what was wrong with its wording before it was mended."""

    @property
    def id(self) -> str:
        """A name that stays the same in every rendering and on every run."""
        spans = (f"{e.article}:{e.start}:{e.end}" for e in self.evidence)
        return digest(self.text, *spans)


@dataclass(frozen=True, slots=True)
class Summary:
    """What one text, or several about one event, come down to."""

    bullets: tuple[Bullet, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of several figures that are given for the same thing, and whose it is."""

    figure: str
    """As the source writes it: "18", "$5 million"."""
    said_by: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures for the same thing that disagree: shown side by side, never averaged or dropped."""

    about: str
    """What is counted, in a word: "killed"."""
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is no longer what an earlier briefing gave: both, each with its receipt."""

    about: str
    """What is counted, in a word: "killed"."""
    before: Side
    now: Side


@dataclass(frozen=True, slots=True)
class Earlier:
    """The latest briefing that told of a story that goes on, and what it told it under."""

    date: date
    headline: str
    title: str
    """Of that briefing."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a page shows it: scaled and encoded anew, with nothing in it but the picture."""

    data: bytes
    type: str
    """Its media type: "image/jpeg"."""
    width: int
    height: int
    article: str
    """The id of the article that it leads."""
    alt: str = ""
    """What is to be seen, in the source's words."""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One event: a headline, what is known of it, and the ids of the articles that tell it."""

    headline: str
    bullets: tuple[Bullet, ...]
    articles: tuple[str, ...]
    """The most typical first."""
    new: bool = True
    """Whether it was in no earlier briefing."""
    conflicts: tuple[Conflict, ...] = ()
    """Where its articles, or those whom they quote, give different figures."""
    earlier: Earlier | None = None
    """What it goes on from; its bullets then tell what is new since."""
    changes: tuple[Change, ...] = ()
    """Of what was told then."""
    importance: float = 0.0
    """The more, the further up it stands."""
    reasons: tuple[str, ...] = ()
    """Why it is as important as that: "3 sources", "2 hours ago"."""
    image: Image | None = None

    @property
    def id(self) -> str:
        """A name made of its articles' ids."""
        return digest(*self.articles)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of stories, in reading order."""

    title: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for the footer and for stderr: one line, in words that help."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was read and is not in the briefing, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A day's briefing. `articles` holds every article that a story cites, by id, in order of use."""

    title: str
    date: date
    generated: datetime
    sections: tuple[Section, ...]
    articles: Mapping[str, Article] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()
    glance: tuple[str, ...] = ()
    """The day at a glance: the ids of the stories that matter most, the first first."""
    minutes: int | None = None
    """The reading time that it was to fill, where one was set."""
    known: tuple[Article, ...] = ()
    """Articles that are not in it since they tell nothing that an earlier one has not told."""

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, in reading order."""
        return tuple(story for section in self.sections for story in section.stories)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of its answer, by which it can be asked whether it would answer the same."""

    etag: str = ""
    last_modified: str = ""
    moved_to: str | None = None
    """Where the address moved for good."""
    fresh_until: datetime | None = None
    """Until when the server need not be asked at all."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text bears a claim out."""

    supported: bool
    score: float
    """From 0 (nothing of it is in the text) to 1 (it stands there word for word)."""
    reasons: tuple[str, ...] = ()
    """What speaks against it: a plain sentence for each fault."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story as a briefing told it that its reader has."""

    earlier: Earlier
    """The briefing, and the headline of the story."""
    bullets: tuple[str, ...]
    """What it said of it."""
    articles: tuple[Article, ...]
    """Its articles as they were then, the most typical first."""
