"""What a reader found → an Article: cleaned, with a name, a language, an address and a date that hold."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePath
from urllib.parse import urlsplit

from briefing.ingest.reading import Raw
from briefing.model import Article, Picture, digest
from briefing.text.clean import clean, one_line
from briefing.text.dateline import dateline
from briefing.text.language import detect, normalize

logger = logging.getLogger(__name__)

_TITLE = 90  # characters of a first sentence that stands for a headline
# The end of a sentence, as far as a makeshift headline needs it: not after an initial or "Dr.".
_SENTENCE_END = re.compile(r"(?<=[\w\d]{3}[.!?])(?=[\"”’»)]*\s)|(?<=[。！？])")
_NUMBERED = re.compile(r"/(?:dev|proc/\w+)/fd/\d+$")  # what a shell calls the output of `<(…)`
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One article as a reader found it, every word of it still as it came."""

    text: str
    """The body: its lines are its paragraphs."""
    title: str = ""
    id: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    published: datetime | None = None
    points: tuple[str, ...] = ()
    place: str | None = None
    line: int | None = None
    """The number of its first line, where it is one of many in its input."""
    picture: Picture | None = None
    """As `pictures.picture` makes it."""


def build(raw: Raw, found: Found) -> Article:
    """Return the article. What is missing is made: a title of the first sentence, an id of the content."""
    text = clean(found.text)
    title = one_line(found.title) or first_words(text)
    url = web_address(found.url)
    return Article(
        id=one_line(found.id or "") or digest(url or title, text),
        title=title,
        text=text,
        source=one_line(found.source or "") or host(url) or _file(raw.name),
        language=_language(found.language, text),
        url=url,
        published=found.published,
        points=tuple(filter(None, map(one_line, found.points))),
        place=one_line(found.place or _place(text)) or None,
        origin=raw.name if found.line is None else f"{raw.name}:{found.line}",
        folder=raw.folder,
        picture=found.picture,
    )


def paragraphs(text: str) -> str:
    """Return `text` cleaned, each of its lines trimmed, without empty ones."""
    return "\n".join(filter(None, (line.strip() for line in clean(text).split("\n"))))


def first_words(text: str) -> str:
    """Return the first sentence of `text`, cut after a word at 90 characters: what stands for a headline."""
    line = one_line(text[: 4 * _TITLE].strip().partition("\n")[0])
    sentence = _SENTENCE_END.split(line, maxsplit=1)[0].rstrip("。")
    sentence = sentence.removesuffix(".") if not sentence.endswith("..") else sentence
    if len(sentence) <= _TITLE:
        return sentence or line
    kept = sentence[:_TITLE]
    return (kept.rpartition(" ")[0] or kept[:-1]).rstrip(" ,;:–—-") + "…"


def web_address(text: str | None) -> str | None:
    """Return an address that a browser may open, http or https with a host; None for any other."""
    address = one_line(text or "")
    return address if _WEB.fullmatch(address) and host(address) else None


def host(url: str | None) -> str | None:
    """Return the host in an address, without "www."."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def moment(text: str) -> datetime | None:
    """Return the time in ISO 8601, or as e-mail writes it; without a zone it is UTC. None for no such time.

    An article with a date that cannot be read is whole without it, so this costs it nothing but the date.
    """
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if 1 < found.year < 9999:  # what no zone can carry out of the calendar
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    logger.debug("not a date: %.40r", text)
    return None


def _file(name: str) -> str:
    """Return what a reader is shown as the source of an article from a file: its name, if it has one."""
    return "a pipe" if _NUMBERED.match(name) else PurePath(name).name


def _place(text: str) -> str:
    opening = dateline(text.lstrip()[:1_000].partition("\n")[0])
    return (opening.place if opening else None) or ""


def _language(given: str | None, text: str) -> str:
    code = normalize(given) if given else ""
    return code if re.fullmatch("[a-z]{2}", code) else detect(text)
