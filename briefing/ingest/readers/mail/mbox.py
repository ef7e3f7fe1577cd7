"""A mailbox in one file → its messages, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A message begins at the top or below an empty line, and opens with a header. Writers that leave "From " at
# the start of a sentence as it is are no trap: no header follows there.
_START = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d[^\n]*\n(?=>?[!-9;-~]{1,80}[ \t]*:)"
    rb"|\AFrom [^\n]*\n(?=[!-9;-~]{1,80}[ \t]*:)"
)
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


class Stored(NamedTuple):
    """A message in a mailbox."""

    line: int
    """The number of the line that parts it from the one before, from 1."""
    data: bytes


def messages(data: bytes) -> Iterator[Stored]:
    """Yield the messages of a mailbox, those of mboxo and mboxrd with their quoted "From " restored."""
    line, done = 1, 0
    starts = _START.finditer(data)
    start = next(starts, None)
    while start:
        following = next(starts, None)
        line += data.count(b"\n", done, start.start())
        done = start.start()
        held = data[start.end() : following.start() if following else len(data)]
        yield Stored(line, _QUOTED.sub(b"", held))
        start = following


def is_mailbox(data: bytes) -> bool:
    """Whether `data` begins as a mailbox does."""
    return _START.match(data) is not None
