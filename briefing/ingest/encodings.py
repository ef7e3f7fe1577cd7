"""Which encoding bytes are in."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

_CHUNK = 1 << 20  # bytes checked at a time, so that a large input is never held twice
_HEAD = 4096  # bytes in which an encoding shows or is declared
_SAMPLE = 32_768  # bytes handed to the detector: more changes no verdict and costs time
_UNSURE = 0.02  # the detector's confidence below which it guesses at random: a word or two

# Longer marks first: UTF-32's begins with UTF-16's. The codecs swallow the mark.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Those in which news was kept; rarer ones only win over them by accident.
_OLD = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp850 cp852 cp866 cp874 "
    "iso8859-1 iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 "
    "koi8-r koi8-u mac-roman tis-620 big5hkscs cp932 cp949 euc_jis_2004 euc_kr gb18030"
).split()
# Those that only what a page says of itself can tell.
_PAGES = "euc-jp iso-2022-jp iso8859-3 iso8859-4 iso8859-10 iso8859-13 iso8859-16 mac-cyrillic".split()
# Some bytes mean a letter only in the superset that Windows made of the standard.
_SUPERSETS = {"iso8859-1": "cp1252", "euc_kr": "cp949"}
_DECLARED = re.compile(
    rb"""<(?:\?xml[^>]{0,200}?encoding|meta[^>]{0,200}?charset)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
# What pages call themselves, and the superset that they mean and that browsers read them in.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_MEANT |= {"shift_jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs"}
ESCAPED = re.compile("[\udc80-\udcff]+")
_BEYOND = re.compile("[^\x00-\x7f]+")
_HIGH = re.compile(rb"[\x80-\xff]")


class Census(NamedTuple):
    """What there is beyond ASCII when bytes are taken for UTF-8."""

    whole: int
    """Characters."""
    broken: int
    """Bytes that belong to none."""
    cut: int
    """Bytes of a last character that has not come to its end."""


def identify(data: bytes, *, markup: bool = False) -> str:
    """Return the codec that `data` is written in; with `markup`, what a page declares is believed.

    Byte-order marks come first, then UTF-16's pattern of NULs and what is valid UTF-8. A few broken bytes
    among as many whole characters are damaged UTF-8 and no other encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data):
        return wide
    found = census(data)
    if found == (0, 0, 0):
        return "iso2022_jp" if b"\x1b$" in data and _fits(data, "iso2022_jp") else "utf-8"
    if found.broken <= found.whole and (found.whole or found.cut > 1):
        return "utf-8"
    return (_declared(data) if markup else None) or _detect(data)


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 without a mark: only every second, or fourth, byte is ever NUL."""
    head = data[: min(len(data), _HEAD) & ~3]
    nuls = [head[offset::4].count(0) for offset in range(4)]
    for encoding, high in (("utf-32-le", nuls[2:]), ("utf-32-be", nuls[:2])):
        if head and min(high) == len(head) // 4 and _legible(head, encoding):
            return encoding
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if here > max(1, len(head) // 40) and there * 50 <= here and _legible(head, encoding):
            return encoding
    return None


def _legible(data: bytes, encoding: str) -> bool:
    text = data.decode(encoding, "replace")
    return sum(character.isprintable() or character.isspace() for character in text) * 10 >= len(text) * 9


def census(data: bytes) -> Census:
    """Count what `data` holds when it is taken for UTF-8, a megabyte at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    whole = broken = 0
    for start in range(0, len(data), _CHUNK):
        text = decoder.decode(data[start : start + _CHUNK])
        if not text.isascii():
            wrong = sum(map(len, ESCAPED.findall(text)))
            broken += wrong
            whole += sum(map(len, _BEYOND.findall(text))) - wrong
    return Census(whole, broken, len(decoder.getstate()[0]))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def _declared(data: bytes) -> str | None:
    for match in _DECLARED.finditer(data[:_HEAD]):
        label = match[1].decode("ascii").lower()
        name = _canonical(_MEANT.get(label, label))
        # A page may name any codec that Python knows, and not all of them are encodings, or end in time.
        if name and name in {_canonical(known) for known in (*_OLD, *_PAGES)} and _fits(data, name):
            return name
    return None


def _canonical(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _detect(data: bytes) -> str:
    """Tell an old encoding by its letters; the tests measure how well."""
    import chardet

    sample = b"".join(_telling(data))
    found = chardet.detect(sample, include_encodings=_OLD, no_match_encoding="cp1252", compat_names=False)
    encoding = found["encoding"] or "cp1252"
    return "cp1252" if found["confidence"] < _UNSURE else _SUPERSETS.get(encoding, encoding)


def _telling(data: bytes) -> Iterator[bytes]:
    """Yield the lines that are not plain ASCII, up to the size of a sample."""
    left = _SAMPLE
    for line in io.BytesIO(data):
        first = _HIGH.search(line)
        if first is None:
            continue
        # A line may be the whole input; all that stands before its first telling byte is plain.
        part = line[max(0, first.start() - 200) :][:left]
        left -= len(part)
        yield part
        if not left:
            return
