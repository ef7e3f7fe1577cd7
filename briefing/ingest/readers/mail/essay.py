"""Step 13: the one article of a newsletter, and the role of every line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.ingest.articles import Found
from briefing.ingest.dump.vocabulary import overlap, stemmer
from briefing.ingest.readers.blocks import Placed, place
from briefing.ingest.readers.html_blocks import has_sentence
from briefing.ingest.readers.html_page import language
from briefing.ingest.readers.mail.content import Content
from briefing.ingest.readers.mail.frame import stands_out
from briefing.ingest.readers.mail.item import Item
from briefing.ingest.readers.mail.page import Page, Told, blocks, has_word, lines, without_text
from briefing.ingest.readers.mail.pictures import lead_pictures
from briefing.ingest.reading import Role
from briefing.text.language import detect

_OPENING = 400  # characters above which no headline is looked for


def essay(page: Page) -> Content:
    """Return the one article of a newsletter; none where it has no word."""
    shown = [n for n in range(len(page.pieces)) if n not in page.framed]
    head = _headline(page, shown)
    start = head if head is not None else 0
    found = blocks(page, [n for n in range(start, len(page.pieces)) if n != head])
    title = page.pieces[head].text if head is not None else page.subject
    placed = place(found, title)
    text = "\n".join(one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD))
    if not has_word(text):
        return Content((), lines(page.pieces, without_text(page, Item(None, tuple(shown)))))
    told = {n: Told(Role.JUNK, None, "stands above the headline") for n in range(start)}
    told |= {one.block.first: _role(one) for one in placed}
    told |= {n: Told(Role.JUNK, None, reason) for n, reason in page.framed.items()}
    if head is not None:
        told[head] = Told(Role.HEADLINE, 0, "the newsletter's headline")
    article = Found(
        text=text,
        title=title,
        url=page.view or (page.pieces[head].url if head is not None else None),
        language=language(page.tree, text),
        points=tuple(one.block.text for one in placed if one.role is Role.POINT),
        picture=lead_pictures(page, [[n for n in shown if n >= start]])[0],
    )
    return Content((article,), lines(page.pieces, told))


def _role(one: Placed) -> Told:
    return Told(one.role, None if one.role is Role.JUNK else 0, one.reason)


def _headline(page: Page, shown: Sequence[int]) -> int | None:
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
