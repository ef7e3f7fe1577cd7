"""Step 9: the articles of a newsletter: the lines that open them, and those that follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from briefing.ingest.readers.mail.frame import body_size, stands_out
from briefing.ingest.readers.mail.item import Item, has_link, leads_elsewhere, text_of
from briefing.ingest.readers.mail.pieces import Piece
from briefing.ingest.readers.mail.weight import are_articles

_GREETING = 300  # characters above the first headline
_LEAD_WORDS = 3
_LEAD = 160  # characters
_BREAK = re.compile(r"\s*(?:[—–:|(-]|[.!?…](?!\w)|,? ?(?:via|from|by)\b)")

Style = tuple[int, int, bool, bool]


def items(pieces: Sequence[Piece], framed: Collection[int], subject: str) -> tuple[Item, ...]:
    """Return the articles of a digest in order; none where the message is one article."""
    shown = [n for n in range(len(pieces)) if n not in framed]
    size = body_size(pieces)
    heads = {n for n in shown if stands_out(pieces[n], size)}
    found = [*_without_masthead(pieces, [*_items(pieces, shown, heads)])]
    told = [item for item in found if text_of(pieces, item)]
    return tuple(found) if are_articles(pieces, told, shown, subject) else ()


def _without_masthead(pieces: Sequence[Piece], found: Sequence[Item]) -> Sequence[Item]:
    """Leave out the newsletter's name and its greeting: they stand above the articles, and lead nowhere."""
    first = next((n for n, item in enumerate(found) if item.head is not None or item.led), len(found))
    if first + 2 >= len(found) or (item := found[first]).head is None:
        return found
    if leads_elsewhere(pieces, item) or has_link(pieces, item) or len(text_of(pieces, item)) >= _GREETING:
        return found
    others = [one.head for one in found[first + 1 :] if one.head is not None]
    alike = sum(_style(pieces[head]) == _style(pieces[item.head]) for head in others)
    return [*found[:first], *found[first + 1 :]] if 2 * alike <= len(others) else found


def _items(pieces: Sequence[Piece], shown: Sequence[int], heads: set[int]) -> Iterator[Item]:
    """Yield the articles that headlines open, and those in the lines of a list of links."""
    openers = _openers(pieces, shown, heads)
    led = _led(pieces, shown, openers | heads)
    first = min(openers, default=len(pieces))
    head: int | None = None
    body: list[int] = []
    started = False
    for n in shown:
        if n in led:
            if started:
                yield Item(head, tuple(body))
            yield Item(None, (n,), led=True)
            head, body, started = None, [], False
        elif n in openers:
            if started:
                yield Item(head, tuple(body))
            head, body, started = n, [], True
        elif started or n < first:
            body.append(n)
            started = True
    if started:
        yield Item(head, tuple(body))


def _openers(pieces: Sequence[Piece], shown: Sequence[int], heads: set[int]) -> set[int]:
    """Return the headlines that open articles: of those above a text, the one in the common style."""
    runs = [*_runs(shown, heads)]
    counts: Counter[Style] = Counter(style for run in runs for style in {_style(pieces[n]) for n in run})
    if not counts:
        return set()
    main = max(counts, key=lambda style: (min(counts[style], 2), style[3], counts[style], style[1]))
    found = set()
    for run in runs:
        alike = [n for n in run if _style(pieces[n]) == main]
        strong = [n for n in run if _is_as_strong(pieces[n], main)]
        if alike or strong:
            found.add((alike or strong)[-1])
    return found


def _runs(shown: Sequence[int], heads: set[int]) -> Iterator[list[int]]:
    """Yield the headlines that stand together above a text."""
    run: list[int] = []
    for n in shown:
        if n in heads:
            run.append(n)
        elif run:
            yield run
            run = []


def _style(piece: Piece) -> Style:
    return (piece.level, round(piece.size), piece.bold, piece.linked)


def _is_as_strong(piece: Piece, main: Style) -> bool:
    level, size, _, linked = main
    if piece.level and level:
        return piece.level <= level and (piece.linked or not linked)
    return round(piece.size) > size or (piece.linked and linked and round(piece.size) == size)


def _led(pieces: Sequence[Piece], shown: Sequence[int], heads: set[int]) -> set[int]:
    """Return the lines of lists in which each opens with a headline: three at least, one below the other."""
    found: set[int] = set()
    run: list[int] = []
    for n in (*shown, -1):
        if n >= 0 and n not in heads and _opens_with_headline(pieces[n]):
            run.append(n)
            continue
        # Below a text such a list belongs to its article, unless a headline of its own stands above it.
        if len(run) > 2 and _is_apart(shown, run[0], heads):
            found.update(run)
        run = []
    return found


def _is_apart(shown: Sequence[int], first: int, heads: set[int]) -> bool:
    place = shown.index(first)
    return place < 3 or shown[place - 1] in heads


def _opens_with_headline(piece: Piece) -> bool:
    lead = piece.text[: piece.lead].strip()
    if not lead or len(lead) > _LEAD or not piece.links:
        return False
    wordy = len(lead.split()) >= _LEAD_WORDS or (" " not in lead and len(lead) > 7)
    linked = piece.links[0].start == 0
    ends = lead.endswith((".", "!", "?", "…", ":", "。", "؟"))
    rest = piece.text[piece.lead :]
    return wordy and bool(rest.strip()) and (ends or bool(_BREAK.match(rest))) and (linked or ends)
