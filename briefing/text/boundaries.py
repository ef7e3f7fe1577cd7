"""Where sentences end: every stop (full stop, question or exclamation mark) is judged where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex as re

from briefing.text.enumerations import enumerations
from briefing.text.glued import ends_glued
from briefing.text.quotations import quotations
from briefing.text.stops import Stops

_CLOSERS = "\"'”’»›)\\]}"
# Scripts whose mark alone ends a sentence, with or without a space after it.
_PLAIN = "。！？｡؟۔।॥։።፧။។៕"
# Marks that end a sentence in one language and not in others.
_OWN = {"hy": ":", "el": ";\u037e"}
_BULLETS = "•⁃◦▪‣●"
# What a sentence goes on with after a mark of those scripts, with small letters and Japanese "…, he said".
_RUNS_ON = re.compile("[,;:،؛、，；：)a-z]|(?<=[」』”])(?:と|って)")
# A full stop and an ellipsis: where the first is at the word, the ellipsis is the next sentence's.
_ENDED_THEN_OMITTED = ". . . ."
# The groups of the pattern, each the last that a match of its kind sets.
_LINE, _BULLET, _AFTER_PLAIN, _AFTER_STOP, _AFTER_CLOSERS, _SPACED, _GLUED = range(1, 8)


@lru_cache(maxsize=8)
def _pattern(own: str) -> re.Pattern[str]:
    """Compile what may end a sentence.

    A run of marks is taken whole, from its first, and nothing is given back, so that no run is read twice.
    The class in front lets the engine skip everything else at full speed.
    """
    marks = f".!?…‼⁇⁈⁉‽{own}"
    mark = rf"[{marks}]"
    return re.compile(
        rf"[\n{marks}{_PLAIN}{_BULLETS}](?:"
        rf"(?<=\n)[\n\ ]*+()"
        rf"|(?<=[{_BULLETS}])[{_BULLETS}\ ]*+()"
        rf"|(?<=[{_PLAIN}])[{_PLAIN}!?]*+(?:[{_CLOSERS}」』】》〉）]|“(?!\w))*+()\ *+"
        rf"|(?<={mark})(?<!{mark}{mark})(?<!{mark}\ {mark}){mark}*+(?:\ {mark}++(?!\w))*+()"
        rf"(?:[{_CLOSERS}]|[“‘«‹](?!\w))*+(?:\ [\"”»›'](?=\ ))?+()"
        # references to notes: in brackets, raised, or bare figures
        rf"(?:\[[\w,–-]{{1,9}}\]|[¹²³⁰⁴-⁹]|(?<=[a-z)]{mark})\d{{1,3}}(?:[ ,]\d{{1,3}}){{0,4}}+(?=\ [A-Z]))*+"
        rf"(?:\ ++(?=[^\s])()|(?=[\"'“‘«(]?[^\W\d_a-z])())"
        rf")"
    )


def boundaries(text: str, language: str) -> Iterator[int]:
    """Yield the offsets at which a new sentence or line starts, in order; white space in `text` is plain."""
    stops, beyond = Stops.of(text, language), len(text) + 1
    items, whole = enumerations(text), iter(quotations(text))
    item, start = next(items, beyond), 0
    opened, closed, closed_before = *next(whole, (beyond, beyond)), 0
    for match in _pattern(_OWN.get(language, "")).finditer(text):
        at, kind = match.start(), match.lastindex or 0
        while item <= at:
            yield (start := item)
            item = next(items, beyond)
        content = match.end(min(kind, _AFTER_CLOSERS))
        while closed <= content:
            closed_before = closed
            opened, closed = next(whole, (beyond, beyond))
        if opened < at:
            continue
        if (cut := _cut(stops, start, match, kind, closed_before == content)) > 0:
            yield (start := cut)
    while item < beyond:
        yield item
        item = next(items, beyond)


def _cut(stops: Stops, start: int, match: re.Match[str], kind: int, quoted: bool) -> int:
    """Return where the next sentence starts if one ends here, else 0; `quoted` says that a quotation ends."""
    if kind == _SPACED:
        return _spaced(stops, start, match)
    if kind == _GLUED:
        return _glued(stops, start, match, quoted)
    if kind == _LINE:
        return match.end()
    if kind == _BULLET:
        return match.start()
    return 0 if _RUNS_ON.match(stops.text, match.end()) else match.end()


def _spaced(stops: Stops, start: int, match: re.Match[str]) -> int:
    text, (at, end) = stops.text, match.span()
    after_stop, after_closers = match.end(_AFTER_STOP), match.end(_AFTER_CLOSERS)
    if text[after_closers] != " " and text[end].isupper():  # the number of a note
        return 0 if stops.word(start, at) in stops.words.known else end
    stop = text[at:after_stop]
    if not stops.ends(start, at, stop, after_closers > after_stop, end):
        return 0
    return at + 2 if stop == _ENDED_THEN_OMITTED and text[at - 1 : at].isalnum() else end


def _glued(stops: Stops, start: int, match: re.Match[str], quoted: bool) -> int:
    """Judge a stop with no space after it; a straight mark that closes no quotation opens what follows."""
    at, end = match.span()
    if not quoted and end > match.end(_AFTER_STOP) and stops.text[end - 1] in "\"'":
        end -= 1
    return end if ends_glued(stops, start, at, end) else 0
