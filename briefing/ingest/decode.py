"""Bytes → text, in whatever encoding they came."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.errors import SourceError
from briefing.ingest.encodings import ESCAPED, census, identify
from briefing.ingest.reading import Raw

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was got out of its bytes."""

    text: str
    encoding: str
    """The name of the Python codec."""
    damage: str | None = None
    """What could not be read, as the rest of a sentence ("is damaged: …")."""


def decode(raw: Raw, *, markup: bool = False) -> Decoded:
    """Decode an input in the encoding that `identify` finds; what is broken becomes U+FFFD and is told.

    With `markup`, what a page declares about itself is believed. Raises SourceError for what is no text in
    any encoding.
    """
    encoding = identify(raw.data, markup=markup)
    if encoding.startswith("utf-8"):
        text, broken = mend(raw.data.decode(encoding, "surrogateescape"))
    else:
        text = raw.data.decode(encoding, "replace")
        broken = text.count("\ufffd")
    controls = len(_CONTROLS.findall(text))
    # A stray NUL or two is a blemish; binary data is full of them.
    if (controls > 4 and controls * 20 > len(text)) or (broken > 4 and broken * 5 > len(text)):
        raise SourceError(raw.name, "is binary data and no text in any encoding that is known here")
    return Decoded(text, encoding, _damage(raw.data, encoding, broken))


def mend(text: str) -> tuple[str, int]:
    """Return `text` with U+FFFD for each run of bytes that were escaped as surrogates, and how many."""
    return ESCAPED.subn("\ufffd", text)


def _damage(data: bytes, encoding: str, broken: int) -> str | None:
    unit = 2 if encoding.startswith("utf-16") else 4 if encoding.startswith("utf-32") else 1
    if len(data) % unit or (broken == 1 and encoding.startswith("utf-8") and census(data).cut):
        return "is damaged: it ends in the middle of a character"
    if not broken:
        return None
    places = "one place" if broken == 1 else f"{broken} places"
    return f"is damaged: in {places} its bytes are no {encoding} text and show as \ufffd"
