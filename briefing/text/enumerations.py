"""Enumerations within a line: "1. The cause 2. The cost" holds two items, though no stop divides them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A capital counts only with a bracket: "A. Smith" is a name.
_FIRST = re.compile(r"\n *+(\(?)(\d{1,2}|[a-z]|[A-Z](?=\.?\)))(\.\)|\.|\)) +(?=\S)")


def enumerations(text: str) -> Iterator[int]:
    """Yield, in order, where the second and later items of each enumeration start.

    It has to begin a line and to count on (1 2 3, a b c); two items count only if both start with a capital,
    three or more always.
    """
    text = f"\n{text}\n"
    for match in _FIRST.finditer(text):
        items = list(_items(text, match, text.index("\n", match.end())))
        if len(items) > 2 or all(text[after].isupper() for _, after in items):
            yield from (at - 1 for at, _ in items[1:])


def _items(text: str, first: re.Match[str], end: int) -> Iterator[tuple[int, int]]:
    """Yield where each item starts, and where its words do."""
    opening, label, closing = first.groups()
    at, after = first.start(1), first.end()
    while True:
        yield at, after
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        marker = f" {opening}{label}{closing} "
        if (at := text.find(marker, after, end) + 1) == 0:
            return
        after = at + len(marker) - 1
