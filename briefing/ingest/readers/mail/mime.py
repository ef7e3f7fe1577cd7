"""Step 1: the bytes of a message → its parts, as the standard library has them, whatever is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from typing import Any

from briefing.errors import SourceError

_LONGEST_HEADER = 1_000  # characters of a header that are parsed: the parser's time grows with their square
_MOST_LINES = 1_000_000
_MOST_PARTS = 10_000  # lines that may part one part from the next
_MOST_WORK = 20_000_000  # lines times nested parts: each line is held against every boundary
_NAME = re.compile(rb"[!-9;-~]+[ \t]*:")
_FIRST_LINE = re.compile(rb">?From [^\n]*\n")  # what a mailbox puts above a message
_COUNT = re.compile(rb"(\d{1,9})[ \t]*\r?\n")  # what Apple Mail puts there
_KNOWN = re.compile(
    rb"(?:from|to|cc|date|subject|received|message-id|mime-version|content-[a-z-]+|list-[a-z-]+|x-[a-z-]+|"
    rb"return-path|reply-to|sender|dkim-signature)[ \t]*:",
    re.IGNORECASE,
)
_NESTING = re.compile(rb"boundary(?:\*\d*\*?)?\s*=|message/rfc822", re.IGNORECASE)
_DELIMITER = re.compile(
    rb"^--(?P<mark>[^\s][^\r\n]{0,98}?)[ \t]*\r?\n(?=content-[a-z-]+:)", re.IGNORECASE | re.MULTILINE
)


class _Lenient(EmailPolicy):
    """The default policy, which neither fails on a header nor takes for ever over one."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a header; as plain text where it is too broken to be parsed."""
        short = value[:_LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        try:
            return super().header_fetch_parse(name, short)
        # The parser fails in as many ways as headers can be broken in, some of them its own errors.
        except Exception:
            return " ".join(short.split())


def parse(name: str, data: bytes) -> Message:
    """Return the message in `data`, mended where that can be done.

    Raises SourceError where it is made of so many parts that nobody can mean them to be read.
    """
    data = _without_wrapping(data)
    _check_size(name, data)
    data = _with_whole_headers(data)
    for rules in (_Lenient(), policy.compat32):
        try:
            return _mended(message_from_bytes(data, policy=rules))
        except Exception:  # a fault of the parser's, which the older policy may not have
            continue
    raise SourceError(name, "is an e-mail whose parts cannot be told apart: save it as text or HTML")


def leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something themselves, in order; not those of a message within."""
    pending = [message]
    while pending:
        part = pending.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            pending += reversed(held(part))
        else:
            yield part


def held(part: Message) -> list[Message]:
    """Return the parts of a part, or the message that it is; none for what holds bytes."""
    # Of bytes the library would read the letters, and fail where their charset is not one.
    inside = part.get_payload() if part.is_multipart() else None
    return [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []


def _without_wrapping(data: bytes) -> bytes:
    """Return the message alone: what programs put around it when they store it is left out."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\n" not in data and b"\r" in data:
        data = data.replace(b"\r", b"\n")
    if count := _COUNT.match(data):
        data = data[count.end() : count.end() + int(count[1])]
    if first := _FIRST_LINE.match(data):
        data = data[first.end() :]
    return data


def _check_size(name: str, data: bytes) -> None:
    lines = data.count(b"\n")
    nested = sum(1 for _ in _NESTING.finditer(data))
    if lines > _MOST_LINES or data.count(b"\n--") > _MOST_PARTS or lines * (1 + nested) > _MOST_WORK:
        raise SourceError(name, "is an e-mail of too many parts: save the newsletter in it as text or HTML")


def _with_whole_headers(data: bytes) -> bytes:
    """Return the message without lines among its headers that are none: they would end the headers."""
    head, gap, body = _halves(data)
    lines = head.splitlines(keepends=True)
    last = max((n for n, line in enumerate(lines) if _KNOWN.match(line)), default=-1)
    kept = [line for line in lines[: last + 1] if _NAME.match(line) or line[:1] in b" \t"]
    rest = lines[last + 1 :]
    while rest and (_NAME.match(rest[0]) or rest[0][:1] in b" \t"):
        kept.append(rest.pop(0))
    # A body that follows at once, without an empty line, is one all the same.
    return b"".join(kept) + (b"\n" + b"".join(rest) if rest else b"") + gap + body


def _halves(data: bytes) -> tuple[bytes, bytes, bytes]:
    end = re.search(rb"\r?\n\r?\n", data)
    return (data[: end.start()] + b"\n", b"\n", data[end.end() :]) if end else (data, b"", b"")


def raw_payload(part: Message) -> bytes:
    """Return the bytes of a part as they stand in the message; its labels are taken off it."""
    # With them the library would undo encodings, in ways that lose letters or fail where labels are wrong.
    del part["Content-Transfer-Encoding"]
    del part["Content-Type"]
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _mended(message: Message) -> Message:
    """Return the message with the parts of those multiparts whose boundary is missing or wrong."""
    for part in [*leaves(message)]:
        if part.get_content_maintype() != "multipart":
            continue
        kind = part.get_content_type()
        data = raw_payload(part)
        if found := _DELIMITER.search(data):
            part["Content-Type"] = kind
            part.set_payload(_parts(data, found["mark"].removesuffix(b"--")))
        else:
            part["Content-Type"] = "text/plain"
            part.set_payload(data.decode("ascii", "surrogateescape"))
    return message


def _parts(data: bytes, mark: bytes) -> list[Message | str]:
    """Return the parts of a body that this boundary parts."""
    line = re.compile(rb"^--" + re.escape(mark) + rb"(?:--)?[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
    pieces = line.split(data)[1:]
    return [
        message_from_bytes(piece, _class=EmailMessage, policy=_Lenient()) for piece in pieces if piece.strip()
    ]
