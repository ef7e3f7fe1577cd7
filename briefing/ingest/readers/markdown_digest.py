"""Whether the `##` headings of a Markdown file are a newsletter's headlines or an article's subheads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.dump.byline import is_byline
from briefing.ingest.dump.timestamp import timestamp
from briefing.ingest.readers.blocks import Block, Form
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.text.dateline import dateline

_GREETING = 40  # characters below a newsletter's name: more is the opening of an article
_WORD = re.compile(r"\w{3,}")
# Words of headlines that say nothing of what a story is about.
_COMMON = frozenset(
    "about after again against all amid and any are back before behind but can con could dans das day "
    "days del der des first for from had has have her his how into its just las last les like los make "
    "makes more most new news next not now off one our out over pour que said says she than that the "
    "their they this today two und under une was what when where which who why will with would year years "
    "you your ".split()
)
_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w{3,}")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december".split()
)
# How subheads of one article begin, and headlines hardly do.
_SUBHEAD = re.compile(
    r"(?:what|why|how|who|where|when|background|context|summary|introduction|conclusion|overview|analysis|"
    r"reactions?|timeline|methods?|results|the (?:background|context|reactions?|future|outlook))\b|\d+[.)] ",
    re.IGNORECASE,
)


def story_starts(found: Sequence[Block]) -> tuple[int, ...]:
    """Return the numbers of the `##` headings that open stories; none where they are an article's subheads.

    They open stories where nothing but a greeting stands above the first, two or more have a paragraph, and
    nothing binds them: no byline or dateline that only the first has, no word of the top heading and no name
    that half of the others take up, no heading that reads like a subhead. Where all are links, they are
    headlines.
    """
    tops = [n for n, block in enumerate(found) if block.form is Form.HEADING and block.level < 3]
    starts = [n for n in tops if found[n].level == 2]
    if len(starts) < 2 or any(found[n].level == 1 for n in tops[1:]) or not _is_masthead(found[: starts[0]]):
        return ()
    parts = [found[a:b] for a, b in pairwise([*starts, len(found)])]
    told = [part for part in parts if any(_is_prose(block) for block in part)]
    if len(told) < 2:
        return ()
    if all(part[0].url for part in told) or not _are_bound(found[tops[0]], parts[0], told):
        return tuple(starts)
    return ()


def _is_masthead(opening: Sequence[Block]) -> bool:
    """Whether what stands above the first story is a newsletter's name, a date, a greeting."""
    if any(block.form is Form.ITEM or is_byline(block.text) or dateline(block.text) for block in opening):
        return False
    texts = [one.text for one in opening if one.form is Form.PARAGRAPH and not timestamp(one.text)]
    return sum(map(len, texts)) < _GREETING


def _are_bound(top: Block, first: Sequence[Block], told: Sequence[Sequence[Block]]) -> bool:
    rest = [part for part in told if part[0] is not top]
    if _is_signed(first) and not any(map(_is_signed, rest if first[0] is top else told[1:])):
        return True
    if top.level == 1 and _SUBHEAD.match(top.text):
        return True
    if any(_SUBHEAD.match(part[0].text) or part[0].text.endswith(("?", ":")) for part in told):
        return True
    words = set(_WORD.findall(top.text.casefold())) - _COMMON
    # Without a name on top the first headline may be that of all: then its text has its names again below.
    names = _names(first) if first[0] is top else set()
    shared = [not (words.isdisjoint(_words(part)) and names.isdisjoint(_names(part))) for part in rest]
    return 2 * sum(shared) >= len(shared)


def _names(part: Sequence[Block]) -> set[str]:
    """Return the words of a part's text that are written with a capital inside a sentence."""
    found = {name.casefold() for block in part[1:] for name in _NAME.findall(block.text)}
    return found - _COMMON - _CALENDAR


def _words(part: Sequence[Block]) -> set[str]:
    return {word for block in part for word in _WORD.findall(block.text.casefold())}


def _is_signed(part: Sequence[Block]) -> bool:
    return any(is_byline(block.text) or dateline(block.text) for block in part)


def _is_prose(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and has_sentence(block.text)
