"""Markdown → blocks of plain text, each with the lines that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.ingest.readers.blocks import Block, Form
from briefing.text.clean import one_line

_LONGEST = 20_000  # characters: no paragraph of prose is longer, and the parser's time grows faster than it
_UNDERLINED = 150  # characters: a longer line above "---" is a paragraph above a rule
_LABELLED = re.compile(r"(?:[\w ]{1,20}:\s*)?<?(https?://[^\s<>]+)>?", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"(?:the )?(?:source|link|permalink|original|via|full (?:story|article|text))\b.{0,40}", re.I
)
_BETWEEN = re.compile(r"[\s|·•/,–—-]*")
_OTHER = {"fence": "code", "code_block": "code", "table_open": "a table", "hr": "a rule"}


def blocks(text: str) -> tuple[Block, ...]:
    """Return the headings, paragraphs, list items and other blocks of a text, in order.

    HTML in it is text like any other.
    """
    return tuple(_blocks(_parser().parse(text)))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # What stands inside a block is parsed by `_inline`, which knows when not to.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    depth = tables = 0
    opened: Token | None = None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "table_close":
            tables -= 1
        elif token.type in ("heading_open", "paragraph_open"):
            opened = token
        elif token.type == "inline" and opened and not tables:
            yield _block(opened, token, in_list=depth > 0)
        elif token.type in _OTHER:
            tables += token.type == "table_open"
            yield Block(Form.OTHER, "", *_span(token), what=_OTHER[token.type])


def _span(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


def _block(opened: Token, inline: Token, *, in_list: bool) -> Block:
    text, linked, url = _inline(inline.content)
    first, last = _span(opened)
    if opened.type == "heading_open" and not _is_rule_below(opened, text):
        return Block(Form.HEADING, text, first, last, int(opened.tag[1]), url if linked else None)
    if not text:
        return Block(Form.OTHER, "", first, last, what="an image")
    if bare := _LABELLED.fullmatch(text):
        return Block(Form.LINK, text, first, last, url=bare[1])
    if linked and text[-1] not in '.!?…”"':
        if url and _ORIGINAL.fullmatch(text):
            return Block(Form.LINK, text, first, last, url=url)
        return Block(Form.OTHER, text, first, last, what="nothing but a link to another page")
    return Block(Form.ITEM if in_list else Form.PARAGRAPH, text, first, last)


def _is_rule_below(opened: Token, text: str) -> bool:
    """Whether what Markdown takes for an underlined heading is a paragraph that a rule follows."""
    return opened.markup == "-" and (len(text) > _UNDERLINED or text.endswith((".", "!", "…", ".”", '."')))


def _inline(content: str) -> tuple[str, bool, str | None]:
    """Return the plain text, whether all of it is links, and the address of the first link."""
    if len(content) > _LONGEST:
        return " ".join(content.split()), False, None
    parser = _parser()
    children: list[Token] = []
    parser.inline.parse(content, parser, {}, children)
    inside, outside, url, depth = [], [], None, 0
    for child in children:
        depth += child.nesting if child.type.startswith("link_") else 0
        if child.type == "link_open":
            url = url or str(child.attrGet("href") or "")
        words = " " if child.type.endswith("break") else "" if child.type == "image" else child.content
        inside.append(words)
        outside.append("" if depth else words)
    # Entities may have brought in what the text was cleaned of before.
    text = one_line("".join(inside))
    return text, url is not None and bool(_BETWEEN.fullmatch("".join(outside))), url
