"""From a sentence to a bullet: the same statement, without what a reader of one line can do without.

Each step only takes words away, so the words of the result stand in the sentence in the same order. What
makes
the statement true stays: negation, doubt, condition, figures, times, and who says so wherever that may be
contested.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.summarizers.wording.asides import without_dashes, without_pictured, without_relative
from briefing.summarizers.wording.attribution import without_attribution
from briefing.summarizers.wording.connectives import without_inner, without_opening
from briefing.summarizers.wording.furniture import without_furniture
from briefing.summarizers.wording.spacing import tidy

Step = Callable[[str], str]
ENGLISH: tuple[Step, ...] = (
    without_pictured,
    without_opening,
    without_inner,
    without_dashes,
    without_relative,
    without_attribution,
)
"""What is done to an English sentence, in this order."""

_STOPS = frozenset(".!?…:")
_CLOSING = "\"'”’»)]"
# What is longer is no sentence, and no bullet; the bound keeps every step's time small.
_LONGEST = 2000
_LOOSE_END = re.compile(r"[\s,;–—-]+$")


def trim(text: str, language: str) -> str:
    """Return the sentence `text` as a bullet says it; "" where nothing but page furniture is left.

    Languages other than English (ISO 639-1 "en") lose agencies, bylines and loose spaces alone.
    """
    if len(text) > _LONGEST:
        return text.strip()
    text = tidy(without_furniture(text), language)
    if language != "en" or not text:
        return text.strip()
    for step in ENGLISH:
        text = step(text)
    return _finished(text)


def _finished(text: str) -> str:
    """Return `text` with a capital at its start and a stop at its end."""
    text = " ".join(text.split()) if "  " in text else text.strip()
    if not any(map(str.isalnum, text)):
        return ""
    if text.rstrip(_CLOSING)[-1:] not in _STOPS:
        text = _LOOSE_END.sub("", text) + "."
    first = text.partition(" ")[0]
    return text[0].upper() + text[1:] if first.islower() else text
