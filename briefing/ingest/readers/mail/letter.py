"""Step 16: a message → a reading: the articles in it, from whom and when, and every line's role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build
from briefing.ingest.readers import READERS
from briefing.ingest.readers.mail import newsletter, plain
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.headers import Headers, headers, source_of
from briefing.ingest.readers.mail.mime import parse
from briefing.ingest.readers.mail.parts import Body, Form, attached, bodies, is_locked, within
from briefing.ingest.reading import Explained, Line, Raw, Reading, Role
from briefing.model import Dropped

_MOST_WITHIN = 200  # messages in a message
_DEEPEST = 3  # messages in messages in a message
_HEADER = "a header of the message"


def read_message(raw: Raw) -> Reading:
    """Read one message. Raises SourceError where nothing in it can be read."""
    readings = [*_readings(raw, parse(raw.name, raw.data), 0)]
    whole = sum(readings, Reading())
    if not whole.articles:
        raise SourceError(raw.name, _nothing(raw, whole))
    return whole


def _nothing(raw: Raw, whole: Reading) -> str:
    """Say why there is no article in a message."""
    if any(line.role is Role.LINK for part in whole.explained for line in part.lines):
        return "holds headlines that lead elsewhere and no text of its own: give the pages that it leads to"
    if is_locked(parse(raw.name, raw.data)):
        return "is an encrypted e-mail: open it in your mail program, then save its text and give that file"
    return "is an e-mail without any text that could be an article"


def _readings(raw: Raw, message: Message, depth: int) -> Iterator[Reading]:
    """Yield what a message says; where it says nothing, what its attachments and messages within do."""
    said = headers(message)
    reading = _reading(raw, said, bodies(raw.name, message))
    held = within(message)[:_MOST_WITHIN] if depth < _DEEPEST else ()
    if not reading.articles or (held and message.get_content_type() == "multipart/digest"):
        inner = [one for part in held for one in _readings(raw, part, depth + 1)]
        if any(one.articles for one in inner):
            yield from (reading, *inner)
            return
    yield reading
    if not reading.articles:
        yield _reading(raw, said, attached(raw.name, message))


def _reading(raw: Raw, said: Headers, parts: Sequence[Body]) -> Reading:
    """Return what bodies of one message say, one after the other."""
    done = Reading()
    lines = [*_header_lines(said)]
    articles: list[Found] = []
    for body in parts:
        if body.form is Form.PDF:
            done += _pdf(raw, said, body)
            continue
        part = newsletter if body.form is Form.HTML else plain
        content = part.read(raw.name, body.text, said.subject, bulk=said.bulk)
        articles += (_signed(raw, said, content, one, len(lines)) for one in content.found)
        lines += _moved(content.lines, len(lines), len(articles) - len(content.found))
        done += Reading(dropped=tuple(Dropped(raw.name, reason) for reason in content.dropped))
    return done + Reading(
        articles=tuple(build(raw, one) for one in articles),
        explained=(Explained(raw.name, tuple(lines)),) if len(lines) > len(said.shown) else (),
    )


def _signed(raw: Raw, said: Headers, content: Content, found: Found, above: int) -> Found:
    """Return an article with what the message says of it: from whom it is and when it was sent."""
    forwarded = content.forwarded
    return replace(
        found,
        title=found.title or said.subject,
        source=forwarded.sender or source_of(said, raw.name),
        published=found.published or forwarded.published or said.published,
        language=found.language or said.language,
        line=found.line and found.line + above,
    )


def _header_lines(said: Headers) -> Iterator[Line]:
    for number, text in enumerate(said.shown, 1):
        yield Line(number, text, Role.JUNK, None, _HEADER)


def _moved(lines: Sequence[Line], above: int, articles: int) -> Iterator[Line]:
    """Yield lines with the numbers that they have in the whole message."""
    for line in lines:
        owner = None if line.article is None else line.article + articles
        yield replace(line, number=line.number + above, article=owner)


def _pdf(raw: Raw, said: Headers, body: Body) -> Reading:
    """Return the articles of a PDF that is attached; one that cannot be read costs nothing else."""
    try:
        reading = READERS.get("pdf")(replace(raw, data=body.data))
    except SourceError as error:
        return Reading(dropped=(Dropped(raw.name, f"an attachment {error.message}"),))
    source = source_of(said, raw.name)
    return replace(
        reading,
        articles=tuple(
            replace(one, source=source, published=one.published or said.published) for one in reading.articles
        ),
    )
