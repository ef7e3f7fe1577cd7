"""Where a text is cut into sentences to be compared; nothing here is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.text.sentences import spans

# English sentences, three times as fast as the splitter for readers and coarser.
# The class in front lets the engine skip everything else at full speed.
_STOP = re.compile(
    "[.!?…\n](?:(?<=\n)|[\"'”’)\\]]{0,3}\\s{1,4}(?=[\"'“‘(\\[]{0,2}[A-Z0-9£$€])"
    "|(?<=[a-z][a-z][.!?])[\"'”’]?(?=[A-Z][a-z ]))"
)
_ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Lt Col Sgt Capt Maj Cmdr Adm Rev Hon Pres Insp Supt Det Sr Jr No "
    "vs "
    "Jan Feb Mar Apr Aug Sept Oct Nov Dec Ave Inc Corp Co Ltd".split()
)
_LONGEST = 2_000  # characters of a passage
_LONG_WORD = 5  # characters: as long as no abbreviation
_LAST_WORD = 12  # characters: as long as an abbreviation and what stands before it


def cuts(
    text: str, language: str, sentences: Iterable[tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """Return the offsets of the sentences of `text`, which may be known, with the long ones in parts.

    What is longer than any sentence is parted since comparing takes the square of the length.
    """
    if sentences is None:
        sentences = quick_spans(text) if language == "en" else spans(text, language)
    return [
        part for cut in sentences for part in (_parts(text, *cut) if cut[1] - cut[0] > _LONGEST else (cut,))
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is longer than any sentence in parts."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def quick_spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of an English text by their offsets, the space after each with it."""
    found = []
    start = 0
    for match in _STOP.finditer(text):
        at, end = match.span()
        if text[at] == "." and _is_short(text, start, at):
            continue
        found.append((start, end))
        start = end
    found.append((start, len(text)))
    return found


def _is_short(text: str, start: int, at: int) -> bool:
    """Say whether the full stop at `at` belongs to an abbreviation or an initial."""
    if at >= _LONG_WORD and text[at - _LONG_WORD : at].isalpha():
        return False
    word = text[max(start, at - _LAST_WORD) : at].replace("(", " ").rpartition(" ")[2]
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or word[-2:-1] == "."
