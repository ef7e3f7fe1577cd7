"""robots.txt (RFC 9309): whether an address may be read, and how soon after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from protego import Protego

_NAME = "briefing"
MOST = 512_000  # bytes that are heeded; the standard asks for 500 KiB at least
_MOST_LINES = 5_000  # and lines of them that are meant for us: judging an address takes time for each
_MOST_URL = 2_000  # characters, likewise
_AGENT = re.compile(r"user[- ]?agent\s*[:\s]\s*([^\s/]*)", re.IGNORECASE)


def condense(data: bytes) -> str:
    """Return what a robots.txt says to us and to everybody, with our name alone or "*" above each group.

    A file that names thousands of programs before thousands of rules would else become millions of rules.
    """
    lines = (line.partition("#")[0].strip() for line in data.decode("utf-8-sig", "replace").splitlines())
    return "\n".join(islice(_meant(line for line in lines if line), _MOST_LINES))


def may_read(rules: str, url: str) -> bool:
    """Whether condensed rules let us read an address. What cannot be understood allows."""
    return bool(_parsed(rules).can_fetch(url[:_MOST_URL], _NAME))


def delay(rules: str) -> float:
    """Return the seconds that condensed rules want between two requests; 0 where they don't say."""
    return _parsed(rules).crawl_delay(_NAME) or 0.0


@lru_cache(maxsize=4)  # large ones take some megabytes
def _parsed(rules: str) -> Protego:
    return Protego.parse(rules)


def _meant(lines: Iterable[str]) -> Iterator[str]:
    """Give the lines of those groups that are meant for us or for everybody."""
    names: set[str] = set()
    naming = False  # whether the line before named a program, too
    for line in lines:
        if (match := _AGENT.match(line)) is None:
            if names:
                yield line
            naming = naming and line.lower().startswith("sitemap")
            continue
        names = names if naming else set()
        naming = True
        if (name := match[1].lower()) in {"*", _NAME} - names:
            names.add(name)
            yield f"User-agent: {name}"
