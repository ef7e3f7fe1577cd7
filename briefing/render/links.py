"""Addresses that are safe to put behind a link."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from briefing.text.clean import one_line

# What no address holds unescaped, and what could end the place it is put in (an attribute, `<…>`).
_UNSAFE = re.compile(r'[\s<>"`{}|\\^]')


def href(url: str | None) -> str | None:
    """Return `url` fit for a link, or None unless it is an http or https address with a host."""
    cleaned = one_line(url or "")
    if not host(cleaned):
        return None
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), cleaned)


def host(url: str | None) -> str:
    """Return the host that `url` leads to, without "www."; empty unless it is http or https."""
    try:
        parts = urlsplit(url or "")
        name = parts.hostname or ""
    except ValueError:  # brackets that enclose no IPv6 address
        return ""
    return name.removeprefix("www.") if parts.scheme in {"http", "https"} else ""
