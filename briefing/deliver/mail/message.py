"""A letter as a message: plain text and HTML of which a reader sees one, pictures inside, files attached.

multipart/mixed ─┬─ multipart/alternative ─┬─ text/plain
                 │                         └─ multipart/related ─┬─ text/html
                 │                                               └─ the pictures
                 └─ the files
"""

from __future__ import annotations

from collections.abc import Iterator
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.message import Message as Mime
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from typing import Any

from briefing.config import Mail
from briefing.deliver.mail.headers import headers, message_id, sender
from briefing.deliver.mail.letter import Letter, Message, Part
from briefing.model import digest

# The older classes on purpose: the newer ones' folding loses blanks of encoded headers in some releases.
_POLICY = compat32.clone(linesep="\r\n", max_line_length=76)


def messages(letter: Letter, settings: Mail) -> Iterator[Message]:
    """Yield a message for each recipient, or one for all. The same letter gives the same bytes."""
    to = tuple({address.casefold(): address for address in settings.to}.values())
    for recipients in [(one,) for one in to] if settings.each else [to]:
        yield Message(
            message_id(letter.briefing, recipients, settings),
            sender(settings)[1],
            recipients,
            data(letter, recipients, settings),
        )


def data(letter: Letter, recipients: tuple[str, ...], settings: Mail) -> bytes:
    """Return the bytes of a message: ASCII alone, no line longer than 78 characters but a header's."""
    whole: Any = _alternatives(letter)
    if letter.files:
        whole = _multipart("mixed", letter, whole, *map(_file, letter.files))
    content = whole.items()
    made = headers(letter, recipients, settings).items()
    for name, _ in content:
        del whole[name]
    for name, value in (*made, ("MIME-Version", "1.0"), *content):
        whole[name] = value
    return bytes(whole.as_bytes(policy=_POLICY))


def _alternatives(letter: Letter) -> Mime:
    page: Mime = _text(letter.html, "html")
    if letter.pictures:
        page = _multipart("related", letter, page, *map(_picture, letter.pictures))
        page.set_param("type", "text/html")
    return _multipart("alternative", letter, _text(letter.text, "plain"), page)


def _multipart(kind: str, letter: Letter, *parts: Mime) -> Mime:
    """Return parts together. Nothing quoted-printable or in base64 has "=_" in it: no part holds the mark."""
    made = MIMEMultipart(kind, boundary=f"=_{digest(letter.briefing, kind)}", _subparts=parts)
    del made["MIME-Version"]
    return made


def _text(text: str, kind: str) -> Mime:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    made = MIMENonMultipart("text", kind, charset="utf-8")
    made.set_payload(text.encode("utf-8", "replace").decode(), charset)
    del made["MIME-Version"]
    return made


def _picture(part: Part) -> Mime:
    made = _bytes(part)
    made["Content-ID"] = f"<{part.name}>"
    made["Content-Disposition"] = "inline"
    return made


def _file(part: Part) -> Mime:
    made = _bytes(part)
    made.add_header("Content-Disposition", "attachment", filename=part.name)
    return made


def _bytes(part: Part) -> Mime:
    main, _, kind = part.type.partition("/")
    made = MIMEBase(main, kind)
    made.set_payload(part.data)
    encode_base64(made)
    del made["MIME-Version"]
    return made
