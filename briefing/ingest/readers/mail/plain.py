"""Step 15: the plain text of a message → its articles, by the segmenter for page dumps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.ingest.articles import Found
from briefing.ingest.dump import segment
from briefing.ingest.dump.segmentation import Piece, Segmentation
from briefing.ingest.limits import check_lines
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.forward import forwarded
from briefing.ingest.readers.mail.frame import BELOW, VIEW, calls, is_footer, is_web_view
from briefing.ingest.readers.mail.sponsors import is_mark
from briefing.ingest.reading import Line, Role
from briefing.text.clean import clean

_ADDRESS = re.compile(r"[<\[(] ?(?P<url>https?://[^\s<>\[\]()]{4,2000}) ?[>\])]")
_ONWARD = re.compile(
    r"\s*(?P<words>[^:：<>\[\]()]{1,60}?)\s*[:：]?\s*[<\[(]?(?P<url>https?://[^\s<>\[\]()]{4,2000})[>\])]?\s*"
)
_BARE = re.compile(r"https?://\S+")
_RULE = re.compile(r"\s*([-=_*~#+─—–•.])(?:\s?\1){3,}\s*")
_TAIL = 0.4  # of a message's lines: no footer begins above
_SIGNATURE = ("-- ", "--")
_SPONSORED = "paid for by a sponsor, as it says itself"


def read(name: str, text: str, subject: str, *, bulk: bool) -> Content:
    """Return the articles in a message's text; `bulk` says that its headers call it a newsletter.

    A message that is none is one article as it stands. Raises SourceError for too many lines.
    """
    lines = _on_lines_of_their_own(clean(text))
    check_lines(name, len(lines))
    headers, said = forwarded(lines)
    marks, paid = _frame(lines)
    bulk = bulk or any(reason in (VIEW, BELOW) for reason in marks.values())
    content = (
        _newsletter(lines, marks | headers, said.subject or subject)
        if bulk
        else _letter(lines, headers, subject)
    )
    return replace(content, dropped=paid if bulk else (), forwarded=said, bulk=bulk)


def _on_lines_of_their_own(text: str) -> list[str]:
    """Return the lines of a text; an address in brackets behind some words gets a line of its own."""
    lines: list[str] = []
    for line in text.split("\n"):
        onward = _ONWARD.fullmatch(line)
        if onward and calls(onward["words"]):
            lines.append(onward["url"])
            continue
        found = _ADDRESS.search(line)
        bare = _ADDRESS.sub("", line).strip() if found else line
        if not found or not bare:
            lines.append(found["url"] if found and not bare else line)
            continue
        lines += [re.sub(r" {2,}| (?=[.,;:!?])", lambda gap: "" if gap[0] == " " else " ", bare)]
        if found.end() >= len(line.rstrip()) - 1:
            lines.append(found["url"])
    return lines


def _frame(lines: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Return the lines that are a newsletter's own, or a sponsor's, and what was said of sponsors."""
    found: dict[int, str] = {}
    paid: list[str] = []
    for n, line in enumerate(lines):
        words = _BARE.sub("", line).strip()
        if n in found or not words:
            continue
        if is_web_view(words):
            found |= dict.fromkeys(_with_address(lines, n), VIEW)
        elif is_mark(words):
            found |= dict.fromkeys(_paid(lines, n), _SPONSORED)
            paid.append(f"a block paid for by a sponsor is left out (“{words.strip(' *-=_[]()')}”)")
    start = _footer(lines)
    return found | dict.fromkeys(range(start, len(lines)), BELOW), tuple(paid)


def _with_address(lines: Sequence[str], n: int) -> range:
    following = n + 1
    while following < len(lines) and not lines[following].strip():
        following += 1
    below = (
        following < len(lines) and following - n < 3 and _BARE.fullmatch(lines[following].strip("<>[]() "))
    )
    return range(n, following + 1) if below else range(n, n + 1)


def _paid(lines: Sequence[str], n: int) -> range:
    """Return the lines of a sponsor's block: up to a rule, or to the second empty line in a row."""
    stop, paragraphs = n + 1, 0
    ruled = any(_RULE.fullmatch(line) for line in lines)
    while stop < len(lines):
        if _RULE.fullmatch(lines[stop]) and paragraphs:
            break
        blank = not lines[stop].strip()
        paragraphs += not blank and (stop == n + 1 or not lines[stop - 1].strip())
        # Without rules in the message a mark, a headline at the most and one paragraph are the block.
        if not ruled and (
            paragraphs > 1 or (blank and stop + 1 < len(lines) and not lines[stop + 1].strip())
        ):
            break
        stop += 1
    return range(n, stop)


def _footer(lines: Sequence[str]) -> int:
    """Return the number of the line at which the footer begins."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    tail = [n for n in filled if n >= (1 - _TAIL) * len(lines)]
    start = next((n for n in tail if is_footer(lines[n])), len(lines))
    signature = next((n for n in tail if lines[n] in _SIGNATURE and n < start), start)
    # The rule above it, and what stands between, is its own.
    rules = [n for n in filled if n < start and _RULE.fullmatch(lines[n])]
    if start < len(lines) and rules and rules[-1] >= start - 6:
        return min(rules[-1], signature)
    return signature if start < len(lines) else start


def _newsletter(lines: Sequence[str], marks: Mapping[int, str], subject: str) -> Content:
    kept = ["" if n in marks else line for n, line in enumerate(lines)]
    found = segment("\n".join(kept))
    told = tuple(
        Line(line.number, lines[line.number - 1], Role.JUNK, None, marks[line.number - 1])
        if line.number - 1 in marks
        else line
        for line in found.lines
    )
    told += tuple(_junk(lines, marks, n) for n in range(len(told), len(lines)))
    several = len(found.pieces) > 1
    firsts = _firsts(found)
    articles = tuple(
        _found(piece, piece.title if several else _title(piece, subject), firsts.get(n) if several else None)
        for n, piece in enumerate(found.pieces)
    )
    return Content(articles, told)


def _junk(lines: Sequence[str], marks: Mapping[int, str], n: int) -> Line:
    role = Role.JUNK if n in marks else Role.BLANK
    return Line(n + 1, lines[n], role, None, marks.get(n, "nothing stands in it"))


def _firsts(found: Segmentation) -> dict[int, int]:
    """Return the number of each article's first line."""
    first: dict[int, int] = {}
    for line in found.lines:
        if line.article is not None:
            first.setdefault(line.article, line.number)
    return first


def _title(piece: Piece, subject: str) -> str:
    """Return the headline of a newsletter's one article: its own where the subject has its words, too."""
    own = piece.title.casefold()
    return piece.title if own and (not subject or own in subject.casefold()) else subject


def _found(piece: Piece, title: str, line: int | None) -> Found:
    return Found(
        text=piece.text,
        title=title,
        url=piece.url,
        published=piece.published,
        points=piece.points,
        place=piece.place,
        line=line,
    )


def _letter(lines: Sequence[str], headers: Mapping[int, str], subject: str) -> Content:
    """Return a personal message: one article, its paragraphs as they stand."""
    text = "\n".join("" if n in headers else line.strip() for n, line in enumerate(lines))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    told = tuple(
        Line(n + 1, line, Role.JUNK, None, headers[n])
        if n in headers
        else Line(n + 1, line, Role.BODY, 0, "a line of a message that is no newsletter")
        if line.strip()
        else Line(n + 1, line, Role.BLANK, None, "nothing stands in it")
        for n, line in enumerate(lines)
    )
    if not any(map(str.isalnum, text)):
        return Content((), told)
    return Content((Found(text="\n".join(paragraphs), title=subject),), told)
