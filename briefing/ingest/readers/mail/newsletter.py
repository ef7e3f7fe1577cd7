"""Step 14: the HTML of a message → its articles, and the role of every line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.ingest.articles import Found
from briefing.ingest.readers.html_page import language
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.digest import several
from briefing.ingest.readers.mail.essay import essay
from briefing.ingest.readers.mail.forward import forwarded
from briefing.ingest.readers.mail.frame import body_size, frame, is_own, web_view
from briefing.ingest.readers.mail.items import items
from briefing.ingest.readers.mail.outline import outline, parse
from briefing.ingest.readers.mail.page import Page, Told, has_word, lines
from briefing.ingest.readers.mail.pieces import Piece
from briefing.ingest.readers.mail.sponsors import sponsors
from briefing.ingest.reading import Role

_SPONSORED = "paid for by a sponsor, as it says itself"


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
    page = Page(tree, pieces, framed | headers, body_size(pieces), said.subject or subject, view)
    return replace(_newsletter(page), forwarded=said, bulk=True)


def _letter(tree: Any, pieces: Sequence[Piece], hidden: Mapping[int, str], subject: str) -> Content:
    """Return a personal message: one article of all its lines."""
    seen = [piece.text for n, piece in enumerate(pieces) if n not in hidden and has_word(piece.text)]
    text = "\n".join(seen)
    told = {n: Told(Role.JUNK, None, reason) for n, reason in hidden.items()}
    for n, piece in enumerate(pieces):
        plain = Told(Role.BODY, 0, "a line of a message that is no newsletter")
        told.setdefault(n, plain if has_word(piece.text) else Told(Role.JUNK, None, "a rule or an ornament"))
    found = (Found(text=text, title=subject, language=language(tree, text)),) if seen else ()
    return Content(found, lines(pieces, told))


def _newsletter(page: Page) -> Content:
    paid = [*sponsors(page.pieces, dict(page.framed))]
    sold = {n: _SPONSORED for block in paid for n in block.lines}
    framed = {**page.framed, **sold}
    digest = items(page.pieces, framed, page.subject)
    whole = replace(page, framed=framed)
    content = several(whole, digest) if digest else essay(whole)
    reasons = tuple(
        f"a block paid for by a sponsor is left out (“{block.mark}”)"
        for block in paid
        if len(block.lines) > 1
    )
    return replace(content, dropped=reasons)
