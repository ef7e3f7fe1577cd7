"""Step 3: what the headers say: subject, sender, date, whether it is sent to many."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message
from pathlib import PurePath

from briefing.ingest.articles import moment
from briefing.ingest.dump.timestamp import when
from briefing.ingest.readers.mail.charset import text_in
from briefing.text.clean import one_line

_LONGEST = 4_000  # characters of a header that are read
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]{0,2000})\?=")
_BETWEEN = re.compile(r"\s*")
_ANGLED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_ADDRESS = re.compile(r"[^\s<>()\",;:@]{1,64}@(?P<domain>[\w.-]{1,253})")
_COMMENT = re.compile(r"\(([^()]*)\)")
_MAILER = re.compile(
    r"(?:(?:www|e?mail(?:ing|er|s)?|e|m|news(?:letters?)?|info|send|go|reply|bounces?|lists?|mg|updates?)\.)+"
    r"(?=[^.]+\.)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\s*(?:(?:fwd?|fw|re|wg|aw|tr|rv|i|enc|vs|antw|doorst|пересл|转发|转寄|回复)\s*[:：]\s*)+", re.I
)
_LIST_NAME = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*(?=\S)")
_BULK = ("list-id", "list-unsubscribe", "list-post", "list-unsubscribe-post", "feedback-id", "x-campaign-id")
_EARLIEST = 1990  # the year of a clock that was set
_EARLY = timedelta(days=2)  # that a clock may be ahead of the server that took the message in


@dataclass(frozen=True, slots=True)
class Headers:
    """What a reader is shown of the headers, and what the steps that follow need of them."""

    subject: str = ""
    """Without "Fwd:" and the name of a list in brackets."""
    sender: str = ""
    """The display name, else the domain; empty where there is neither."""
    published: datetime | None = None
    language: str | None = None
    bulk: bool = False
    """Whether it says that it was sent to a list or by a campaign."""
    shown: tuple[str, ...] = ()
    """The lines that are told of in an account of the message."""


def headers(message: Message) -> Headers:
    """Return what a message's headers say; what is broken counts as missing."""
    fields = _fields(message)
    subject = unfolded(fields.get("subject", [""])[0])
    bulk = any(name in fields for name in _BULK) or "bulk" in fields.get("precedence", [""])[0].lower()
    told = (("Subject", "subject"), ("From", "from"), ("Date", "date"))
    return Headers(
        subject=topic(subject),
        sender=sender(fields.get("from", fields.get("sender", [""]))[0]),
        published=_published(fields),
        language=(fields.get("content-language", [""])[0].split(",")[0].strip() or None),
        bulk=bulk,
        shown=tuple(f"{name}: {unfolded(fields[key][0])}" for name, key in told if key in fields),
    )


def source_of(said: Headers, name: str) -> str:
    """Return whom a reader is shown as the source; a message from nobody is called by its file."""
    return said.sender or PurePath(name).name


def _fields(message: Message) -> dict[str, list[str]]:
    """Return the headers as they stand in the message, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        found.setdefault(str(name).lower(), []).append(_letters(str(value)[:_LONGEST]))
    return found


def _letters(value: str) -> str:
    """Read the bytes beyond ASCII that should not be in a header."""
    if not any("\udc80" <= character <= "\udcff" for character in value):
        return value
    data = value.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeError:
        return data.decode("cp1252", "replace")


def unfolded(value: str) -> str:
    """Return a header's value on one line, its encoded words (RFC 2047) decoded.

    Neighbours are joined before their letters are read: many programs cut between the bytes of one.
    """
    return one_line("".join(_decoded(value)))


def _decoded(value: str) -> Iterator[str]:
    done, held, charset = 0, b"", ""
    for word in _WORD.finditer(value):
        between = value[done : word.start()]
        joined = held and not between.strip() and word[1].lower() == charset
        if not joined:
            yield _text(held, charset)
            yield between if between.strip() or not held else ""
            held = b""
        held, charset, done = held + _bytes(word[2], word[3]), word[1].lower(), word.end()
    yield _text(held, charset)
    yield value[done:]


def _bytes(kind: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if kind in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=False)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    return base64.b64decode(letters + b"=" * (-len(letters) % 4))


def _text(data: bytes, charset: str) -> str:
    return text_in(data, charset)


def topic(subject: str) -> str:
    """Return a subject without "Re:", "Fwd:" and a list's name in brackets."""
    bare = _FORWARDED.sub("", subject, count=1) if _FORWARDED.match(subject) else subject
    bare = _LIST_NAME.sub("", bare, count=1) if _LIST_NAME.match(bare) else bare
    return _FORWARDED.sub("", bare, count=1) if _FORWARDED.match(bare) else bare


def sender(value: str) -> str:
    """Return the name in a From header, else the domain of its address, else nothing."""
    value = value[:_LONGEST]
    angled = _ANGLED.match(value)
    name = angled["name"] if angled else next(iter(_COMMENT.findall(value)), "")
    name = unfolded(name.strip().strip("\"'").replace('\\"', '"'))
    name = name.strip("\"' ")
    if name and not _ADDRESS.fullmatch(name):
        return name
    address = _ADDRESS.search(angled["address"] if angled else value) or _ADDRESS.search(name)
    domain = address["domain"].strip(".").lower() if address else ""
    bare = _MAILER.sub("", domain, count=1) if _MAILER.match(domain) else domain
    return one_line(bare)


def _published(fields: dict[str, list[str]]) -> datetime | None:
    """Return when it was sent; when it was received where it doesn't say so, or says what cannot be."""
    received = next(
        filter(None, (_moment(text.rpartition(";")[2]) for text in fields.get("received", []))), None
    )
    sent = next(filter(None, map(_moment, fields.get("date", []))), None)
    if sent is None or sent.year < _EARLIEST or (received and sent - received > _EARLY):
        return received or (sent if sent and sent.year >= _EARLIEST else None)
    return sent


def _moment(text: str) -> datetime | None:
    return moment(text[:200]) or when([one_line(text[:200])])
