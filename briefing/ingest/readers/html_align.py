"""What the extractor kept of a page, held against all of its text: nothing run together, nothing lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.ingest.readers.blocks import Block, Form
from briefing.ingest.readers.html_outline import Piece

_KEY = 4  # characters by which a block is looked up
_FEWEST = 3  # words of a list item that may be a statement

_PUT_BACK = "a list that the extractor left out from between paragraphs that it kept"
_LEFT_OUT = "left out by the extractor, which takes it for no main text"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Match:
    """What was kept, what the page has, and where in the text of all kept blocks each piece of it is."""

    kept: Sequence[Block]
    pieces: Sequence[Piece]
    starts: Sequence[int]
    spans: Sequence[Span | None]

    def own(self) -> dict[int, list[int]]:
        """Return the numbers of the pieces that begin in each kept block."""
        taken: dict[int, list[int]] = defaultdict(list)
        for n, span in enumerate(self.spans):
            if span:
                taken[bisect_right(self.starts, span[0]) - 1].append(n)
        return taken

    def fill(self, own: Sequence[int], k: int) -> bool:
        """Whether several pieces fill a kept block from its start to its end."""
        place = self.starts[k]
        for n in own:
            span = self.spans[n]
            if span is None or span[0] != place:
                return False
            place = span[1]
        return len(own) > 1 and place == self.starts[k + 1]


def align(kept: Sequence[Block], pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Return the kept blocks, those that were run together parted, and between them what was left out.

    A list that stands between kept paragraphs, and holds no link, is put back; all else that was left out
    there is told as such.
    """
    starts, text = _joined(kept)
    match = _Match(kept, pieces, starts, _spans(text, starts, pieces))
    return tuple(replace(block, first=n, last=n + 1) for n, block in enumerate(_merged(match)))


def _merged(match: _Match) -> Iterator[Block]:
    taken = match.own()
    done: int | None = None
    for k, block in enumerate(match.kept):
        own = taken.get(k, [])
        if own and done is not None:
            yield from _left_out(match.pieces, done, own[0])
        yield from (_part(match.pieces[n], block) for n in own) if match.fill(own, k) else (block,)
        done = own[-1] if own else done
    if done is not None:
        yield from _left_out(match.pieces, done, _end(match.pieces, done))


def _joined(kept: Sequence[Block]) -> tuple[list[int], str]:
    """Return where each block begins in the text of all, white space left out, and that text."""
    texts = ["".join(block.text.split()) for block in kept]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    return starts, "".join(texts)


def _spans(text: str, starts: Sequence[int], pieces: Sequence[Piece]) -> list[Span | None]:
    """Return where in the kept text each piece of the page is, in order; None for one that is not in it."""
    places: dict[str, list[int]] = defaultdict(list)
    for start in starts[:-1]:
        places[text[start : start + _KEY]].append(start)
    spans: list[Span | None] = []
    position = 0
    for piece in pieces:
        own = "".join(piece.text.split())
        later = places.get(own[:_KEY], [])
        after = bisect_left(later, position)
        tried = [position, *later[after : after + 2]]
        found = [(at, at + len(own)) for at in tried if text.startswith(own, at)]
        spans.append(found[0] if found else None)
        position = found[0][1] if found else position
    return spans


def _end(pieces: Sequence[Piece], last: int) -> int:
    """Return the number of the first piece that is outside the element of the last kept one."""
    holder = _holder(pieces[last])
    n = last + 1
    while n < len(pieces) and _holder(pieces[n]) is holder:
        n += 1
    return n


def _holder(piece: Piece) -> object:
    """Return the element that a paragraph, or the list of an item, stands in."""
    element = piece.element
    while piece.form is Form.ITEM and element.tag not in ("ul", "ol") and element.getparent() is not None:
        element = element.getparent()
    return element.getparent()


def _left_out(pieces: Sequence[Piece], before: int, after: int) -> Iterator[Block]:
    """Yield what the page has between two pieces that were kept."""
    home = _holder(pieces[before])
    listed = [one for one in pieces[before + 1 : after] if one.form is Form.ITEM]
    stated = any(len(one.text.split()) >= _FEWEST for one in listed) and not any(one.linked for one in listed)
    for piece in pieces[before + 1 : after]:
        if stated and piece.form is Form.ITEM and _holder(piece) is home:
            yield Block(Form.ITEM, piece.text, 0, 1, what=_PUT_BACK)
        else:
            yield Block(Form.OTHER, piece.text, 0, 1, what=_LEFT_OUT)


def _part(piece: Piece, whole: Block) -> Block:
    return replace(whole, text=piece.text) if whole.form is Form.OTHER else piece.block()
