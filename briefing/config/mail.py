"""Whom the briefing is mailed to, and by which way."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, StrictBool, StrictInt, field_validator

from briefing.config.table import Table, Text

_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+")
_UNSUBSCRIBE = re.compile(r"(?:mailto:|https://)[!-;=?-~]+")


def _address(text: str) -> str:
    """Return an address, its domain in ASCII. What passes can stand in any header and any command."""
    local, _, domain = text.rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
        if _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain):
            return f"{local}@{domain}"
    raise ValueError("is no e-mail address such as ada@example.org")


def _sender(text: str) -> str:
    """Return an address, or a name and an address in angle brackets."""
    name, bracket, rest = text.partition("<")
    if not bracket:
        return _address(text)
    if not rest.endswith(">") or not name.isprintable():
        raise ValueError("is no sender such as: Morning briefing <ada@example.org>")
    return f"{name.strip()} <{_address(rest[:-1])}>"


def _matching(pattern: re.Pattern[str], else_: str) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(else_)
        return text

    return AfterValidator(check)


class Mail(Table):
    """To whom a briefing is mailed, and by which way out. Secrets stand elsewhere: here is where."""

    model_config = ConfigDict(serialize_by_alias=True)

    to: tuple[Annotated[str, AfterValidator(_address)], ...] = ()
    sender: Annotated[str, AfterValidator(_sender)] | None = Field(default=None, alias="from")
    """An address, or a name and an address in angle brackets; made of `user` or the machine where none is."""
    how: Literal["smtp", "sendmail", "maildir"] = "smtp"
    host: Text | None = None
    port: StrictInt | None = Field(default=None, ge=1, le=65535)
    """465 for "tls", 587 for "starttls" and 25 for "none", where none is given."""
    security: Literal["tls", "starttls", "none"] = "tls"
    """When the connection is encrypted: at once, by a command before anything else is said, or never."""
    plain_hosts: tuple[Text, ...] = ()
    """Hosts besides this machine to which mail may go unencrypted; never with a login."""
    user: Text | None = None
    password_command: tuple[Text, ...] = ()
    """A program and its arguments; the first line that it prints is the password."""
    password_env: Text | None = None
    """The environment variable that holds the password."""
    keyring: Text | None = None
    """The service under which the system's keyring has the password of `user`."""
    oauth_command: tuple[Text, ...] = ()
    """A program and its arguments that print an access token, for servers that want OAuth."""
    sendmail: Text | None = None
    """The program, where it is not found by itself."""
    maildir: Path | None = None
    each: StrictBool = True
    """Whether each recipient gets a message alone; else all get one and see nobody's address (Bcc)."""
    attach_pdf: StrictBool = True
    unsubscribe: Annotated[str, _matching(_UNSUBSCRIBE, "is no mailto: or https: address")] | None = None
    """Where who wants no more mail goes: a mailto: or https: address."""
    list_id: Annotated[str, _matching(_LIST_ID, "is no list's name such as news.example.org")] | None = None
    """What mail programs sort by, as of a mailing list: "news.example.org"."""
    timeout: float = Field(default=60.0, gt=0)
    """The most seconds for one message, from looking up the server's name to its last word."""

    @field_validator("to", mode="before")
    @classmethod
    def _several(cls, to: Any) -> Any:
        return (to,) if isinstance(to, str) else to

    @field_validator("password_command", "oauth_command", mode="before")
    @classmethod
    def _words(cls, command: Any) -> Any:
        """Take a command line for its words; no shell reads it."""
        try:
            return tuple(shlex.split(command)) if isinstance(command, str) else command
        except ValueError:
            raise ValueError("has a quotation that does not end") from None
