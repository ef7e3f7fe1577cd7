"""What is kept of a report to know it again under another name: its runs of three words, and its figures.

Two texts are as like as their sets of shingles (Broder, "On the resemblance and containment of documents",
1997).
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Article
from briefing.text.words import words

SHARE = 0.7
"""The share of a text's shingles that has to stand in another for it to be a copy: rewording every tenth word
leaves as much. For texts of one length that is a resemblance (Jaccard) of 0.54."""
OPENING_SHARE = 0.6
"""And that share of its opening's: what has happened since is told first, above all that was told before. Of
the reports that a publisher wrote one after the other some share 95 of 100 shingles, but of their openings
58 at the most; copies with a few words changed share 67 of those and more."""
RESEMBLANCE = 0.25
"""The least resemblance, however much is shared: what is cut to less than a quarter is another text."""
_SHORT = 40
"""Words below which the headline counts as well."""
_OPENING = 60  # words
_SIZE = 4  # bytes of a shingle
_ODD = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
)  # multipliers that mix three words' numbers
_DIGIT = re.compile(r"\d")

Figures = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report's shingles, and its figures by the words they stand between."""

    shingles: bytes
    """Different numbers of 32 bits, sorted."""
    opening: bytes
    """Those of the first sixty words."""
    figures: Figures


def sketch(article: Article) -> Sketch:
    """Return an article's sketch. In scripts without spaces pairs of characters stand for words."""
    found = words(article.text)
    if len(found) < _SHORT:
        found = [*words(article.title), *found]
    figures: dict[int, set[str]] = defaultdict(set)
    for place, figure in _figures(found):
        figures[place].add(figure)
    return Sketch(
        _shingles(found),
        _shingles(found[:_OPENING]),
        {place: frozenset(told) for place, told in figures.items()},
    )


def tokens(shingles: bytes) -> list[bytes]:
    """Return shingles one by one."""
    return [shingles[start : start + _SIZE] for start in range(0, len(shingles), _SIZE)]


def alike(new: Sketch, known: Sketch) -> bool:
    """Say whether a text tells what a known one tells.

    It doesn't where it gives another figure in the same place ("killed 19 people" for "killed 12 people"),
    however like the rest may be: that is news.
    """
    these, those, opening = (set(tokens(part)) for part in (new.shingles, known.shingles, new.opening))
    shared = len(these & those)
    copied = shared >= max(1, SHARE * len(these), RESEMBLANCE * len(these | those))
    opens = len(opening & those) >= OPENING_SHARE * len(opening)
    return copied and opens and not _updates(new.figures, known.figures)


def pack(sketch: Sketch) -> bytes:
    """Return a sketch as bytes."""
    figures = json.dumps({place: sorted(told) for place, told in sketch.figures.items()}).encode()
    sizes = struct.pack("<II", len(sketch.opening), len(sketch.shingles))
    return zlib.compress(sizes + sketch.opening + sketch.shingles + figures, 1)


def unpack(data: bytes) -> Sketch:
    """Return the sketch that `pack` was given. Raises ValueError for what `pack` did not give."""
    try:
        return _unpacked(zlib.decompress(data))
    except (zlib.error, struct.error, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _unpacked(data: bytes) -> Sketch:
    opening, shingles = struct.unpack_from("<II", data)
    begin, end = 8 + opening, 8 + opening + shingles
    if opening % _SIZE or shingles % _SIZE:
        raise ValueError("it is cut")
    figures = json.loads(data[end:])
    return Sketch(
        data[begin:end], data[8:begin], {int(place): frozenset(told) for place, told in figures.items()}
    )


def _shingles(found: Sequence[str]) -> bytes:
    """Return a number for each run of three words."""
    import numpy as np

    numbers = np.array([_number(word) for word in found], np.uint64)
    first, second, third = (np.uint64(odd) for odd in _ODD)
    runs = numbers[:-2] * first + numbers[1:-1] * second + numbers[2:] * third
    return np.unique((runs >> np.uint64(32)).astype("<u4")).tobytes()


def _figures(found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each figure with the number of its place: two words before it, and one behind."""
    for index, word in enumerate(found):
        if not word.isalpha() and _DIGIT.search(word):
            place = (*found[max(0, index - 2) : index], "0", *found[index + 1 : index + 2])
            yield _number(" ".join(place)), word


def _updates(new: Figures, known: Figures) -> bool:
    """Say whether a figure stands where another stood."""
    places = new.keys() & known.keys()
    return any(new[place] - known[place] and known[place] - new[place] for place in places)


def _number(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
