"""What went wrong on the way to a mail server, and whether it is worth another try."""

from __future__ import annotations

import smtplib
import socket
import ssl

from briefing.deliver.mail.letter import Refusal
from briefing.deliver.mail.secrets import NoSecret
from briefing.text.clean import one_line

_LONGEST = 200
"""Characters of what a server said that are passed on."""


class Refused(Exception):
    """A server said no to a command."""

    def __init__(self, doing: str, code: int, said: bytes | str, advice: str = "") -> None:
        super().__init__(doing)
        self.doing, self.code, self.advice = doing, code, advice
        self.said = quoted(said)


class Unfit(Exception):
    """A server lacks what is asked of it; the message says what, and what to do."""


def quoted(said: bytes | str) -> str:
    """Return what a server said, harmless and on one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return one_line(text)[:_LONGEST]


def refusal(error: Exception, host: str, doing: str) -> Refusal | None:
    """Return what an error means that came up with `host` while `doing`; None for a fault of ours."""
    if isinstance(error, Refused):
        return answered(error, host)
    if isinstance(error, Unfit):
        return Refusal(f"{host} {error}", lasting=True, general=True)
    if isinstance(error, NoSecret):
        return Refusal(str(error), lasting=False, general=True)
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return _tls(error, host)
    if isinstance(error, smtplib.SMTPException | OSError):
        return Refusal(f"{host}: {_broken(error)} while {doing}", lasting=False, general=True)
    return None


def answered(error: Refused, host: str) -> Refusal:
    """Return what a server's no means."""
    said = f"{error.code} {error.said}".strip() if error.code > 0 else "what is no answer of a mail server"
    advice = f": {error.advice}" if error.advice else ""
    return Refusal(
        f"{host} said to {error.doing}: {said}{advice}",
        lasting=500 <= error.code < 600,
        general=error.code == 421 or bool(error.advice),
    )


def _tls(error: ssl.SSLError, host: str) -> Refusal:
    if isinstance(error, ssl.SSLCertVerificationError):
        told = f"{host} shows a certificate that is not to be trusted ({error.verify_message})"
        return Refusal(f"{told}: nothing was sent; is mail.host its right name?", lasting=True, general=True)
    told = f"{host} does not answer in TLS ({one_line(error.reason or 'no reason given')})"
    return Refusal(f'{told}: is it mail.security = "starttls", or another port?', lasting=True, general=True)


def _broken(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host is known (is the network up, and mail.host right?)"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers at this port (is mail.port right?)"
    if isinstance(error, smtplib.SMTPServerDisconnected | ConnectionError | ssl.SSLError):
        return "the connection was cut"
    if isinstance(error, smtplib.SMTPException):
        return f"it says what no mail server says ({quoted(str(error))})"
    return one_line(getattr(error, "strerror", None) or type(error).__name__)
