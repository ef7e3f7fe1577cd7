"""Text that is harmless wherever it is shown: no control characters, terminal escapes or bidi overrides."""

from __future__ import annotations

import re

# A terminal's commands: CSI (ESC [ … letter), OSC (ESC ] … BEL or ESC \) and two-character escapes.
_ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[@-Z\\-_]?")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
# Every kind of space that is no line end; a no-break space after an initial crashes one splitter.
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls, soft hyphens, zero-width marks (not the joiners that Persian and Hindi need), direction
# overrides and isolates, tags, non-characters, and byte-order marks.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` with line ends as newlines, spaces as plain spaces, and nothing hidden in it.

    Markup is kept as the text that it is; each rendering escapes it.
    """
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = _SPACES.sub(" ", text)
    return _LONE_SURROGATES.sub("\ufffd", _HIDDEN.sub("", text))


def one_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces: for titles, names and bullets."""
    if text.isprintable():  # most sentences are, and have nothing to clean
        return " ".join(text.split())
    return " ".join(clean(text).split())
