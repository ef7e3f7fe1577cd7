"""From what a model wrote to statements that can be told, each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Article, Document
from briefing.summarizers.abstractive.writer import Request, Written
from briefing.summarizers.engine import has_address
from briefing.summarizers.wording.leaning import takes_up
from briefing.summarizers.wording.standalone import stand_alone
from briefing.text.clean import clean, one_line
from briefing.text.document import document
from briefing.text.words import stop_words, words

_MARKER = re.compile(r"\s*(?:[-*•‣▪–—]|\(?\d{1,2}\)|(\d{1,2})\.)\s+")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_`](?=\w)|(?<=[\w.])[*_`](?!\w)")
_LOOSE = re.compile(r" +([.,;:!?%)\]…])|([(\[]) +")
# A statement ends so; a question, and what a model was stopped in the middle of, do not. Thai marks no end.
_END = re.compile(r"[.!…‥。！｡۔।॥።][\"'”’»)\]）」』]*$")
_UNMARKED = ("th", "lo")
_FEWEST_WORDS = 4
_MOST_WORDS = 60
_SAME = 0.8  # of a statement's content words


def statements(written: Written, request: Request) -> tuple[str, ...]:
    """Return at most `request.bullets` statements, in the order in which they were written.

    A running text is split into sentences, of which an unfinished last one is dropped. Pronouns become the
    names that the model wrote before; a sentence that still leans on the one before is told with it. Left out
    are addresses, fragments, what is told twice, and what repeats the headline where there is anything else.
    """
    told: list[str] = []
    known: list[frozenset[str]] = []
    for text in _alone(_draft(written, request)):
        content = _content(text, request.language)
        if not any(_repeats(content, other) for other in known):
            told.append(text)
            known.append(content)
    headline = _content(request.title, request.language)
    new = [text for text, content in zip(told, known, strict=True) if not _repeats(content, headline)]
    return tuple((new or told)[: request.bullets])


def _draft(written: Written, request: Request) -> Document:
    """Return what was written as a document, a line for each part, so that it can be read like an article."""
    lines = [line for part in written for line in clean(part).splitlines() if line.strip()]
    text = "\n".join(map(_tidy, _unmarked(lines)))
    return document(Article("draft", "", text, source="", language=request.language))


def _unmarked(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines without what marks them as items: "12. Mai" is a date unless it is the twelfth."""
    count = 0
    for line in lines:
        marker = _MARKER.match(line)
        if marker and marker[1]:
            count += 1
        yield line[marker.end() :] if marker and int(marker[1] or count) == count else line


def _tidy(line: str) -> str:
    """Return a line without marks of emphasis and the spaces that tokenizers leave."""
    return one_line(_LOOSE.sub(r"\1\2", _EMPHASIS.sub("", line)))


def _alone(draft: Document) -> Iterator[str]:
    """Yield the sentences so that each can be read by itself, with the one before where it has to."""
    held = ""
    for sentence in draft.sentences:
        text = sentence.text[:1].upper() + sentence.text[1:]
        if not _can_be_told(text, draft.article.language):
            continue
        telling = stand_alone(draft, sentence.index, text, frozenset())
        if telling is None and takes_up(text, draft.article.language):
            if held and len(words(held)) + len(words(text)) <= _MOST_WORDS:
                held = f"{held} {text}"
            continue
        if held:
            yield held
        held = telling.text if telling else text
    if held:
        yield held


def _can_be_told(text: str, language: str) -> bool:
    """Return whether it is a whole sentence that tells something."""
    tokens = words(text)
    whole = language in _UNMARKED or _END.search(text)
    return bool(whole) and len(tokens) >= _FEWEST_WORDS and not has_address(text, tokens)


def _content(text: str, language: str) -> frozenset[str]:
    return frozenset(words(text)) - frozenset(stop_words(language))


def _repeats(content: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a statement says little that another does not."""
    return len(content & other) >= _SAME * len(content)
