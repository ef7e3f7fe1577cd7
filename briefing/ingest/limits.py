"""How much is read of any one input."""

from __future__ import annotations

from briefing.errors import SourceError

MAX_BYTES = 20_000_000
"""The largest input that is read: some 3,000 articles as text."""
MAX_STREAM_BYTES = 100_000_000
"""The largest input of JSON lines, which are taken one at a time."""
MAX_MARKUP = 5_000_000
"""The largest page, its embedded pictures not counted, and the largest Markdown file."""
MAX_ELEMENTS = 50_000
"""The most elements of a page: the extractor's time grows with their square."""
MAX_LINES = 100_000
"""The most lines of a text or a Markdown file: it takes seconds to tell the role of so many."""


def check_size(name: str, size: int, limit: int = MAX_BYTES) -> None:
    """Raise SourceError where `size` bytes are over the limit."""
    if size > limit:
        raise SourceError(
            name, f"is larger than {limit // 1_000_000} MB: split it, or give only what is wanted of it"
        )


def check_lines(name: str, count: int) -> None:
    """Raise SourceError where `count` lines are over the limit."""
    if count > MAX_LINES:
        raise SourceError(
            name, f"has more than {MAX_LINES:,} lines: split it, or give only what is wanted of it"
        )
