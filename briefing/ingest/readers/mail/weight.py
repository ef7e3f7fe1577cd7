"""Step 10: whether a message is one essay or several articles, by weighing what its lines show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.dump.vocabulary import names, stemmer
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.mail.item import NUMBERED, Item, has_link, leads_elsewhere, text_of, title_of
from briefing.ingest.readers.mail.pieces import Piece
from briefing.text.language import detect

_THRESHOLD = 3.0  # points: an essay torn apart is worse than two articles left together
_GREETING = 300  # characters above the first headline
_OPENING = 600  # characters that are an article of their own, or an essay's beginning
_CHAPTER = 3_000  # characters: no item of a digest is so long
_SUBHEAD = re.compile(
    r"(?:what|why|how|who|where|when|background|context|summary|introduction|conclusion|overview|analysis|"
    r"reactions?|timeline|methods?|results|the (?:background|context|reactions?|future|outlook|bottom line|"
    r"big picture|details)|between the lines|zoom (?:in|out)|go deeper|yes, but|be smart)\b|"
    r"(?:was|warum|wie|hintergrund|fazit|pourquoi|comment|contexte|conclusion|por qué|cómo|contexto)\b",
    re.IGNORECASE,
)


def are_articles(pieces: Sequence[Piece], told: Sequence[Item], shown: Sequence[int], subject: str) -> bool:
    """Whether items with a text are articles of their own, and not the parts of one."""
    return len(told) > 1 and _points(pieces, told, shown, subject) > _THRESHOLD


def _points(pieces: Sequence[Piece], told: Sequence[Item], shown: Sequence[int], subject: str) -> float:
    """Weigh what speaks for several articles, and against."""
    headed = [item for item in told if item.head is not None or item.led]
    if len(headed) < 2:
        return 0.0
    first = headed[0]
    start = first.head if first.head is not None else first.body[0]
    intro = sum(len(pieces[n].text) for n in shown if n < start and has_sentence(pieces[n].text))
    texts = [text_of(pieces, item) for item in headed]
    own = sum(leads_elsewhere(pieces, item) for item in headed) / len(headed)
    heads = [title_of(pieces, item) for item in headed]
    points = 3.0 * (own >= 0.6) or 1.0 * (sum(has_link(pieces, item) for item in headed) >= 0.6 * len(headed))
    points += 1.5 * _are_parted(pieces, headed)
    points += 1.0 * (len(headed) > 2) + 1.0 * (intro < _GREETING) - 2.0 * (intro >= _OPENING)
    points += 1.0 * (sum(bool(NUMBERED.match(head)) for head in heads) > len(heads) // 2)
    points -= 1.5 * (2 * sum(bool(_SUBHEAD.match(head)) for head in heads) >= len(heads))
    bound = own < 0.6 and _are_bound(pieces, shown, start, texts, subject)
    points += 1.5 * (not bound and len(headed) > 2 and intro < _GREETING) - 1.5 * bound
    points -= 1.0 * (max(map(len, texts)) > _CHAPTER)
    return points


def _are_parted(pieces: Sequence[Piece], headed: Sequence[Item]) -> bool:
    """Whether rules stand between most articles, or each has a cell of its own."""
    starts = [item.head if item.head is not None else item.body[0] for item in headed]
    ends = [item.body[-1] if item.body else start for item, start in zip(headed, starts, strict=True)]
    parted = sum(
        pieces[start].ruled or _cell(pieces[start]) is not _cell(pieces[end])
        for start, end in zip(starts[1:], ends, strict=False)
    )
    return parted >= 0.6 * (len(headed) - 1)


def _cell(piece: Piece) -> object:
    """Return the cell of a table that a line stands in, else the part of the page."""
    around = (piece.element, *piece.element.iterancestors())
    return next((one for one in around if one.tag in ("td", "article", "section")), around[-1])


def _are_bound(
    pieces: Sequence[Piece], shown: Sequence[int], start: int, texts: Sequence[str], subject: str
) -> bool:
    """Whether half of the texts take up a word of the subject, or a name from above or from the first."""
    opening = "\n".join(pieces[n].text for n in shown if n < start)
    rest = [*texts] if len(opening) > _GREETING else [*texts[1:]]
    known = names(opening if len(opening) > _GREETING else texts[0])
    stems = stemmer(detect(texts[0]))
    topic = stems(subject)
    bound = sum(bool(known & names(text) or topic & stems(text)) for text in rest)
    return 2 * bound >= len(rest)
