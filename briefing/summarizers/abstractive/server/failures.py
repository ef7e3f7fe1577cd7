"""What a server's refusal means: for the article, for the run, and for the person who could mend it."""

from __future__ import annotations

import re
import socket
import ssl
from urllib.parse import urlsplit

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.server.settings import Server

_BUSY = frozenset((408, 409, 425, 429))
_LONGEST_WAIT = 60.0
"""Seconds that a server may ask us to wait. One that asks for more is asked no more for this article."""

_NO_CREDIT = re.compile(r"insufficient[_ ](?:quota|credit|balance|funds)|exceeded your current quota", re.I)
_NO_MODEL = re.compile(
    r"model\b.{0,200}\b(?:not found|does ?n.t exist|does not exist|not exist|unknown)", re.I
)
_BAD_MODEL = re.compile(
    r"\b(?:model_not_found|no such model|(?:invalid|unknown) model|not a valid model)\b", re.I
)
_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|size|window)|too (?:long|large|many tokens)|max_model_len", re.I
)


class Fault(EngineError):
    """The server failed, not the text: several in a row mean that it is down."""

    def __init__(self, message: str, again: bool = True, wait: float | None = None) -> None:
        super().__init__(message)
        self.again = again
        """Whether asking once more may help."""
        self.wait = wait
        """Seconds that the server asked us to wait."""


class Unusable(EngineError):
    """The model answered, but not with statements."""

    def __init__(self, message: str, cut: bool = False) -> None:
        super().__init__(message)
        self.cut = cut
        """Whether it came to no answer within the tokens that it was given."""


class NoModel(EngineError):
    """The server does not have the model."""


def refusal(server: Server, status: int, told: str, wait: float | None, has_key: bool) -> EngineError:
    """Return what a status other than 200 means. `told` is what the server said, harmless to show."""
    said = f"{server.origin} answered {status}" + (f": {told}" if told else "")
    if status in (401, 403):
        return EngineUnavailable(_key_refused(server, said, has_key))
    if status == 402 or _NO_CREDIT.search(told):
        return EngineUnavailable(f"the account has no credit left ({said})")
    if _NO_MODEL.search(told) or _BAD_MODEL.search(told) or (status == 404 and "model" in told.lower()):
        return NoModel(said)
    return _nowhere(server, status, said) or _not_now(status, told, said, wait)


def _key_refused(server: Server, said: str, has_key: bool) -> str:
    if not has_key:
        return f"{server.origin} wants a key: put it into the environment variable {server.key_env} ({said})"
    return f"the key in ${server.key_env} was refused ({said})"


def _nowhere(server: Server, status: int, said: str) -> EngineUnavailable | None:
    """Return what it means that nobody answers at this address, or None where somebody does."""
    if 300 <= status < 400:
        return EngineUnavailable(
            f"redirects are not followed ({said}): set llm.url to the server's own address"
        )
    if status in (404, 405):
        return EngineUnavailable(f"nothing to ask at {server.base} ({said}): llm.url usually ends with /v1")
    return None


def _not_now(status: int, told: str, said: str, wait: float | None) -> EngineError:
    if status in _BUSY or status >= 500:
        return _busy(said, wait)
    if status == 413 or _TOO_LONG.search(told):
        return EngineError(f"the text is too long for the model ({said}): lower llm.window")
    return Fault(said, again=False)


def _busy(said: str, wait: float | None) -> Fault:
    if wait is not None and wait > _LONGEST_WAIT:
        return Fault(f"{said} (to be asked again in {wait:.0f} s)", again=False)
    return Fault(said, wait=wait)


def unreachable(server: Server, error: BaseException) -> EngineUnavailable:
    """Return what it means that no connection could be made, and what would help."""
    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            host = urlsplit(server.base).hostname
            return EngineUnavailable(f"no host is called {host}: check llm.url and the network")
        if isinstance(cause, ssl.SSLError):
            reason = getattr(cause, "verify_message", "") or cause.reason or "TLS"
            return EngineUnavailable(f"no safe connection to {server.origin} ({reason}): check llm.url")
    start = "start it (ollama serve)" if server.local else "start it"
    return EngineUnavailable(f"no server at {server.origin}: {start} or set llm.url")


def _causes(error: BaseException | None) -> list[BaseException]:
    causes: list[BaseException] = []
    while error is not None and error not in causes:
        causes.append(error)
        error = error.__cause__ or error.__context__
    return causes
