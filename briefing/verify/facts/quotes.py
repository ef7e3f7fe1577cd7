"""Whether a claim's quotations stand in its source letter by letter, and as somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.verify.comparison import Comparison, Fault
from briefing.verify.source import plain

_DOUBLE = re.compile('["“”„«»]')
_SINGLE = re.compile(r"(?<![\w.,!?])['‘](?=\w)((?:[^'’‘\"“”\n]|['’](?=\w)){2,400})['’](?!\w)")
_MARKS = re.compile("[\"“”„«»'‘’`]+")
# What a quotation leaves out or puts in by way of explanation parts it.
_OMITTED = re.compile(r"\[[^\[\]]*\]|\(\.\.\.\)|\.\.\.+|…")
_SHORTEST = 4  # words: a shorter one may be a title, or words that the claim keeps at a distance
_LONGEST = 2_000  # characters


def quoted(text: str) -> list[str]:
    """Return what stands between quotation marks in `text`, marks excluded; double ones, else single ones."""
    places = [match.start() for match in _DOUBLE.finditer(text)]
    if places:
        ends = zip(places[::2], places[1::2], strict=False)
        return [text[start + 1 : end][:_LONGEST] for start, end in ends]
    return [match[1] for match in _SINGLE.finditer(text)]


def quote_faults(c: Comparison) -> Iterator[Fault]:
    """Yield a fault for each quotation that the source doesn't have, or has in no quotation marks."""
    claim = c.claim.text
    if not _MARKS.search(claim):
        return
    for quotation in quoted(claim):
        shown = " ".join(quotation.split())
        pieces = [piece for part in _OMITTED.split(quotation) if (piece := plain(part).strip())]
        if not pieces or all(piece.isdigit() for piece in pieces):
            continue
        if not all(_stands(c, piece) for piece in pieces):
            yield Fault("quote", f"'{shown}' is not in the source in these words")
        elif _is_report(shown, pieces) and not _is_quoted(c.source.text, quotation):
            yield Fault("quote", f"'{shown}' is in the source, but not as a quotation")


def _stands(c: Comparison, piece: str) -> bool:
    return c.source.index.stands(piece.split()) or f" {piece} " in c.source.letters


def _is_report(shown: str, pieces: list[str]) -> bool:
    """Say whether a quotation is a statement, not a title, a name or a word kept at a distance."""
    words = shown.split()
    capitals = sum(word[0].isupper() for word in words)
    return sum(len(piece.split()) for piece in pieces) >= _SHORTEST and capitals <= len(words) / 2


def _is_quoted(text: str, quotation: str) -> bool:
    """Say whether the words stand inside quotation marks in the text."""
    words = re.findall(r"\w+", quotation)[:12]
    pattern = r"\W{1,6}".join(map(re.escape, words))
    for match in re.finditer(pattern, text, re.IGNORECASE):
        before = text[max(0, match.start() - _LONGEST) : match.start()].rpartition("\n")[2]
        if _open(before) or _near_mark(text, match.start(), match.end()):
            return True
    return False


def _open(before: str) -> bool:
    """Say whether a quotation is open at the end of `before`."""
    curly = max(before.rfind("“"), before.rfind("„"), before.rfind("«")) > max(
        before.rfind("”"), before.rfind("»")
    )
    return curly or before.count('"') % 2 == 1 or bool(re.search(r"(?<!\w)['‘](?=\w)[^\"“”]*$", before))


def _near_mark(text: str, start: int, end: int) -> bool:
    return bool(_MARKS.search(text, max(0, start - 2), start) or _MARKS.search(text, end, end + 3))
