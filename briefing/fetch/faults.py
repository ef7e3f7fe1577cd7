"""Why an address could not be read, in words for the person who wants to read it."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus

import httpcore2

_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_ADVICE = {
    401: "it wants a password, which briefing does not send",
    403: "the site turns programs away",
    404: "check the address",
    407: "the proxy wants a password",
    410: "it is gone for good: remove it",
    429: "it was asked too often: try later",
}
_ERRORS = {
    errno.ECONNREFUSED: "refused the connection",
    errno.ECONNRESET: "broke off the connection",
    errno.EPIPE: "broke off the connection",
    errno.EHOSTUNREACH: "cannot be reached from here",
    errno.ENETUNREACH: "cannot be reached from here: is the network there?",
    errno.ETIMEDOUT: "does not answer",
    errno.ENOSPC: "found no room on this machine's disk",
}
# X509_V_ERR_… in OpenSSL's x509_vfy.h.
_CERTIFICATE = {
    9: "not valid yet: is this machine's clock right?",
    10: "expired",
    18: "self-signed",
    19: "self-signed",
    20: "its issuer is not known here",
    21: "its issuer is not known here",
    23: "revoked",
    62: "made out to another host",
    64: "made out to another host",
}


class Fault(Exception):
    """Why an address could not be read. It never leaves this part: it becomes a Failure."""

    def __init__(self, reason: str, *, again: bool = False, wait: float = 0.0, advice: str = "") -> None:
        """Take the reason; whether it may pass, and after how long; advice to who wrote the address."""
        super().__init__(reason)
        self.reason, self.again, self.wait, self.advice = reason, again, wait, advice


def of_status(status: int, wait: float = 0.0) -> Fault:
    """Return the fault that a status is."""
    try:
        phrase = f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        phrase = ""
    advice = f": {_ADVICE[status]}" if status in _ADVICE else ""
    asked = f", {duration(wait)} from now by its own word" if wait >= 1 else ""
    return Fault(f"answered {status}{phrase}{advice}{asked}", again=status in _AGAIN, wait=wait)


def of_error(error: Exception) -> Fault:
    """Return the fault that an error of the network, of TLS or of HTTP is."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return _of_tls(cause)
        if isinstance(cause, socket.gaierror):
            return _of_look_up(cause)
        if isinstance(cause, OSError) and cause.errno:
            return Fault(_ERRORS.get(cause.errno) or f"failed: {os.strerror(cause.errno)}", again=True)
    if isinstance(error, httpcore2.ProxyError):
        return Fault("the proxy does not let it through")
    if isinstance(error, httpcore2.ProtocolError):
        return _of_protocol(str(error))
    return Fault("broke off the connection", again=True)


def duration(seconds: float) -> str:
    """Return a length of time in words: "30 seconds", "15 minutes"."""
    if seconds >= 7200:
        return f"{seconds / 3600:.0f} hours"
    if seconds >= 120:
        return f"{seconds / 60:.0f} minutes"
    return f"{round(seconds, 1):g} second{'s' * (seconds != 1)}"


def _of_tls(error: ssl.SSLError) -> Fault:
    if isinstance(error, ssl.SSLCertVerificationError):
        why = _CERTIFICATE.get(error.verify_code, error.verify_message)
        return Fault(f"its certificate is not valid: {why}")
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return Fault("broke off the connection", again=True)
    if error.reason in {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}:
        return Fault("does not speak https at this port: check the address")
    return Fault("no secure connection could be agreed on")


def _of_look_up(error: socket.gaierror) -> Fault:
    if error.errno == socket.EAI_AGAIN:
        return Fault("its host cannot be looked up just now: is the network there?", again=True)
    return Fault("no such host: check the address and the network")


def _of_protocol(message: str) -> Fault:
    if "disconnected" in message or "peer closed" in message or "incomplete" in message:
        return Fault("broke off in the middle of the answer", again=True)
    if "too long" in message:
        return Fault("sent headers without end")
    # What one answer sent beyond its end may be all that is wrong with the next on the same connection.
    return Fault("its answer is not proper HTTP: check the address and its port", again=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give an error and all that led to it, the first first."""
    if (before := error.__cause__ or error.__context__) is not None:
        yield from _causes(before)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _causes(each)
    yield error
