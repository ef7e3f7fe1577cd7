"""Plain text: one article, or a dump of several."""

from __future__ import annotations

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build
from briefing.ingest.decode import decode
from briefing.ingest.dump import segment
from briefing.ingest.dump.segmentation import Piece, Segmentation
from briefing.ingest.limits import check_lines
from briefing.ingest.reading import Explained, Raw, Reading
from briefing.model import Problem
from briefing.text.clean import clean


def read(raw: Raw) -> Reading:
    """Read the articles in a text. Raises SourceError where there is no article in it."""
    decoded = decode(raw)
    text = clean(decoded.text)
    check_lines(raw.name, text.count("\n"))
    segmentation = segment(text)
    if not segmentation.pieces:
        raise SourceError(raw.name, "holds no article: no line of it reads like a sentence of one")
    firsts = _first_lines(segmentation)
    return Reading(
        articles=tuple(
            build(raw, _found(piece, line)) for piece, line in zip(segmentation.pieces, firsts, strict=True)
        ),
        problems=(Problem(raw.name, decoded.damage),) if decoded.damage else (),
        explained=(Explained(raw.name, segmentation.lines),),
    )


def _first_lines(segmentation: Segmentation) -> tuple[int | None, ...]:
    """Return the number of each article's first line; of none where there is but one article."""
    if len(segmentation.pieces) == 1:
        return (None,)
    first: dict[int, int] = {}
    for line in segmentation.lines:
        if line.article is not None:
            first.setdefault(line.article, line.number)
    return tuple(first.get(number) for number in range(len(segmentation.pieces)))


def _found(piece: Piece, line: int | None) -> Found:
    return Found(
        text=piece.text,
        title=piece.title,
        url=piece.url,
        published=piece.published,
        points=piece.points,
        place=piece.place,
        line=line,
    )
