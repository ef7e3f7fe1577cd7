"""robots.txt (RFC 9309): whether an address may be read, and how soon after another."""

from __future__ import annotations

import re
from functools import lru_cache

from protego import Protego

_NAME = "briefing"
MOST = 512_000  # bytes that are heeded; the standard asks for 500 KiB at least
_AGENT = re.compile(r"\s*user[- ]?agent\s*[:\s]\s*([^#\s/]*)", re.IGNORECASE)
_COMMENT = re.compile(r"\s*#.*")


def condense(data: bytes) -> str:
    """Return what matters in a robots.txt: all groups but ours and everybody's go by one name.

    A file that names thousands of programs before thousands of rules would else become millions of rules.
    """
    lines = (_COMMENT.sub("", line) for line in data.decode("utf-8-sig", "replace").splitlines())
    return "\n".join(_named(line) for line in lines if line)


def may_read(rules: str, url: str) -> bool:
    """Whether condensed rules let us read an address. What cannot be understood allows."""
    return bool(_parsed(rules).can_fetch(url, _NAME))


def delay(rules: str) -> float:
    """Return the seconds that condensed rules want between two requests; 0 where they don't say."""
    return _parsed(rules).crawl_delay(_NAME) or 0.0


@lru_cache(maxsize=4)  # large ones take some megabytes
def _parsed(rules: str) -> Protego:
    return Protego.parse(rules)


def _named(line: str) -> str:
    if (match := _AGENT.match(line)) is None:
        return line
    name = match[1].lower()
    return f"User-agent: {name if name in {'*', _NAME} else 'other'}"
