"""How long what was sent may be taken for fresh (RFC 9111), and what to ask with when it is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from briefing.model import Validators


def conditions(validators: Validators) -> dict[str, str]:
    """Return the headers that ask for a body only where it has changed."""
    wanted = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in wanted.items() if value}


def learned(headers: Mapping[str, str], now: datetime, most: float, before: Validators) -> Validators:
    """Return what to remember of an answer, `before` standing in for what it doesn't repeat."""
    if "no-store" in _directives(headers):
        return Validators()
    return Validators(
        etag=_plain(headers.get("etag", "")) or before.etag,
        last_modified=_plain(headers.get("last-modified", "")) or before.last_modified,
        fresh_until=fresh_until(headers, now, most),
    )


def fresh_until(headers: Mapping[str, str], now: datetime, most: float) -> datetime | None:
    """Return until when an answer that came at `now` is fresh, `most` seconds from then at the most.

    None where it is not, or where the host doesn't say: nothing is guessed from its age.
    """
    seconds = min(_lifetime(headers, now) - _number(headers.get("age", "0")), most)
    return now + timedelta(seconds=seconds) if seconds > 0 else None


def date(text: str) -> datetime | None:
    """Return a date of HTTP's, or None for what is none."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _lifetime(headers: Mapping[str, str], now: datetime) -> float:
    directives = _directives(headers)
    if directives.keys() & {"no-cache", "no-store"}:
        return 0.0
    if "max-age" in directives:
        return _number(directives["max-age"])
    expires = date(headers.get("expires", ""))
    return (expires - (date(headers.get("date", "")) or now)).total_seconds() if expires else 0.0


def _directives(headers: Mapping[str, str]) -> dict[str, str]:
    parts = headers.get("cache-control", "").lower().split(",")
    pairs = (part.partition("=") for part in parts)
    return {name.strip(): value.strip(' "') for name, _, value in pairs}


def _number(text: str) -> float:
    text = text.strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0.0


def _plain(value: str) -> str:
    """Return a header's value if it can be sent back as it is."""
    return value if value.isascii() and value.isprintable() and len(value) <= 1000 else ""
