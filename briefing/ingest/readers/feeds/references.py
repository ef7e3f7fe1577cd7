"""Entities, bare ampersands and other characters that make XML ill-formed → what they stand for."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from xml.sax.saxutils import escape

# A command to a terminal goes as a whole: without its escape the rest of it would be text.
_ILLEGAL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|" "[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("[\x0b\x0c]")
_OPAQUE = re.compile(r"<!\[CDATA\[|<!--")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|\w{1,40};)?")
# A mark that opens nothing, and the end of a section that was never opened.
_STRAY = re.compile(r"<(?![A-Za-z_:/?])|\]\]>")
_ENTITY = re.compile(
    r"""<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,50})\s{1,20}(?:"([^"<%]{0,64})"|'([^'<%]{0,64})')\s{0,20}>"""
)


def legal(text: str) -> str:
    """Return `text` without the characters that XML forbids."""
    return _ILLEGAL.sub("", _BREAKS.sub(" ", text))


def declared(prolog: str) -> dict[str, str]:
    """Return the entities that a document type declares, by name: short ones that refer to no other."""
    found = {name: one or two for name, one, two in _ENTITY.findall(prolog)}
    values = {
        name: html.unescape(value) if value.startswith("&#") else value for name, value in found.items()
    }
    return {name: legal(value) for name, value in values.items() if "&" not in value}


def mended(text: str, entities: Mapping[str, str]) -> str:
    """Return marked-up text whose references an XML parser knows; comments are left out.

    Names that HTML knows, or `entities`, become their characters; an ampersand that begins no reference is
    one in words.
    """
    return "".join(_parts(text, entities))


def _parts(text: str, entities: Mapping[str, str]) -> Iterator[str]:
    place = 0
    while opened := _OPAQUE.search(text, place):
        yield _mended(text[place : opened.start()], entities)
        is_comment = opened[0] == "<!--"
        end = text.find("-->" if is_comment else "]]>", opened.end())
        if end < 0:  # it was never closed: what follows is read as if it had not been opened
            place = opened.end()
            break
        yield "" if is_comment else text[opened.start() : end + 3]
        place = end + 3
    yield _mended(text[place:].replace("<![CDATA[", "").replace("<!--", ""), entities)


def _mended(text: str, entities: Mapping[str, str]) -> str:
    def character(found: re.Match[str]) -> str:
        name = found[1]
        if not name:
            return "&amp;"
        if name[0] == "#":
            return escape(legal(html.unescape(f"&{name}")).replace("\ufffd", ""))
        value = entities.get(name[:-1]) or html5.get(name)
        return escape(value) if value is not None else f"&amp;{name}"

    text = _STRAY.sub(lambda found: "&lt;" if found[0] == "<" else "]]&gt;", text)
    return _REFERENCE.sub(character, text)
