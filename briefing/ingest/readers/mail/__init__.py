"""Messages: a file of one, a mailbox of many. One file a step, from bytes to articles.

mbox; mime, charset, headers, parts; for HTML outline, pieces, frame, sponsors, items, weight, pictures, and
then digest or essay, which newsletter calls; for text plain; letter puts them together.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import SourceError
from briefing.ingest.limits import MAX_BYTES
from briefing.ingest.readers.mail.letter import read_message
from briefing.ingest.readers.mail.mbox import Stored, is_mailbox, messages
from briefing.ingest.reading import Raw, Reading
from briefing.model import Problem

_MOST = 2_000  # messages of a mailbox that are read: its newest
_TOLD = 50  # messages that are told one by one as not read


def read(raw: Raw) -> Reading:
    """Read the newsletters in a message or a mailbox; a personal message is one article as it stands.

    A message of a mailbox that cannot be read becomes a problem and costs no other. Raises SourceError where
    nothing could be read at all.
    """
    if not is_mailbox(raw.data):
        return read_message(raw)
    count = sum(1 for _ in messages(raw.data))
    if count == 1:
        return read_message(replace(raw, data=next(messages(raw.data)).data))
    whole = Reading()
    left = count - _MOST
    for number, stored in enumerate(messages(raw.data)):
        if number >= left:
            whole += _message(raw, stored)
    problems = (
        (Problem(raw.name, f"holds {count:,} messages: only the last {_MOST:,} are read"),)
        if left > 0
        else ()
    )
    return replace(whole, problems=(*problems, *_few(raw, whole.problems)))


def _message(raw: Raw, stored: Stored) -> Reading:
    name = f"{raw.name}:{stored.line}"
    if len(stored.data) > MAX_BYTES:
        return Reading(problems=(Problem(name, f"is a message of more than {MAX_BYTES // 1_000_000} MB"),))
    try:
        return read_message(replace(raw, name=name, data=stored.data))
    except SourceError as error:
        return Reading(problems=(Problem(error.source, error.message),))


def _few(raw: Raw, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    left = len(problems) - _TOLD
    if left <= 0:
        return problems
    return (*problems[:_TOLD], Problem(raw.name, f"{left:,} more of its messages cannot be read"))
