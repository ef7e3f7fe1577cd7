"""Step 2: what a part holds, its transfer encoding undone and its letters read, whatever it says it is."""

from __future__ import annotations

import base64
import codecs
import quopri
import re
from email.message import Message

from briefing.ingest.decode import decode
from briefing.ingest.readers.mail.mime import raw_payload
from briefing.ingest.reading import Raw

_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
# Those that Python knows and that are encodings of text, by what their names begin with.
_TEXTUAL = re.compile(r"utf|iso|cp\d|koi8|mac|big5|gb|euc|shift|hz|tis|johab|ascii|latin|kz1048|ptcp")
_SEVEN_BITS = re.compile(r"iso2022|utf-7|hz")
_WIDE = re.compile(r"utf-(?:16|32)")
# What programs call an encoding, and the superset that they mean.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
_MEANT |= {"shift_jis": "cp932", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"}


def payload(part: Message) -> bytes:
    """Return the bytes of a part, whose labels it loses; damage costs those that it hit, and no others."""
    transfer = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    data = raw_payload(part)
    if "base64" in transfer:
        return _base64(data)
    return quopri.decodestring(data) if transfer.startswith(("quoted", "q-")) else data


def _base64(data: bytes) -> bytes:
    letters = _NO_BASE64.sub(b"", data)
    whole = letters[: len(letters) // 4 * 4]
    rest = letters[len(whole) :]
    # A single last letter holds no byte.
    return base64.b64decode(whole + (rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""))


def text_of(name: str, data: bytes, charset: str | None, *, markup: bool = False) -> str:
    """Return the text in `data`. What is valid UTF-8 is that, whatever it calls itself.

    Raises SourceError where it is no text in any encoding.
    """
    declared = codec(charset)
    if declared and _SEVEN_BITS.match(declared):
        return data.decode(declared, "replace")
    for encoding in ("utf-8-sig", declared):
        # Wide encodings take any bytes for letters: the detector tells them by their pattern.
        if encoding and not _WIDE.match(encoding) and b"\0" not in data:
            try:
                return data.decode(encoding)
            except UnicodeError:
                continue
    if not data.strip():
        return ""
    return decode(Raw(name, data), markup=markup).text


def text_in(data: bytes, charset: str) -> str:
    """Return the text in a few bytes of a header, too few to tell an encoding by."""
    declared = codec(charset) or "cp1252"
    try:
        return data.decode(declared if _SEVEN_BITS.match(declared) else "utf-8")
    except UnicodeError:
        return data.decode(declared, "replace")


def codec(label: str | None) -> str | None:
    """Return the codec that a label names, or the superset that is meant; None for what is no encoding."""
    try:
        name = codecs.lookup((label or "").strip(" \t'\";")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return _MEANT.get(name, name) if _TEXTUAL.match(name) else None
