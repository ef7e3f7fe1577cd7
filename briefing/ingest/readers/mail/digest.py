"""Step 12: the articles of a digest, and the role of every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.articles import Found
from briefing.ingest.readers.blocks import Form, place, published
from briefing.ingest.readers.html_page import language
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.frame import calls, tells
from briefing.ingest.readers.mail.item import Item, bare_title, split_lead
from briefing.ingest.readers.mail.page import Page, Told, blocks, has_word, lines, without_call, without_text
from briefing.ingest.readers.mail.pictures import lead_pictures
from briefing.ingest.readers.mail.pieces import Piece
from briefing.ingest.reading import Role

_OPENING = 400  # characters of a greeting that is an article of its own


def several(page: Page, digest: Sequence[Item]) -> Content:
    """Return the articles of a digest; what stands above them is one where it says enough."""
    found: list[Found] = []
    own: list[tuple[int, ...]] = []
    told = {n: Told(Role.JUNK, None, reason) for n, reason in page.framed.items()}
    for item in digest:
        made = _led(page, item) if item.led else _item(page, item)
        if made is None:
            told |= without_text(page, item)
            continue
        article, roles = made
        number = len(found)
        told |= {n: replace(role, article=number if role.article == 0 else None) for n, role in roles.items()}
        found.append(article)
        own.append(item.body if item.head is None else (item.head, *item.body))
    pictures = zip(found, lead_pictures(page, own), strict=True)
    shown = tuple(replace(article, picture=picture) for article, picture in pictures)
    return Content(shown, lines(page.pieces, told))


def _led(page: Page, item: Item) -> tuple[Found, dict[int, Told]] | None:
    piece = page.pieces[item.body[0]]
    title, text = split_lead(replace(piece, text=without_call(piece)))
    if not has_word(text):
        return None
    article = Found(
        text=text,
        title=bare_title(title),
        url=piece.url,
        language=language(page.tree, text),
        line=item.body[0] + 1,
    )
    return article, {item.body[0]: Told(Role.BODY, 0, "opens with its own headline, a link or in bold type")}


def _item(page: Page, item: Item) -> tuple[Found, dict[int, Told]] | None:
    """Return an article and its lines' roles; None where it has no text."""
    head = page.pieces[item.head] if item.head is not None else None
    placed = place(blocks(page, item.body), head.text if head else "")
    text = "\n".join(one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD))
    if not tells(text) or (head is None and len(text) < _OPENING):
        return None
    roles = {one.block.first: Told(one.role, 0, one.reason) for one in placed}
    if item.head is not None:
        roles[item.head] = Told(Role.HEADLINE, 0, _why(head))
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


def _address(page: Page, head: Piece | None, body: Sequence[int]) -> str | None:
    """Return an article's address: its headline's, that of "Read more", or the only one that it has."""
    if head and head.url:
        return head.url
    links = [(page.pieces[n], link) for n in body if n not in page.framed for link in page.pieces[n].links]
    onward = [link.url for piece, link in links if calls(piece.text[link.start : link.end])]
    return onward[0] if onward else links[0][1].url if len({link.url for _, link in links}) == 1 else None
