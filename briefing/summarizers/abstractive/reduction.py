"""Articles that are longer than a model can read: what matters most of them, in their own order."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from briefing.errors import EngineError
from briefing.model import Document, Sentence
from briefing.summarizers.abstractive.writer import Request, Writer
from briefing.summarizers.engine import candidates
from briefing.summarizers.features import features
from briefing.summarizers.news import score, weights_for

_log = logging.getLogger(__name__)

_Place = tuple[int, int]
"""A document's number, and a sentence's number in it."""


def reduced(documents: Sequence[Document], bullets: int, writer: Writer) -> Request:
    """Return the request for a summary of `documents`: all they say, or what fits into the writer's room.

    Where not all fits, sentences are taken by the score of the `news` engine, the best of each article in
    turn, until there is no more room; they keep their order. Raises EngineError where not one fits.
    """
    sentences = {(d, s.index): s for d, document in enumerate(documents) for s in document.tellable}
    sizes = dict(zip(sentences, writer.tokens([s.text for s in sentences.values()]), strict=True))
    room = writer.room
    taken = set(sentences) if sum(sizes.values()) <= room else _best(documents, sizes, room)
    if not taken:
        raise EngineError("no sentence of it is short enough for the model" if sentences else "no text in it")
    if len(taken) < len(sentences):
        _log.info("%s: %d of %d sentences fit the model", _name(documents), len(taken), len(sentences))
    first = documents[0].article
    lines = tuple(_lines({place: sentences[place] for place in sentences if place in taken}))
    return Request(lines, first.title, first.language, bullets)


def _best(documents: Sequence[Document], sizes: dict[_Place, int], room: int) -> set[_Place]:
    taken: set[_Place] = set()
    ranked = ([(d, index) for index in _ranked(document)] for d, document in enumerate(documents))
    for place in chain.from_iterable(zip_longest(*ranked)):
        if place is not None and sizes[place] <= room:
            taken.add(place)
            room -= sizes[place]
    return taken


def _ranked(document: Document) -> list[int]:
    """Return the numbers of the sentences that tell something, the best first."""
    offered = candidates([document])
    if not offered:
        return []
    scores = score(features(offered), weights_for(document.article.language)).tolist()
    order = sorted(range(len(offered)), key=lambda i: (-scores[i], i))
    return [offered[i].sentence.index for i in order]


def _lines(sentences: dict[_Place, Sentence]) -> Iterator[str]:
    """Yield the sentences, with a blank line where a paragraph or an article ends."""
    before: tuple[int, int] | None = None
    for (document, _), sentence in sentences.items():
        if before not in (None, (document, sentence.paragraph)):
            yield ""
        yield sentence.text
        before = (document, sentence.paragraph)


def _name(documents: Sequence[Document]) -> str:
    return documents[0].article.origin or documents[0].article.title
