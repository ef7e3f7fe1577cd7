"""Text to sentences, offsets kept: sentencex proposes boundaries, rules of ours dispose."""

from __future__ import annotations

import re

from briefing.text.boundaries import boundaries
from briefing.text.line_breaks import unwrapped

# What str.isspace holds for white space, as str.splitlines divides it.
_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = (
    "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_CODE = re.compile(r"[a-z]{2,3}(?![^\W_])")
_WIDE = "\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# A line end that stands for no space: between wide characters, and before a stop on a line of its own.
_WRAP = re.compile(
    rf"(?<=[{_WIDE}])[^\S\n]*+\n\s*+(?=[{_WIDE}])|(?<!\s)[^\S\n]*+\n\s*+(?=[.,](?:\s|$))",
)


def spans(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Return where the sentences of `text` are, as code-point offsets (start, end) into it.

    They are in order, do not overlap, start and end with something other than white space, and leave out
    nothing but white space. `language` is an ISO 639-1 code; any other value is read as English.
    The work is linear in the length of the text.
    """
    plain = _plain(text)
    found: list[tuple[int, int]] = []
    start = 0
    for end in (*boundaries(unwrapped(plain), _code(language)), len(plain)):
        piece = plain[start:end]
        if body := piece.strip():
            low = start if body[0] == piece[0] else start + len(piece) - len(piece.lstrip())
            found.append((low, low + len(body)))
        start = end
    return found


def sentences(text: str, language: str = "en") -> list[str]:
    """Return the sentences of `text`, each on one line with single spaces.

    Chinese and Japanese lines are joined without a space, and so is a stop that stands on the next line.
    """
    return [_one_line(text[start:end]) for start, end in spans(text, language)]


def _plain(text: str) -> str:
    """Return `text` with each white-space character as a space or a newline, one for one."""
    text = text.replace("\r\n", "\n ")
    for kinds, plain in ((_LINE_ENDS, "\n"), (_SPACES, " ")):
        for kind in kinds:
            text = text.replace(kind, plain)
    return text


def _code(language: str) -> str:
    """Return the two or three letters that name the language ("pt" of "pt-BR"), or those of English."""
    match = _CODE.match(language.strip().lower())
    return match[0] if match else "en"


def _one_line(sentence: str) -> str:
    if "\n" in sentence:
        sentence = _WRAP.sub("", sentence)
    return " ".join(sentence.split())
