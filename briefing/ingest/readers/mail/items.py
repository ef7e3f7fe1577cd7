"""Step 8: one essay or several articles, and which lines are whose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.dump.vocabulary import names, stemmer
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.mail.frame import body_size, calls, is_call, stands_out, tells
from briefing.ingest.readers.mail.outline import Piece
from briefing.text.language import detect

_THRESHOLD = 3.0  # points: an essay torn apart is worse than two articles left together
_GREETING = 300  # characters above the first headline
_OPENING = 600  # characters that are an article of their own, or an essay's beginning
_CHAPTER = 3_000  # characters: no item of a digest is so long
_LEAD_WORDS = 3
_LEAD = 160  # characters
_BREAK = re.compile(r"\s*(?:[—–:|(-]|[.!?…](?!\w)|,? ?(?:via|from|by)\b)")
_SUBHEAD = re.compile(
    r"(?:what|why|how|who|where|when|background|context|summary|introduction|conclusion|overview|analysis|"
    r"reactions?|timeline|methods?|results|the (?:background|context|reactions?|future|outlook|bottom line|"
    r"big picture|details)|between the lines|zoom (?:in|out)|go deeper|yes, but|be smart)\b|"
    r"(?:was|warum|wie|hintergrund|fazit|pourquoi|comment|contexte|conclusion|por qué|cómo|contexto)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[①-⑳]|\d\ufe0f?\u20e3)\s+|\d{1,2} big things?: ", re.IGNORECASE)
_READ = re.compile(r" ?[(\[]\d{1,3}[ -]?min(?:ute)?s?[ -]read[)\]]$", re.IGNORECASE)

Style = tuple[int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a newsletter: the numbers of its lines."""

    head: int | None
    """Of its headline; None where it stands in the line of its text, or there is none."""
    body: tuple[int, ...]
    """Of the others."""
    led: bool = False
    """Whether its only line opens with its headline ("Ferry sails — It is back")."""


def items(pieces: Sequence[Piece], framed: Collection[int], subject: str) -> tuple[Item, ...]:
    """Return the articles of a digest in order; none where the message is one article."""
    shown = [n for n in range(len(pieces)) if n not in framed]
    size = body_size(pieces)
    heads = {n for n in shown if stands_out(pieces[n], size)}
    found = [*_without_masthead(pieces, [*_items(pieces, shown, heads)])]
    told = [item for item in found if _text(pieces, item)]
    return tuple(found) if len(told) > 1 and _points(pieces, told, shown, subject) > _THRESHOLD else ()


def _without_masthead(pieces: Sequence[Piece], found: Sequence[Item]) -> Sequence[Item]:
    """Leave out the newsletter's name and its greeting: they stand above the articles, and lead nowhere."""
    first = next((n for n, item in enumerate(found) if item.head is not None or item.led), len(found))
    if first + 2 >= len(found) or (item := found[first]).head is None:
        return found
    if _leads_elsewhere(pieces, item) or _has_link(pieces, item) or len(_text(pieces, item)) >= _GREETING:
        return found
    others = [one.head for one in found[first + 1 :] if one.head is not None]
    alike = sum(_style(pieces[head]) == _style(pieces[item.head]) for head in others)
    return [*found[:first], *found[first + 1 :]] if 2 * alike <= len(others) else found


def bare_title(title: str) -> str:
    """Return a headline without its number in the newsletter, its full stop and how long it takes to read."""
    bare = _READ.sub("", _NUMBERED.sub("", title, count=1) if _NUMBERED.match(title) else title)
    return bare.removesuffix(".") if bare.count(".") == 1 else bare


def split_lead(piece: Piece) -> tuple[str, str]:
    """Return the headline that a line opens with, and the rest of it."""
    text = piece.text[piece.lead :].lstrip(" —–:|-")
    return piece.text[: piece.lead].strip(" —–:|-"), text


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


def _text(pieces: Sequence[Piece], item: Item) -> str:
    """Return the text of an article, without its headline and what only leads elsewhere."""
    if item.led:
        return split_lead(pieces[item.body[0]])[1]
    lines = [pieces[n].text for n in item.body if not is_call(pieces[n])]
    return "\n".join(lines) if any(map(tells, lines)) else ""


def _points(pieces: Sequence[Piece], told: Sequence[Item], shown: Sequence[int], subject: str) -> float:
    """Weigh what speaks for several articles, and against."""
    headed = [item for item in told if item.head is not None or item.led]
    if len(headed) < 2:
        return 0.0
    first = headed[0]
    start = first.head if first.head is not None else first.body[0]
    intro = sum(len(pieces[n].text) for n in shown if n < start and has_sentence(pieces[n].text))
    texts = [_text(pieces, item) for item in headed]
    own = sum(_leads_elsewhere(pieces, item) for item in headed) / len(headed)
    heads = [_title(pieces, item) for item in headed]
    points = 3.0 * (own >= 0.6) or 1.0 * (
        sum(_has_link(pieces, item) for item in headed) >= 0.6 * len(headed)
    )
    points += 1.5 * _are_parted(pieces, headed)
    points += 1.0 * (len(headed) > 2) + 1.0 * (intro < _GREETING) - 2.0 * (intro >= _OPENING)
    points += 1.0 * (sum(bool(_NUMBERED.match(head)) for head in heads) > len(heads) // 2)
    points -= 1.5 * (2 * sum(bool(_SUBHEAD.match(head)) for head in heads) >= len(heads))
    bound = own < 0.6 and _are_bound(pieces, shown, start, texts, subject)
    points += 1.5 * (not bound and len(headed) > 2 and intro < _GREETING) - 1.5 * bound
    points -= 1.0 * (max(map(len, texts)) > _CHAPTER)
    return points


def _title(pieces: Sequence[Piece], item: Item) -> str:
    return pieces[item.head].text if item.head is not None else split_lead(pieces[item.body[0]])[0]


def _leads_elsewhere(pieces: Sequence[Piece], item: Item) -> bool:
    """Whether an article's headline is a link, or its text ends in one to read on."""
    if item.led or (item.head is not None and pieces[item.head].links):
        return True
    return any(ends_in_call(pieces[n]) for n in item.body)


def ends_in_call(piece: Piece) -> bool:
    """Whether a line is, or ends in, a link that invites to read on."""
    return bool(piece.links) and any(calls(piece.text[one.start : one.end]) for one in piece.links[-1:])


def _has_link(pieces: Sequence[Piece], item: Item) -> bool:
    return any(pieces[n].links for n in item.body)


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
