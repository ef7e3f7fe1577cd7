"""SMTP: a message handed to a mail server, within a deadline."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from functools import partial

from briefing.config import Mail
from briefing.deliver.mail.causes import Refused, answered, refusal
from briefing.deliver.mail.connection import Conversation
from briefing.deliver.mail.deadline import Late, Line, within
from briefing.deliver.mail.letter import Message, Refusal
from briefing.deliver.mail.secrets import Secret, secret
from briefing.errors import ConfigError

_PORTS = {"tls": 465, "starttls": 587, "none": 25}


class Smtp:
    """The way out through a mail server."""

    def __init__(self, settings: Mail) -> None:
        """Take settings. Raises ConfigError for what cannot be, or would tell a password to the network."""
        self._host = _safe(settings)
        self._port = settings.port or _PORTS[settings.security]
        self._settings = settings
        self._secret: Secret | None = None

    def __call__(self, message: Message, /) -> Mapping[str, Refusal]:
        """Hand `message` to the server; return for whom it was refused."""
        seconds, line = self._settings.timeout, Line()
        talk = Conversation(line, self._host)
        try:
            if self._settings.user and self._secret is None:
                self._secret = secret(self._settings)
            return within(seconds, line, partial(self._converse, message, talk))
        except Late:
            late = f"{self._host}: not done after {seconds:g} seconds, while {talk.doing}"
            return dict.fromkeys(message.recipients, Refusal(late, lasting=False, general=True))
        except Exception as error:
            if (why := refusal(error, self._host, talk.doing)) is None:
                raise
            return dict.fromkeys(message.recipients, why)

    def _converse(self, message: Message, talk: Conversation) -> dict[str, Refusal]:
        with closing(talk):
            self._introduce(talk)
            if 0 < talk.largest < len(message.data):
                raise Refused("the message", 552, _too_large(len(message.data), talk.largest))
            talk.offer(message.sender, len(message.data))
            refused = self._address(message.recipients, talk)
            if len(refused) < len(message.recipients):
                talk.hand_over(message.data)
            return refused

    def _introduce(self, talk: Conversation) -> None:
        """Reach the server and log in, if that is set: encrypted first of all."""
        security = self._settings.security
        talk.connect(self._port, self._settings.timeout, encrypted=security == "tls")
        if security == "starttls":
            talk.encrypt()
        if self._secret is not None:
            token = bool(self._settings.oauth_command)
            talk.login(self._settings.user or "", self._secret, token=token)

    def _address(self, recipients: Sequence[str], talk: Conversation) -> dict[str, Refusal]:
        """Name the recipients; return those that the server refused."""
        refused: dict[str, Refusal] = {}
        for recipient in recipients:
            try:
                talk.address(recipient)
            except Refused as error:
                if error.code == 421:  # and it has hung up
                    raise
                refused[recipient] = answered(error, self._host)
        return refused


def _too_large(size: int, largest: int) -> str:
    advice = "set mail.attach_pdf = false, or images = false"
    return f"it has {size / 1e6:.1f} MB, and no more than {largest / 1e6:.1f} MB are taken: {advice}"


def _safe(settings: Mail) -> str:
    """Return the server's name. Raises ConfigError."""
    host, user = settings.host, settings.user
    kept = settings.oauth_command or settings.password_command or settings.password_env or settings.keyring
    if not host:
        raise ConfigError("mail.host is not set: name the server that takes your mail, or set mail.how")
    if settings.security == "none" and user:
        raise ConfigError('mail.security = "none" would tell the password to the network: set "starttls"')
    if settings.security == "none" and not (_is_here(host) or host in settings.plain_hosts):
        raise ConfigError(
            f'mail.security = "none" would send the mail unencrypted to {host}: set "tls" or "starttls", '
            "or name the host in mail.plain_hosts"
        )
    if user and not kept:
        raise ConfigError(
            "mail.user has no password: set mail.password_command, password_env, keyring or oauth_command"
        )
    if kept and not user:
        raise ConfigError("mail.user is not set, but where its password comes from is")
    return host


def _is_here(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
