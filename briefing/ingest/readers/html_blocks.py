"""What the extractor kept of a page → blocks of plain text, numbered in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.ingest.readers.blocks import Block, Form
from briefing.text.clean import clean

# Elements of the extractor's tree that are paragraphs of their own inside a quotation or a list.
_OWN = ("p", "item", "list", "quote", "head")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔]['\"”’»›)\]]*$")
_SENTENCE = re.compile(r"\w['\"”’»)]*[.!?…](?!\w)|[。！？؟।۔]|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{20}")
_BLANK_LINE = re.compile(r"\n[ \n]*\n")
_SHORT = "a short line outside any paragraph"
_TAIL = 20  # characters in which a sentence's end is looked for, quotation marks included
_PROSE = 100  # characters: a longer line is a paragraph, whatever it ends with


def blocks(body: Any) -> tuple[Block, ...]:
    """Return the blocks of an extracted body. Where it is but a list of the page's lines, prose counts."""
    found = list(_blocks(body))
    if len(body) == 1 and body[0].tag == "p" and len(found) > 1 and body[0].find("lb") is None:
        found = [(form if _is_prose(text) else Form.OTHER, text, level) for form, text, level in found]
    return tuple(
        Block(
            form,
            text,
            number,
            number + 1,
            level,
            what="" if form is not Form.OTHER else "a short line outside any paragraph",
        )
        for number, (form, text, level) in enumerate(found)
    )


def has_sentence(text: str) -> bool:
    """Whether a sentence ends in a paragraph; in scripts that have no full stop, whether it is long."""
    return bool(_SENTENCE.search(text))


def _is_prose(text: str) -> bool:
    return len(text) > _PROSE or (bool(_SENTENCE_END.search(text)) and (" " in text or len(text) > 12))


def _blocks(body: Any) -> Iterator[tuple[Form, str, int]]:
    for text in lines(body.text):
        yield Form.PARAGRAPH, text, 0
    for element in body:
        level = int(element.get("rend", "h2")[-1]) if element.tag == "head" else 0
        form = {"head": Form.HEADING, "list": Form.ITEM}.get(element.tag, Form.PARAGRAPH)
        texts = [" ".join(_text(element).split())] if form is Form.HEADING else lines(_text(element))
        for text in filter(None, texts):
            yield form, text, level
        for text in lines(element.tail):
            yield Form.PARAGRAPH, text, 0


def _text(element: Any) -> str:
    """Return all text in an element, with a newline for a line break and two around a paragraph."""
    for part in element.iter("lb", *_OWN):
        if part is not element:
            around = "\n" if part.tag == "lb" else "\n\n"
            part.text = f"{around}{part.text or ''}"
            part.tail = f"{around}{part.tail or ''}" if part.tag in _OWN else part.tail
    return "".join(element.itertext())


def lines(text: str | None) -> list[str]:
    """Return the paragraphs of a text: a single newline ends one where a sentence ends, two always do."""
    found: list[str] = []
    for paragraph in _BLANK_LINE.split(clean(text or "")):
        fresh = True
        for line in filter(None, (" ".join(part.split()) for part in paragraph.split("\n"))):
            if fresh or _SENTENCE_END.search(found[-1][-_TAIL:]) or not line[0].islower():
                found.append(line)
            else:
                found[-1] += f" {line}"
            fresh = False
    return found
