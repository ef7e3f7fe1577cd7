"""An HTTP answer, read no further than it may be long, and what it says."""

from __future__ import annotations

import json
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from briefing.summarizers.abstractive.server.failures import Fault
from briefing.text.clean import one_line

if TYPE_CHECKING:
    from httpx2 import Response

_LONGEST_WORD = 300
"""Characters of what a server says that are repeated in a message."""
_SHORTEST_KEY = 6
"""Characters of a key that protects anything; local servers are given one such as "x"."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    """200 of any success; of an error that came under that, the status it names, or 502."""
    content: object
    """What the JSON holds; None where the answer is no JSON."""
    told: str
    """What the server said about an error: one line, without the key."""
    wait: float | None
    """Seconds after which it wants to be asked again."""


async def read(response: Response, most: int, origin: str, key: str) -> Reply:
    """Read an answer of at most `most` bytes; raises Fault where it is longer or a success without JSON."""
    body = bytearray()
    async with aclosing(response.aiter_bytes()) as pieces:
        async for piece in pieces:
            body += piece
            if len(body) > most:
                raise Fault(f"{origin} answered with more than {most // 1000} kB", again=False)
    text = _without(key, body.decode("utf-8-sig", "replace"))
    kind = _without(key, one_line(response.headers.get("content-type", "")))[:60]
    content = _json(text)
    if content is None and response.is_success:
        raise Fault(f"{origin} sent no whole JSON ({kind or 'untyped'}): llm.url usually ends with /v1")
    error = _error(content)
    status = response.status_code
    if response.is_success:
        status = _status(error) if error else 200
    told = _told(content) or (one_line(text) if kind.startswith("text/plain") else "")
    told = told or one_line(response.headers.get("location", "").partition("?")[0])
    wait = _wait(response.headers.get("retry-after", ""))
    return Reply(status, content, _without(key, told)[:_LONGEST_WORD], wait)


def _without(key: str, text: str) -> str:
    """Return `text` without the key; what is too short to be a secret is left in it."""
    return text.replace(key, "…") if len(key) >= _SHORTEST_KEY else text


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _error(content: object) -> object:
    """Return what an answer holds under "error", itself or in its first choice."""
    if not isinstance(content, dict):
        return None
    choices = content.get("choices")
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0].get("error")
    return content.get("error")


def _told(content: object) -> str:
    """Return the words of an error as this or that server has them: message, kind and code."""
    error = _error(content) or content
    if isinstance(error, dict):
        fields = ("message", "detail", "type", "code")
        words = [error[field] for field in fields if isinstance(error.get(field), str | int)]
        return one_line(", ".join(str(word) for word in words))
    return one_line(error) if isinstance(error, str) else ""


def _status(error: object) -> int:
    code = error.get("code", error.get("status")) if isinstance(error, dict) else None
    if isinstance(code, str) and code.isdecimal() and len(code) == 3:
        code = int(code)
    return code if isinstance(code, int) and 400 <= code <= 599 else 502


def _wait(value: str) -> float | None:
    """Return the seconds of a Retry-After, which may be a number or a date."""
    value = value.strip()
    if value.isascii() and value.isdecimal() and len(value) < 8:
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (then - datetime.now(UTC)).total_seconds()) if then.tzinfo else None
