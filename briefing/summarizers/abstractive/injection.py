"""What in an article speaks to a machine is no news: it is shown to no model and bears no bullet out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.model import Document, Sentence

_MACHINES = (
    r"(?:(?:ai|a\.i\.|helpful|virtual)\W+(?:assistants?|models?|systems?|agents?|summari[sz]ers?|chatbots?)"
    r"|(?:large\W+)?language\W+models?|llms?|chatbots?|summari[sz]ers?|summari[sz]ation\W+(?:models?|systems?))"
)
# Said to whoever summarizes, and to no reader: "Ignore all previous instructions", "You are now a helpful
# assistant", "Note to language models:", "In your summary, say …", "Respond only with …", "<|im_start|>".
_COMMAND = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\W+(?:\w+\W+){0,2}?"
    r"(?:all|any|your|previous|prior|above|earlier|preceding|foregoing|these|those|system)\W+(?:\w+\W+){0,2}?"
    r"(?:instructions?|prompts?|directives?)\b"
    r"|\b(?:ignore|disregard|forget|override|bypass)\W+(?:the\W+)?(?:instructions?|prompts?)\W+(?:above|before)\b"
    rf"|\byou(?:\W?re|\W+are|\W+will\W+be)\W+(?:now\W+|henceforth\W+)?(?:an?|the)\W+{_MACHINES}\b"
    rf"|\b(?:act|behave)\W+as\W+(?:if\W+you\W+were\W+)?(?:an?|the)\W+{_MACHINES}\b"
    rf"|\b(?:instructions?|notes?|message|attention)\W+(?:(?:to|for)\W+)?(?:the\W+|all\W+|any\W+)?{_MACHINES}\s*[:,–—-]"
    r"|\b(?:system|developer)\W+(?:prompt|override)\b"
    r"|\b(?:respond|reply|answer|output)\W+(?:only|exactly|just)\W+(?:with|the\W+following|this)\b"
    r"|\bin\W+(?:your|any)\W+summar(?:y|ies)\W+(?:of\W+th\w+\W+\w+\W+)?(?:you\W+)?"
    r"(?:must|should|please|say|write|state|include|add|tell|mention)\b"
    r"|\b(?:when|if|while)\W+(?:you\W+)?(?:are\W+)?summari[sz](?:e|ing)\W+(?:this|the)\W+(?:article|page|text|story)\b"
    r"|<\|[a-z_]{2,20}\|>|\[/?INST\]|<</?SYS>>",
    re.IGNORECASE,
)


def without_commands(documents: Sequence[Document]) -> list[Document]:
    """Return the documents without what speaks to a machine, from there to the end of its paragraph.

    It is gone from the sentences and blank in the text, so that all offsets stay what they are. A document
    that holds nothing else has no sentences then.
    """
    return [_without(document) for document in documents]


def _without(document: Document) -> Document:
    commands = [
        (begin.start, sentences[-1].end)
        for sentences in _paragraphs(document)
        if (begin := next((s for s in sentences if _COMMAND.search(s.text)), None))
    ]
    if not commands:
        return document
    text = document.article.text
    for start, end in commands:
        text = text[:start] + " " * (end - start) + text[end:]
    kept = (s for s in document.sentences if not any(a <= s.start < b for a, b in commands))
    return replace(document, article=replace(document.article, text=text), sentences=tuple(kept))


def _paragraphs(document: Document) -> list[list[Sentence]]:
    return [list(sentences) for _, sentences in groupby(document.sentences, key=lambda s: s.paragraph)]
