"""What a way's end means for the one who asked, and what is to be remembered of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.fetch.address import parse
from briefing.fetch.ask import Answer, Ask, Known
from briefing.fetch.exchange import Body
from briefing.fetch.freshness import learned
from briefing.fetch.journey import End
from briefing.model import Validators


@dataclass(frozen=True, slots=True)
class Start:
    """An address to start from, and what is known of it."""

    url: str
    known: Validators


@dataclass(frozen=True, slots=True)
class Landed:
    """An answer whose body still lies where it was put."""

    answer: Answer
    body: Body | None = None
    lessons: tuple[tuple[str, Validators], ...] = ()
    """What to remember of which address, once the answer has been dealt with."""

    def whole(self) -> Answer:
        """Return the answer with its body, which is then no longer held here."""
        if self.body is None:
            return self.answer
        with closing(self.body) as body:
            return replace(self.answer, body=body.read())


def starts(ask: Ask, known: Known | None) -> tuple[Start, ...]:
    """Return where to look for an address: where it has moved to, if it has, then where it was."""
    own = _known(known, ask.url)
    if own.moved_to is None:
        return (Start(ask.url, own),)
    return Start(own.moved_to, _known(known, own.moved_to)), Start(ask.url, Validators())


def still_fresh(ask: Ask, start: Start, now: datetime) -> Landed | None:
    """Return the answer of an address that needn't be asked, or None where it must be."""
    if start.known.fresh_until is None or start.known.fresh_until <= now:
        return None
    return Landed(_unchanged(ask, start.url, _moved(ask, start.url), start.known))


def landed(ask: Ask, start: Start, end: End, now: datetime, most_fresh: float) -> Landed:
    """Return what the end of a way means."""
    headers, url = end.reply.headers, str(end.url)
    unchanged = end.reply.status == 304
    moved = _moved(ask, end.moved_to or start.url)
    fresh = learned(headers, now, most_fresh, start.known if unchanged else Validators())
    lessons = tuple(_lessons(ask.url, moved, fresh if end.straight else Validators(etag=fresh.etag)))
    if unchanged:
        return Landed(_unchanged(ask, url, moved, fresh), None, lessons)
    content_type, charset = media_type(headers.get("content-type", ""))
    answer = replace(
        _unchanged(ask, url, moved, fresh), unchanged=False, content_type=content_type, charset=charset
    )
    return Landed(answer, end.reply.body, lessons)


def media_type(header: str) -> tuple[str, str]:
    """Return the type and the charset of a Content-Type header, in lower case; empty where it names none."""
    name, *parameters = (part.strip().lower() for part in header.split(";"))
    pairs = (parameter.partition("=") for parameter in parameters)
    return name, next((value.strip("\"' ") for key, _, value in pairs if key.strip() == "charset"), "")


def _known(known: Known | None, url: str) -> Validators:
    return (known.validators(url) if known else None) or Validators()


def _moved(ask: Ask, url: str) -> str | None:
    return url if url not in {ask.url, str(parse(ask.url))} else None


def _lessons(asked: str, moved: str | None, fresh: Validators) -> Iterator[tuple[str, Validators]]:
    """Give what to remember: what was sent belongs to the address that it moved to, if it has."""
    if moved is not None:
        yield asked, Validators(moved_to=moved)
    yield moved or asked, fresh


def _unchanged(ask: Ask, url: str, moved: str | None, known: Validators) -> Answer:
    return Answer(
        ask=ask,
        url=url,
        moved_to=moved,
        unchanged=True,
        etag=known.etag,
        last_modified=known.last_modified,
        fresh_until=known.fresh_until,
    )
