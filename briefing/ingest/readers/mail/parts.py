"""Step 4: which parts of a message are to be read: of alternatives the best one, of attachments none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from enum import Enum

from briefing.errors import SourceError
from briefing.ingest.readers.mail.charset import payload, text_of
from briefing.ingest.readers.mail.mime import held, leaves

_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|table|div|p)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_UNREAD = (("<style", "</style"), ("<script", "</script"), ("<title", "</title"), ("<!--", "-->"))
# What makes HTML worth more than the text beside it.
_STRUCTURE = re.compile(r"<(?:h[1-6]|table|li|hr|b|strong|a)\b", re.IGNORECASE)
_STUB = 3  # times as many words in the HTML: then the text says only that there is HTML


class Form(Enum):
    """What a part is written in."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Body:
    """A part that is read."""

    form: Form
    text: str
    data: bytes = b""
    """Of a PDF."""


def bodies(name: str, message: Message) -> tuple[Body, ...]:
    """Return what a reader of the message sees, in order; neighbours of one form are one body."""
    joined: list[Body] = []
    for body in _seen(name, message):
        if joined and joined[-1].form is body.form:
            joined[-1] = Body(body.form, f"{joined[-1].text}\n\n{body.text}")
        else:
            joined.append(body)
    return tuple(joined)


def attached(name: str, message: Message) -> tuple[Body, ...]:
    """Return the attachments that may be a newsletter, for a message that says nothing itself."""
    found = (_attachment(name, part) for part in leaves(message))
    return tuple(body for body in found if body and (body.data or body.text.strip()))


def within(message: Message) -> tuple[Message, ...]:
    """Return the messages that are attached to a message."""
    inside = (held(part) for part in leaves(message) if part.get_content_type() == "message/rfc822")
    return tuple(one for parts in inside for one in parts[:1])


def is_locked(message: Message) -> bool:
    """Whether a message is encrypted."""
    kinds = {part.get_content_type() for part in (message, *leaves(message))}
    sealed = {"multipart/encrypted", "application/pgp-encrypted"}
    smime = any(kind.endswith("pkcs7-mime") for kind in kinds)
    return bool(kinds & sealed) or smime


def _seen(name: str, message: Message) -> Iterator[Body]:
    """Yield the bodies of a part, of alternatives one."""
    pending = [message]
    while pending:
        part = pending.pop()
        parts = held(part)
        if part.get_content_maintype() == "multipart" and parts:
            if part.get_content_subtype() == "alternative":
                yield from _best([[*_seen(name, one)] for one in parts])
            else:
                pending += reversed(parts)
        elif not _is_attached(part) and (body := _body(name, part)) and body.text.strip():
            yield body


def _best(choices: list[list[Body]]) -> list[Body]:
    """Return the HTML where it has a structure or says more than the text, else the text."""
    htmls = [one for one in choices if any(body.form is Form.HTML for body in one)]
    texts = [one for one in choices if one and one not in htmls]
    if not htmls or not texts:
        return (htmls or texts or [[]])[-1]
    html = " ".join(body.text for body in htmls[-1] if body.form is Form.HTML)
    shown, told = _words(html), sum(len(body.text.split()) for body in texts[-1])
    if shown * _STUB < told:
        return texts[-1]
    return htmls[-1] if _STRUCTURE.search(html) or shown > _STUB * told else texts[-1]


def _words(html: str) -> int:
    html = html.lower()
    for start, end in _UNREAD:
        html = "".join(_outside(html, start, end))
    return len(_TAG.sub(" ", html).split())


def _outside(text: str, start: str, end: str) -> Iterator[str]:
    done = 0
    while (first := text.find(start, done)) >= 0 and (last := text.find(end, first)) >= 0:
        yield text[done:first]
        done = last + len(end)
    yield text[done:]


def _is_attached(part: Message) -> bool:
    disposition = str(part.get("Content-Disposition", "")).strip().lower()
    return disposition.startswith("attachment") or bool(_filename(part))


def _filename(part: Message) -> str:
    try:
        return str(part.get_filename() or "").lower()
    except (ValueError, TypeError, LookupError, UnicodeError):  # a name in broken RFC 2231
        return ""


def _body(name: str, part: Message) -> Body | None:
    """Return the text in a part; None for what is neither text nor HTML, or no text in any encoding."""
    kind, charset = part.get_content_type(), _parameter(part, "charset")
    flowed = _parameter(part, "format").lower() == "flowed"
    delete = _parameter(part, "delsp").lower() == "yes"
    if kind not in ("text/plain", "text/html", "application/xhtml+xml"):
        return None
    html = kind != "text/plain"
    text = _text(name, part, charset, html)
    if html or _PAGE.match(text):
        return Body(Form.HTML, text)
    return Body(Form.TEXT, _unflowed(text, delete) if flowed else text)


def _text(name: str, part: Message, charset: str, html: bool) -> str:
    try:
        return text_of(name, payload(part), charset, markup=html)
    except SourceError:  # no text in any encoding: a picture that calls itself one
        return ""


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except (ValueError, TypeError, LookupError, UnicodeError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def _unflowed(text: str, delete: bool) -> str:
    """Join the lines that end in a space with the next (RFC 3676)."""
    parts: list[str] = []
    for line in text.splitlines():
        bare = line.removeprefix(" ")
        flows = line.endswith(" ") and bare != "-- "
        parts += [bare[:-1] if flows and delete else bare, "" if flows else "\n"]
    return "".join(parts)


def _attachment(name: str, part: Message) -> Body | None:
    kind, file, charset = part.get_content_type(), _filename(part), _parameter(part, "charset")
    if not _is_attached(part):
        return None
    if kind == "application/pdf" or file.endswith(".pdf"):
        return Body(Form.PDF, "", payload(part))
    html = kind == "text/html" or file.endswith((".html", ".htm"))
    if html or kind == "text/plain" or file.endswith(".txt"):
        return Body(Form.HTML if html else Form.TEXT, _text(name, part, charset, html))
    return None
