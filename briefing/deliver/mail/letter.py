"""The nouns of mail: what is sent, to whom, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Part:
    """A picture or a file that travels in a message."""

    name: str
    """Of a file, its name; of a picture, what the page calls it by ("cid:NAME")."""
    type: str
    """Its media type: "image/jpeg"."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A briefing as mail, before it is known who gets it."""

    briefing: str
    """The briefing's id."""
    title: str
    subject: str
    text: str
    html: str
    made: datetime
    pictures: tuple[Part, ...] = ()
    """What the HTML shows."""
    files: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A message that is ready to go: its bytes with CRLF line ends, and its envelope."""

    id: str
    """Its Message-ID, with angle brackets: the same whenever this briefing is mailed to this recipient."""
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message did not go out to a recipient."""

    cause: str
    """One line: what happened, where, and what to do."""
    lasting: bool
    """Whether it would fail again as it is: to be tried again later only where not."""
    general: bool = False
    """Whether no other message would fare better now: the way out is at fault."""


class Transport(Protocol):
    """A way out: takes a message, or says of each recipient why not. It raises for faults of ours alone."""

    def __call__(self, message: Message, /) -> Mapping[str, Refusal]:
        """Send `message`; return the recipients that it was refused for. Those that are not in it have it."""
