"""Which two sources are one."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from briefing.gather import is_address
from briefing.ingest.readers.feeds import without_tracking


def identity(at: str, base: Path) -> str:
    """Return what is the same for two ways to write one source; relative paths start at `base`.

    Addresses are one that differ in http or https, a slash at the end, the host's capitals, a port that goes
    without saying, the part after #, or parameters of tracking.
    """
    if not is_address(at):
        return at if at == "-" else os.path.realpath(base / os.path.expanduser(at))  # noqa: PTH111
    try:
        parts = urlsplit(without_tracking(at))
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return at
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').rstrip('.')}{port}{parts.path.rstrip('/')}{query}"
