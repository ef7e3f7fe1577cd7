"""What an English sentence counts: how many were killed, arrested or marched, how much was paid for what.

Ages, dates, years, times and shares of a whole are no counts, nor is a number that is part of another
("18 people, including seven children").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.text.number_words import MULTIPLIERS, ONES, TENS
from briefing.text.words import stems

_DIGITS = list(ONES)[1:10]
_VALUES = ONES | TENS | {f"{ten}-{one}": TENS[ten] + ONES[one] for ten in TENS for one in _DIGITS}
_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_DIGITS)}))?|{'|'.join(ONES)})"
_SCALES = {name: MULTIPLIERS[name] for name in "hundred thousand million billion trillion m bn".split()}
_FIGURE = (
    rf"(?P<money>[$£€¥]|US\$)?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b{_WORDS}\b)"
    rf"(?:[ -]?(?P<scale>{'|'.join(_SCALES)})\b)?"
)
_NUMBER = re.compile(_FIGURE, re.IGNORECASE)
_ABOUT = (
    r"(?:at least|about|more than|fewer than|less than|some|nearly|up to|as many as|around|an estimated"
    r"|almost|another|over|roughly|approximately|all|only|just|a total of)"
)
_HARM = {
    "killed": r"killed|killing|dead|died|drowned|deaths?|fatalities|slain|executed|executing|perished|bodies"
    r"|lives",
    "injured": r"injured|injuring|injuries|wounded|wounding|hurt",
    "arrested": r"arrested|arresting|arrests|detained|detaining|detentions",
    "missing": r"missing|unaccounted",
    "displaced": r"displaced|displacing|evacuated|evacuating|homeless",
    "abducted": r"abducted|abducting|kidnapped|kidnapping|hostages?",
    "marched": r"marched|protested|demonstrators|protest[eo]rs|marchers|demonstrated|rallied|attended",
    "infected": r"infected|infections|cases",
}
FATES = tuple(_HARM)
"""What may befall people, as a kind of count."""
TOLL = "toll"
"""The kind of a count of which the sentence doesn't tell what: \"put the figure at 11\"."""
_FATE = {kind: re.compile(rf"(?:{words})$") for kind, words in _HARM.items()}
_ALL = "|".join(_HARM.values())
# "killing at least 11"; but "killed two years ago", "killed 11 percent".
_BEFORE = re.compile(
    rf"\b(?P<word>{_ALL}|puts? (?:[\w'’-]+ ){{1,9}}at"
    rf"|tolls? (?:[\w'’-]+ ){{0,9}}(?:to|at|is|was|of)) (?:{_ABOUT} ){{0,2}}(?:the )?$"
)
# "the number of people killed in the fire rose to 19"
_NUMBER_OF = re.compile(
    rf"\bnumber of (?:[\w'’-]+ ){{0,4}}?(?P<word>{_ALL}) (?:[\w'’-]+ ){{0,11}}?(?:to|at|is|was|by)"
    rf" (?:{_ABOUT} ){{0,2}}$"
)
_BEHIND = re.compile(
    rf" (?:(?!(?:and|or|but|while|who|which|after|including|before|when|that|of|by)\b)"
    rf"[“\"]?[a-zA-Z'’-]+[”\"]? ){{0,5}}?(?P<word>{_ALL})\b"
)
_NOUN = re.compile(
    r" (?:(?!(?:and|or|of|in|to|at|on|for|with|from|by|was|were|is|are|have|has|had|who|that)\b)"
    r"[a-z-]+ ){0,2}?(?P<word>[a-z]{3,}s|people|men|women|children)\b"
)
_COST = re.compile(r" (?:in|of|for|worth of|on) (?:[a-z-]+ ){0,2}?(?P<word>[a-z]{4,})\b")
_NO_COUNT = re.compile(
    r"(?:-| )?(?:years?|year-olds?|months?|weeks?|days?|hours?|minutes?|seconds?|times|percent|per cent"
    r"|percentage|points?|miles?|km|kilomet\w+|met(?:er|re)s?|feet|foot|inch\w*|pounds?|kilos?|tons?|tonnes?|degrees|th"
    r"|st|nd|rd|a\.m|p\.m|am|pm|o['’]clock)\b|%|[-–:/]\d|\.\d|th\b|s\b"
)
_PART = re.compile(
    r"(?:\bincl\w+ (?:\w+ ){0,3}|\b(?:among (?:them|those|the dead)|of whom|of them|aged?|number|page|article"
    r"|no\.?) (?:\w+ )?)$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[\w\-–/.:,'’\"#]$")
_LISTED = re.compile(
    rf"{_FIGURE.replace('?P<', '?P<_')}[^.;]{{1,50}}\band (?:[\w'’-]+ ){{0,3}}$", re.IGNORECASE
)
_HARMED = re.compile(_ALL)
_ABOUT_BEFORE = re.compile(rf"\b{_ABOUT} $", re.IGNORECASE)
_OR_MORE = re.compile(r"(?: [a-z]+){0,2}? or more\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 90


class Count(NamedTuple):
    """A number, and of what."""

    figure: str
    """The number as it is written, with its currency and scale, and "at least" or the like before it."""
    value: float
    kind: str
    """What is counted: "killed", the stem of a noun, or a currency with the stem of what costs it."""
    word: str
    """The word that tells what is counted, as it is written."""
    rounded: bool
    """Whether the sentence says "about", "at least" or the like."""


def counts(text: str) -> Iterator[Count]:
    """Yield what `text` counts, in order, in time linear in its length."""
    for found in _NUMBER.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if _is_count(text, found, before) and (thing := _thing(text, found, before)):
            about = _ABOUT_BEFORE.search(before)
            more = _OR_MORE.match(text, found.end())
            figure = f"{about[0].lower() if about else ''}{found[0]}{' or more' if more else ''}"
            yield Count(figure, _value(found), *thing, bool(about or more))


def _is_count(text: str, found: re.Match[str], before: str) -> bool:
    if _NO_COUNT.match(text, found.end()) or _GLUED.search(before) or _PART.search(before):
        return False
    listed = _LISTED.search(before)
    if listed and not _HARMED.search(listed[0]):
        return False  # "one Dane and three Swedes were killed": parts of one number
    return bool(found["money"] or found["scale"] or not _YEAR.match(found["number"]))


def _thing(text: str, found: re.Match[str], before: str) -> tuple[str, str] | None:
    """Return what is counted, as a kind and as the word that tells it."""
    if found["money"]:
        cost = _COST.match(text, found.end())
        return (found["money"] + _stem(cost["word"]), cost["word"]) if cost else None
    if told := _NUMBER_OF.search(before) or _BEHIND.match(text, found.end()) or _BEFORE.search(before):
        return _fate(told["word"]) or TOLL, told["word"]
    noun = _NOUN.match(text, found.end())
    return (_stem(noun["word"]), noun["word"]) if noun and _stem(noun["word"]) else None


def _stem(word: str) -> str:
    return "".join(stems(word, "en"))


def _fate(word: str) -> str:
    return next((kind for kind, rule in _FATE.items() if rule.match(word.lower())), "")


def _value(found: re.Match[str]) -> float:
    number = found["number"].lower().replace(",", "")
    value = _VALUES[number] if number in _VALUES else float(number)
    return value * _SCALES[found["scale"].lower()] if found["scale"] else float(value)
