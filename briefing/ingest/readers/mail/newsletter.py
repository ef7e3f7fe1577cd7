"""Step 9: the HTML of a message → its articles, and the role of every line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.ingest.articles import Found
from briefing.ingest.dump.vocabulary import overlap, stemmer
from briefing.ingest.readers.blocks import Block, Form, Placed, place, published
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.html_page import language
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.forward import forwarded
from briefing.ingest.readers.mail.frame import (
    body_size,
    calls,
    frame,
    is_call,
    is_own,
    stands_out,
    tells,
    web_view,
)
from briefing.ingest.readers.mail.items import Item, bare_title, items, split_lead
from briefing.ingest.readers.mail.outline import Piece, outline, parse
from briefing.ingest.readers.mail.sponsors import sponsors
from briefing.ingest.reading import Line, Role
from briefing.text.language import detect

_OPENING = 400  # characters of a greeting that is an article of its own
_LABEL = 60  # characters
_TEXT = (Form.PARAGRAPH, Form.ITEM)
_SPONSORED = "paid for by a sponsor, as it says itself"


@dataclass(frozen=True, slots=True)
class _Told:
    """A line's role, its article and why."""

    role: Role
    article: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A message's lines, and what is known of them all."""

    tree: Any
    pieces: tuple[Piece, ...]
    framed: Mapping[int, str]
    size: float
    subject: str
    view: str | None


def read(name: str, text: str, subject: str, *, bulk: bool) -> Content:
    """Return the articles in a message's HTML; `bulk` says that its headers call it a newsletter.

    A message that is none is one article as it stands. Raises SourceError where it is too large to be read.
    """
    tree = parse(name, text)
    pieces = outline(tree) if tree is not None else ()
    headers, said = forwarded([piece.text for piece in pieces])
    view = web_view(pieces)
    framed = frame(pieces)
    if not bulk and not is_own(framed):
        hidden = {n: piece.unseen for n, piece in enumerate(pieces) if piece.unseen} | headers
        return replace(_letter(tree, pieces, hidden, subject), forwarded=said)
    page = _Page(tree, pieces, framed | headers, body_size(pieces), said.subject or subject, view)
    return replace(_newsletter(page), forwarded=said, bulk=True)


def _letter(tree: Any, pieces: Sequence[Piece], hidden: Mapping[int, str], subject: str) -> Content:
    """Return a personal message: one article of all its lines."""
    seen = [piece.text for n, piece in enumerate(pieces) if n not in hidden and _has_word(piece.text)]
    text = "\n".join(seen)
    told = {n: _Told(Role.JUNK, None, reason) for n, reason in hidden.items()}
    for n, piece in enumerate(pieces):
        plain = _Told(Role.BODY, 0, "a line of a message that is no newsletter")
        told.setdefault(
            n, plain if _has_word(piece.text) else _Told(Role.JUNK, None, "a rule or an ornament")
        )
    found = (Found(text=text, title=subject, language=language(tree, text)),) if seen else ()
    return Content(found, _lines(pieces, told))


def _newsletter(page: _Page) -> Content:
    paid = [*sponsors(page.pieces, dict(page.framed))]
    sold = {n: _SPONSORED for block in paid for n in block.lines}
    framed = {**page.framed, **sold}
    digest = items(page.pieces, framed, page.subject)
    whole = replace(page, framed=framed)
    content = _several(whole, digest) if digest else _essay(whole)
    reasons = tuple(
        f"a block paid for by a sponsor is left out (“{block.mark}”)"
        for block in paid
        if len(block.lines) > 1
    )
    return replace(content, dropped=reasons)


def _several(page: _Page, digest: Sequence[Item]) -> Content:
    """Return the articles of a digest; what stands above them is one where it says enough."""
    found: list[Found] = []
    told = {n: _Told(Role.JUNK, None, reason) for n, reason in page.framed.items()}
    for item in digest:
        made = _led(page, item) if item.led else _item(page, item)
        if made is None:
            told |= _without_text(page, item)
            continue
        article, roles = made
        number = len(found)
        told |= {n: replace(role, article=number if role.article == 0 else None) for n, role in roles.items()}
        found.append(article)
    return Content(tuple(found), _lines(page.pieces, told))


def _led(page: _Page, item: Item) -> tuple[Found, dict[int, _Told]] | None:
    piece = page.pieces[item.body[0]]
    title, text = split_lead(replace(piece, text=_without_call(piece)))
    if not _has_word(text):
        return None
    article = Found(
        text=text,
        title=bare_title(title),
        url=piece.url,
        language=language(page.tree, text),
        line=item.body[0] + 1,
    )
    return article, {item.body[0]: _Told(Role.BODY, 0, "opens with its own headline, a link or in bold type")}


def _blocks(page: _Page, lines: Sequence[int]) -> list[Block]:
    """Return the lines of an article; short ones above and below its text are no part of that."""
    found = [_block(page, n) for n in lines]
    told = [n for n, block in enumerate(found) if block.form in _TEXT and tells(block.text)]
    first, last = (told[0], told[-1]) if told else (0, len(found))
    return [
        replace(block, form=Form.OTHER, what="a short line above the text or below it")
        if not first <= n <= last and block.form is Form.PARAGRAPH and len(block.text) < _LABEL
        else block
        for n, block in enumerate(found)
    ]


def _item(page: _Page, item: Item) -> tuple[Found, dict[int, _Told]] | None:
    """Return an article and its lines' roles; None where it has no text."""
    head = page.pieces[item.head] if item.head is not None else None
    placed = place(_blocks(page, item.body), head.text if head else "")
    text = "\n".join(one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD))
    if not tells(text) or (head is None and len(text) < _OPENING):
        return None
    roles = {one.block.first: _Told(one.role, 0, one.reason) for one in placed}
    if item.head is not None:
        roles[item.head] = _Told(Role.HEADLINE, 0, _why(head))
    start = item.head if item.head is not None else item.body[0]
    found = Found(
        text=text,
        title=bare_title(head.text) if head else page.subject,
        url=_address(page, head, item.body),
        language=language(page.tree, text),
        published=published(placed),
        points=tuple(one.block.text for one in placed if one.role is Role.POINT),
        line=start + 1,
    )
    return found, roles


def _why(head: Piece | None) -> str:
    if head is None:
        return "the newsletter's subject"
    if head.form is Form.HEADING:
        return "a heading above a text of its own"
    return (
        "a line of links above a text of its own"
        if head.linked
        else "a line that stands out above a text of its own"
    )


def _block(page: _Page, n: int) -> Block:
    """Return a line of an article as a block; words that only invite to read on are cut off its end."""
    piece = page.pieces[n]
    if n in page.framed:
        return Block(Form.OTHER, piece.text, n, n + 1, what=page.framed[n])
    if is_call(piece):
        return Block(Form.LINK, piece.text, n, n + 1, url=piece.url)
    if stands_out(piece, page.size) and not (piece.linked and has_sentence(piece.text)):
        return Block(Form.HEADING, _without_call(piece), n, n + 1, piece.level)
    return Block(
        piece.form if piece.form is not Form.HEADING else Form.PARAGRAPH, _without_call(piece), n, n + 1
    )


def _without_call(piece: Piece) -> str:
    """Return a line without a last link to read on, or to a source in brackets."""
    last = piece.links[-1] if piece.links else None
    if last is None or not last.start or last.end < len(piece.text) - 3:
        return piece.text
    words, above = piece.text[last.start : last.end], piece.text[: last.start].rstrip()
    bracketed = len(words) < _LABEL and (above.endswith("(") or words.startswith("("))
    return above.rstrip(" (→»—–-|[") if bracketed or calls(words) else piece.text


def _address(page: _Page, head: Piece | None, body: Sequence[int]) -> str | None:
    """Return an article's address: its headline's, that of "Read more", or the only one that it has."""
    if head and head.url:
        return head.url
    links = [(page.pieces[n], link) for n in body if n not in page.framed for link in page.pieces[n].links]
    onward = [link.url for piece, link in links if calls(piece.text[link.start : link.end])]
    return onward[0] if onward else links[0][1].url if len({link.url for _, link in links}) == 1 else None


def _without_text(page: _Page, item: Item) -> dict[int, _Told]:
    lines = (*((item.head,) if item.head is not None else ()), *item.body)
    return {
        n: _Told(Role.LINK, None, "a link without a text of its own")
        if page.pieces[n].linked
        else _Told(Role.JUNK, None, "the newsletter's own words, or a headline without a text")
        for n in lines
        if n not in page.framed
    }


def _essay(page: _Page) -> Content:
    """Return the one article of a newsletter."""
    shown = [n for n in range(len(page.pieces)) if n not in page.framed]
    head = _headline(page, shown)
    start = head if head is not None else 0
    blocks = _blocks(page, [n for n in range(start, len(page.pieces)) if n != head])
    title = page.pieces[head].text if head is not None else page.subject
    placed = place(blocks, title)
    text = "\n".join(one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD))
    if not _has_word(text):
        return Content((), _lines(page.pieces, _without_text(page, Item(None, tuple(shown)))))
    told = {n: _Told(Role.JUNK, None, "stands above the headline") for n in range(start)}
    told |= {one.block.first: _told(one) for one in placed}
    told |= {n: _Told(Role.JUNK, None, reason) for n, reason in page.framed.items()}
    if head is not None:
        told[head] = _Told(Role.HEADLINE, 0, "the newsletter's headline")
    found = Found(
        text=text,
        title=title,
        url=page.view or (page.pieces[head].url if head is not None else None),
        language=language(page.tree, text),
        points=tuple(one.block.text for one in placed if one.role is Role.POINT),
    )
    return Content((found,), _lines(page.pieces, told))


def _told(one: Placed) -> _Told:
    return _Told(one.role, None if one.role is Role.JUNK else 0, one.reason)


def _headline(page: _Page, shown: Sequence[int]) -> int | None:
    """Return the line above the text that has the words of the subject; without a subject the largest."""
    heads: list[int] = []
    for n in shown:
        if stands_out(page.pieces[n], page.size):
            heads.append(n)
        elif has_sentence(page.pieces[n].text) and heads:
            break
        elif len(page.pieces[n].text) > _OPENING:
            return None
    stems = stemmer(detect(page.subject))
    topic = stems(page.subject)
    alike = [n for n in heads if overlap(topic, stems(page.pieces[n].text)) >= 0.5]
    if alike or not page.subject:
        return max(alike or heads, key=lambda n: page.pieces[n].size, default=None)
    return None


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _lines(pieces: Sequence[Piece], told: Mapping[int, _Told]) -> tuple[Line, ...]:
    other = _Told(Role.JUNK, None, "the newsletter's own words")
    return tuple(
        Line(n + 1, piece.text, (one := told.get(n, other)).role, one.article, one.reason)
        for n, piece in enumerate(pieces)
    )
