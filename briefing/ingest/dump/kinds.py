"""Step 2: what a paragraph looks like, taken by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.ingest.dump.byline import is_byline
from briefing.ingest.dump.furniture import is_furniture, is_teaser
from briefing.ingest.dump.paragraphs import Paragraph
from briefing.ingest.dump.timestamp import timestamp


class Kind(StrEnum):
    """The looks of a paragraph. The article that it belongs to is decided later."""

    BLANK = "blank"
    RULE = "a rule"
    LINK = "a link"
    TEASER = "it announces other pages"
    FURNITURE = "page furniture"
    BYLINE = "a byline"
    STAMP = "a date"
    CLOCK = "a time of day"
    ITEM = "a list item"
    SHORT = "a short line without a full stop"
    PROSE = "a sentence"


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with its looks; `text` of an item comes without the list mark."""

    paragraph: Paragraph
    kind: Kind
    text: str
    words: int


_ITEM = re.compile(r"(?:[•·▪▫■□●○◦‣⁃►▶➤✓]\s*|[-*+–—―]\s+|\d{1,2}[.)]\s+)(?=\S)")
_LINK = re.compile(
    r"(?:(?:link|url|source|short ?link|permalink|quelle|lien|enlace|ссылка|رابط|链接)\s*:\s*)?"
    r"<?(?:https?://\S+|www\.\S+|(?:[\w-]{1,63}\.){1,4}[a-z]{2,10}/\S+)>?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.hH][0-5]\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}|uhr))?", re.IGNORECASE)
_CLOSERS = "\"'”’»›)]}」』）】* "
_STOPS = ".!?…。！？．؟۔।॥։"
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2,}$|\b(?:Inc|Jr|Sr|Co|Ltd|Corp|etc|Bros)\.$")
"""What a headline may end in although it has a full stop."""
INNER_STOP = re.compile(r"[^\W\d_]{2}[.!?]['\"”’»)]? +[^\W\d_]|[。！？]\S")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SHORT = 14  # words: a headline of more hardly ends in "U.S."
_CAPTION = re.compile(r"^[^\W\d_]{4,12}(?: [^\W\d_]{4,12})?\. (?=\S)")  # "VIDEO. A headline"
_RULE = re.compile(r"(\S)(?: ?\1){2,}")
_ROMAN = re.compile(r"[IVX]{1,5}\.?")  # heads a part of a longer story
_LONG = 28  # words: no headline is longer
_LONG_TEXT = 220  # characters


def units(paragraphs: Sequence[Paragraph]) -> list[Unit]:
    """Return the paragraphs with their looks, in order."""
    return [_unit(paragraph) for paragraph in paragraphs]


def _unit(paragraph: Paragraph) -> Unit:
    text = paragraph.text
    kind = _furniture(text)
    if kind is None and (mark := _ITEM.match(text)):
        return Unit(paragraph, Kind.ITEM, text[mark.end() :], count_words(text))
    return Unit(paragraph, kind or (Kind.SHORT if _is_short(text) else Kind.PROSE), text, count_words(text))


def _furniture(text: str) -> Kind | None:
    """Return what `text` is when it is no sentence, headline or list item."""
    if not text:
        return Kind.BLANK
    if len(text) < 2_000 and _LINK.fullmatch(text):
        return Kind.LINK
    if not any(map(str.isalnum, text[:2_000])):
        return Kind.RULE if _RULE.fullmatch(text[:2_000]) else Kind.FURNITURE
    if len(text) < 20 and _CLOCK.fullmatch(text):
        return Kind.CLOCK
    if (dated := _dated(text)) is not None:
        return Kind.STAMP if dated else Kind.CLOCK
    checks = ((is_teaser, Kind.TEASER), (is_furniture, Kind.FURNITURE), (is_byline, Kind.BYLINE))
    return next((kind for check, kind in checks if check(text)), None)


def _dated(text: str) -> bool | None:
    """Tell whether a timestamp line has a date; None where it is no timestamp."""
    if len(text) > 160:
        return None
    if found := timestamp(text):
        return found.dated
    if not any(map(str.isdigit, text)):
        return None
    parts = [part for part in re.split(r"\s*[|•·—–]\s*|\s{2,}|\s-\s|,\s", text) if part]
    stamps = [found for part in parts if (found := timestamp(part))]
    others = [part for part in parts if not timestamp(part)]
    return (any(found.dated for found in stamps) or None) if stamps and all(map(is_byline, others)) else None


def count_words(text: str) -> int:
    """Return the number of words, two characters to a word where no spaces are put between them."""
    unspaced = len(_UNSPACED.findall(text[:2_000]))
    return len(text.split()) if unspaced * 3 < len(text[:2_000]) else unspaced // 2


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, closing quotes and brackets aside."""
    if _ROMAN.fullmatch(text) or (ABBREVIATED.search(text[-30:]) and count_words(text) <= _SHORT):
        return False
    return text.rstrip(_CLOSERS)[-1:] in (*_STOPS,)


def _is_short(text: str) -> bool:
    """Tell whether `text` could be a headline or a subhead: short, one sentence, no full stop."""
    if len(text) > _LONG_TEXT or count_words(text) > _LONG or ends_sentence(text):
        return False
    if text[-1] in ":,;、،：；，" or (text[0].islower() and text[:2].islower()):
        return False
    return not (INNER_STOP.search(_CAPTION.sub("", text)) and count_words(text) > _SHORT)
