"""The seam: what an engine is, and what the extractive ones have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from briefing.errors import EngineError
from briefing.model import Article, Bullet, Document, Evidence, Sentence
from briefing.summarizers.options import Options
from briefing.text.words import words

# How an address ends that is written without "https://".
_DOMAINS = frozenset("com org net news info gov edu ly uk de fr io co".split())
_MAIL = re.compile(r"\w@\w")
# How a sentence ends in any script; a line that doesn't end so is a heading, a caption or a fragment.
_ENDS = re.compile(r"[.!?…‥。！？｡؟۔।॥։።။។][\"'”’»«“‘)\]）」』]*$")
_FEWEST_WORDS = 4  # "Read more." and "He agreed." tell nothing


class Engine(Protocol):
    """Condenses documents about one event. Options are given when it is made.

    Called with the documents and the most bullets that are wanted, it returns that many or fewer, each
    with the spans that it rests on, or with none where it wrote them in words of its own: the evidence is
    then found for it. It raises EngineError where it cannot work on this text or language, and
    EngineUnavailable where it can do nothing more at all.
    """

    @property
    def name(self) -> str:
        """What `--engine` calls it."""
        ...

    @property
    def purpose(self) -> str:
        """How it works, in a line for `briefing engines`."""
        ...

    def __call__(self, documents: Sequence[Document], bullets: int) -> tuple[Bullet, ...]:
        """Return at most `bullets` bullets, in the order in which they are to be read."""
        ...


@runtime_checkable
class NeedyEngine(Engine, Protocol):
    """An engine that needs more than this package brings."""

    def lacks(self) -> str:
        """Return what is missing here and the command that brings it; "" where nothing is.

        Loads no model; may ask a server, for some seconds at most.
        """
        ...


Told = tuple[Bullet, ...]
"""The bullets of one story."""


@runtime_checkable
class BatchEngine(Engine, Protocol):
    """An engine that is faster on many stories at once than on one after the other."""

    def batch(
        self, stories: Sequence[Sequence[Document]], bullets: int
    ) -> Iterator[tuple[int, Told | EngineError]]:
        """Yield each story's number and bullets as soon as they are there, in any order.

        A story that fails costs no other: its error is a value. Raises EngineUnavailable.
        """
        ...


Factory = Callable[[Options], Engine]
"""Makes an engine. Nothing slow is done by it: no model is loaded and no server asked."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a bullet, and the article that it stands in."""

    article: Article
    sentence: Sentence
    text: str
    """What a bullet would say: the sentence, or as much of it as is to be told."""
    words: tuple[str, ...]
    """The words of `text`, in lower case."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the whole sentence stands in the article's text."""
        return self.sentence.start, self.sentence.end

    def bullet(self, engine: str) -> Bullet:
        """Return a bullet whose one receipt is the whole sentence."""
        return bullet(self.article, self.text, engine, (self.span,))


def bullet(article: Article, text: str, engine: str, spans: Sequence[tuple[int, int]]) -> Bullet:
    """Return a bullet that tells `text` and rests on `spans` of the article."""
    receipts = (Evidence(article.id, start, end, article.text[start:end]) for start, end in spans)
    return Bullet(text, engine, tuple(receipts))


def as_it_stands(sentence: str, _language: str) -> str:
    """Tell a sentence whole."""
    return sentence


def candidates(
    documents: Sequence[Document], tell: Callable[[str, str], str] = as_it_stands
) -> tuple[Candidate, ...]:
    """Return the sentences that may become bullets, in the order of the documents.

    `tell` makes of a sentence, given with its language, what a bullet would say: "" where there is nothing.
    Left out: sentences that the reader knows; those with an address, too short to tell anything, without an
    end (where others have one), or that repeat a headline, a publisher's point or an earlier sentence.
    """
    told = {_key(line) for d in documents for line in (d.article.title, *d.article.points)}
    found = []
    for document in documents:
        for sentence in _whole(document.tellable):
            text = tell(sentence.text, document.article.language)
            key = _key(text)
            if key not in told and _worth_telling(text, key):
                told.add(key)
                found.append(Candidate(document.article, sentence, text, key))
    return tuple(found)


def _whole(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences that end as sentences do; all of them in a script where none does (Thai)."""
    return [s for s in sentences if _ENDS.search(s.text)] or sentences


def _key(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def _worth_telling(text: str, key: tuple[str, ...]) -> bool:
    return len(key) >= _FEWEST_WORDS and not has_address(text, key)


def has_address(text: str, tokens: Iterable[str]) -> bool:
    """Return whether a reader would see an address in it: a bullet is no place for one."""
    if "://" in text or ("@" in text and _MAIL.search(text)):
        return True
    dotted = (token for token in tokens if "." in token)
    return any(token.startswith("www.") or token.rpartition(".")[2] in _DOMAINS for token in dotted)
