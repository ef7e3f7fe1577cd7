"""What is kept of a report to know it again under another name: its runs of three words, and its figures.

Two texts are as like as their sets of shingles (Broder, "On the resemblance and containment of documents",
1997).
"""

from __future__ import annotations

import json
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.model import Article
from briefing.text.words import words

SHARE = 0.7
"""The share of a text's shingles that has to stand in another for it to be a copy: rewording every tenth word
leaves as much. For texts of one length that is a resemblance (Jaccard) of 0.54."""
RESEMBLANCE = 0.25
"""The least resemblance, however much is shared: what is cut to less than a quarter is another text."""
_SHORT = 40
"""Words below which the headline counts as well."""

Figures = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report's shingles, as sorted numbers of 32 bits, and its figures by the words they stand between."""

    shingles: tuple[int, ...]
    figures: Figures


def sketch(article: Article) -> Sketch:
    """Return an article's sketch. In scripts without spaces pairs of characters stand for words."""
    found = words(article.text)
    if len(found) < _SHORT:
        found = [*words(article.title), *found]
    runs = {_number(" ".join(run)) for run in zip(found, found[1:], found[2:], strict=False)}
    figures: dict[int, set[str]] = defaultdict(set)
    for place, figure in _figures(found):
        figures[place].add(figure)
    return Sketch(tuple(sorted(runs)), {place: frozenset(told) for place, told in figures.items()})


def alike(new: Sketch, known: Sketch) -> bool:
    """Say whether a text tells what a known one tells.

    It doesn't where it gives another figure in the same place ("killed 19 people" for "killed 12 people"),
    however like the rest may be: that is news.
    """
    shared = len(set(new.shingles).intersection(known.shingles))
    all_of_them = len(new.shingles) + len(known.shingles) - shared
    copied = shared and shared >= max(SHARE * len(new.shingles), RESEMBLANCE * all_of_them)
    return bool(copied) and not _updates(new.figures, known.figures)


def pack(sketch: Sketch) -> bytes:
    """Return a sketch as bytes."""
    figures = json.dumps({place: sorted(told) for place, told in sketch.figures.items()}).encode()
    count = len(sketch.shingles)
    return zlib.compress(struct.pack(f"<I{count}I", count, *sketch.shingles) + figures, 1)


def unpack(data: bytes) -> Sketch:
    """Return the sketch that `pack` was given."""
    data = zlib.decompress(data)
    (count,) = struct.unpack_from("<I", data)
    figures = json.loads(data[4 + 4 * count :])
    told = {int(place): frozenset(figures) for place, figures in figures.items()}
    return Sketch(struct.unpack_from(f"<{count}I", data, 4), told)


def _figures(found: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each figure with the number of its place: the words on both its sides."""
    for index, word in enumerate(found):
        if any(map(str.isdigit, word)):
            before = found[index - 1] if index else ""
            after = found[index + 1] if index + 1 < len(found) else ""
            yield _number(f"{before} 0 {after}"), word


def _updates(new: Figures, known: Figures) -> bool:
    return any(place in known and not told <= known[place] for place, told in new.items())


def _number(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
