"""The statements in what a model answered, whatever it put around them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.summarizers.abstractive.server.failures import Unusable
from briefing.text.clean import one_line

_LONGEST = 600
"""Characters of a statement; of a longer one the sentences are taken that end before."""

_THOUGHT = re.compile(r"</?(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
_BULLETS = re.compile(r'"bullets"\s*:\s*')
_LIST = re.compile(r'\[\s*(?=["{])')
_BETWEEN = re.compile(r"[\s,]*")
_LINE = re.compile(r"^[ \t]*(?:[-*•‣–—]|\d{1,2}[.)])[ \t]+(\S.*)$", re.MULTILINE)
_MARK = re.compile(r"^[-*•‣–—]\s+")
_STOPS = (". ", "! ", "? ", "。", "！", "？")
_DECODER = json.JSONDecoder(strict=False)  # small models leave line ends in strings as they are


def statements(text: str, wanted: int, cut: bool = False) -> tuple[str, ...]:
    """Return the statements of `text`, at most three times as many as `wanted`, each on one line.

    It may be an object with the list `bullets`, a list, or lines with dashes; thoughts, code fences and words
    around it are left out. Of an answer that was `cut` off, what is whole is returned. Takes linear time.
    Raises Unusable where there is none.
    """
    told = _without_thoughts(text)
    found = list(_clean(_listed(told), 3 * wanted)) or list(_clean(_lines(told, cut), 3 * wanted))
    if not found:
        raise Unusable("the model's answer holds no statements", cut)
    return tuple(found)


def _without_thoughts(text: str) -> str:
    """Return what follows the last thought; of an answer that ends within one, what stood before."""
    if text.lstrip()[:1] in ("{", "["):  # no thoughts: such a tag would be part of a statement
        return text
    before = 0
    for tag in _THOUGHT.finditer(text):
        if tag[0][1] == "/":
            before = tag.end()
    rest = text[before:]
    opened = _THOUGHT.search(rest)
    return rest[: opened.start()] if opened else rest


def _listed(text: str) -> Iterator[str]:
    """Yield the strings of the list `bullets`, or of the first list of strings or objects."""
    named = _BULLETS.search(text)
    if named and text[named.end() : named.end() + 1] == '"':
        for told in _items(text, named.end()):
            yield from _lines(told, False) if isinstance(told, str) and _LINE.search(told) else _text(told)
            return
    start = named.end() + 1 if named and text[named.end() : named.end() + 1] == "[" else None
    if start is None and (found := _LIST.search(text)):
        start = found.end()
    for item in _items(text, start) if start is not None else ():
        yield from _text(item)


def _items(text: str, place: int) -> Iterator[object]:
    """Yield the strings and objects from `place` on until the list ends or breaks off."""
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if text[place : place + 1] not in ('"', "{"):
            return
        try:
            item, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield item


def _text(item: object) -> Iterator[str]:
    """Yield the statement that a member of the list is: a string, or an object's text."""
    if isinstance(item, dict):
        told = item.get("text") or next((value for value in item.values() if isinstance(value, str)), None)
    else:
        told = item
    if isinstance(told, str):
        yield told


def _lines(text: str, cut: bool) -> Iterator[str]:
    """Yield the lines of a list with dashes or numbers; of one that was `cut` off, not the last."""
    lines = [line[1] for line in _LINE.finditer(text)]
    yield from lines[:-1] if cut else lines


def _clean(told: Iterable[str], most: int) -> Iterator[str]:
    cleaned = (_short(_MARK.sub("", one_line(item)).replace("**", "")) for item in told)
    return islice((item for item in cleaned if item), most)


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    end = max(text.rfind(stop, 0, _LONGEST) for stop in _STOPS)
    return text[: end + 1]
