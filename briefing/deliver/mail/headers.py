"""Headers that hold what they are to hold and nothing else, whatever is in a source's headline.

Python's own checks against line ends in headers are not in every release that this runs on, so no text comes
near a header but through here.
"""

from __future__ import annotations

import re
import socket
from email.header import Header
from email.utils import format_datetime, formataddr

from briefing.config import Mail
from briefing.deliver.mail.letter import Letter
from briefing.model import digest
from briefing.text.clean import one_line

_LONGEST = 150
"""Characters of a subject; what is longer is cut at a word, for no list of mails shows it."""
_LONGEST_NAME = 60
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def sender(settings: Mail) -> tuple[str, str]:
    """Return the sender's name, which may be empty, and address."""
    if settings.sender:
        name, _, address = settings.sender.rpartition("<")
        return name.strip(), address.removesuffix(">")
    if settings.user and _ADDRESS.fullmatch(settings.user):
        return "", settings.user
    return "", f"briefing@{_machine()}"


def message_id(briefing: str, recipients: tuple[str, ...], settings: Mail) -> str:
    """Return the Message-ID of a briefing for a recipient: always the same. Several share one."""
    domain = sender(settings)[1].rpartition("@")[2]
    to = digest(recipients[0].casefold()) if settings.each else "all"
    return f"<{briefing}.{to}@{domain}>"


def headers(letter: Letter, recipients: tuple[str, ...], settings: Mail) -> dict[str, str]:
    """Return the headers of a message in the order in which they are to stand; those of MIME are not here."""
    name, address = sender(settings)
    listed = settings.list_id or f"briefing.{address.rpartition('@')[2]}"
    found: dict[str, str] = {
        "Date": format_datetime(letter.made),
        "From": _named(name or letter.title, address, "From"),
        "To": recipients[0] if settings.each else "undisclosed-recipients:;",
        "Subject": _text(letter.subject, "Subject"),
        "Message-ID": message_id(letter.briefing, recipients, settings),
        "List-Id": _named(letter.title, listed, "List-Id"),
        "Auto-Submitted": "auto-generated",
    }
    if settings.unsubscribe:
        found["List-Unsubscribe"] = f"<{settings.unsubscribe}>"
        if settings.unsubscribe.startswith("https:"):
            found["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return found


def _text(text: str, header: str) -> str:
    """Return a text for a header, encoded where it has to be."""
    text = _shown(text, _LONGEST)
    return Header(text, "us-ascii" if _plain(text) else "utf-8", header_name=header).encode(" ", 76)


def _named(name: str, address: str, header: str) -> str:
    """Return an address, or the name of a list, with what it is called."""
    name = _shown(name, _LONGEST_NAME)
    if _plain(name):
        return formataddr((name, address))
    made = Header(name, "utf-8", header_name=header)
    made.append(f"<{address}>", "us-ascii")
    return made.encode(" ", 76)


def _shown(text: str, longest: int) -> str:
    """Return a text on one line, harmless, neither empty nor too long."""
    text = one_line(text) or "Briefing"
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head) + "…"


def _plain(text: str) -> bool:
    """Return whether a text may stand as it is.

    What looks like an encoded word may not: a reader would decode it to what was never checked.
    """
    return text.isascii() and "=?" not in text


def _machine() -> str:
    """Return this machine's name, or "localhost" where it has none that can stand in an address."""
    name = socket.gethostname()
    fit = name.isascii() and name.replace("-", "").replace(".", "").isalnum()
    return name.strip(".") if fit and ".." not in name and name.strip(".") else "localhost"
