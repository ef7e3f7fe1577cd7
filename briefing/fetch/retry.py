"""When to ask again."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime

from briefing.fetch.freshness import date


def backoff(tried: int, first: float) -> float:
    """Return the seconds to wait after so many tries: doubled each time, and at random from half of it up.

    The chance keeps many that failed together from coming back together.
    """
    return first * 2.0 ** (tried - 1) * random.uniform(0.5, 1.0)


def retry_after(headers: Mapping[str, str], now: datetime) -> float:
    """Return the seconds that a host asks to wait, by number or by date; 0 where it doesn't say."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until = date(text)
    return max((until - now).total_seconds(), 0.0) if until else 0.0
