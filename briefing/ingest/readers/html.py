"""A saved web page: its one article, without the page around it."""

from __future__ import annotations

from typing import Any

from briefing.errors import SourceError
from briefing.ingest.articles import Found, build
from briefing.ingest.decode import decode
from briefing.ingest.readers.blocks import Placed, place
from briefing.ingest.readers.html_align import align
from briefing.ingest.readers.html_blocks import blocks, has_sentence
from briefing.ingest.readers.html_digest import digest, stories
from briefing.ingest.readers.html_outline import Piece, outline
from briefing.ingest.readers.html_page import (
    cut_off,
    headline,
    language,
    parse,
    published,
    saved_from,
    top_line,
)
from briefing.ingest.readers.html_picture import lead_picture
from briefing.ingest.reading import Explained, Line, Raw, Reading, Role
from briefing.model import Problem
from briefing.text.clean import one_line

# What is never part of an article, whatever else is on the page. The extractor knows it too, but falls back
# to all the words of a page where the article is short.
_AROUND = (
    "//nav | //footer | //button | //figcaption | //form[not(.//p)]",
    "//header[not(ancestor::article or ancestor::main)]",
    '//*[@role="navigation" or @role="banner" or @role="contentinfo" or @role="search"'
    ' or @role="dialog" or @role="alertdialog"]',
    "//*[self::p or self::div or self::section or self::aside or self::span]"
    '[contains(translate(concat(@id, " ", @class), "COKIENST", "cokienst"), "cookie")'
    ' or contains(translate(concat(@id, " ", @class), "CONSENT", "consent"), "consent")]',
)


def read(raw: Raw) -> Reading:
    """Read a page's article, what the extractor trafilatura takes for its main text, or a digest's several.

    Headings are subheads, not text; a list is the publisher's points where it stands above the first
    paragraph or in a box that says so. Raises SourceError where the page has no article.
    """
    decoded = decode(raw, markup=True)
    tree = parse(raw.name, decoded.text)
    pieces = tuple(outline(tree))
    told = stories(tree, pieces)
    if told:
        found, lines = digest(tree, told, pieces, _around(tree), raw.url)
    else:
        found, lines = _single(tree, pieces, decoded.text, raw.url)
    if not found:
        raise SourceError(raw.name, "holds no article: no paragraph of text stands out on the page")
    damage = decoded.damage or ("is cut off: the article may lack its end" if cut_off(decoded.text) else None)
    return Reading(
        articles=tuple(build(raw, one) for one in found),
        problems=(Problem(raw.name, damage),) if damage else (),
        explained=(Explained(raw.name, lines),),
    )


def _single(
    tree: Any, pieces: tuple[Piece, ...], source: str, fetched: str | None
) -> tuple[tuple[Found, ...], tuple[Line, ...]]:
    """Return the one article of a page, and the lines of its main text."""
    page = _extract(tree)
    kept = align(blocks(page.body), pieces) if page else ()
    name = headline(tree, page.title or "", page.sitename or "") if page else ""
    title = one_line(name or top_line(pieces, kept))
    placed = place(kept, title)
    body = [one.block.text for one in placed if one.role in (Role.BODY, Role.LEAD)]
    if not any(map(has_sentence, body)):
        return (), ()
    text = "\n".join(body)
    url = page.url or saved_from(source)
    found = Found(
        text=text,
        title=title,
        url=url,
        source=page.sitename,
        language=language(tree, text),
        published=published(tree, page.date),
        points=tuple(one.block.text for one in placed if one.role is Role.POINT),
        picture=lead_picture(tree, fetched, url),
    )
    return (found,), _lines(title, placed)


def _around(tree: Any) -> frozenset[Any]:
    return frozenset(element for path in _AROUND for element in tree.xpath(path))


def _extract(tree: Any) -> Any:
    """Return the extractor's document, None where it finds nothing."""
    page = _run(tree)
    if page is not None and len(page.body) == 1:
        # One lump is what its last resort makes of a short article: all words of the page run together.
        precise = _run(tree, precise=True)
        if precise is not None and 2 * len(precise.text) >= len(page.text):
            return precise
    return page


def _run(tree: Any, *, precise: bool = False) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree,
            fast=True,
            favor_precision=precise,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            prune_xpath=list(_AROUND),
            # A date guessed from any digits on the page is worse than none.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, AssertionError, LookupError, AttributeError, ValueError, TypeError):
        # Markup that the extractor stumbles over is markup that holds no article for us.
        return None


def _lines(title: str, placed: tuple[Placed, ...]) -> tuple[Line, ...]:
    """Give the lines that the extractor kept numbers in their order, after the headline."""
    first = next((n for n, one in enumerate(placed) if one.role is Role.HEADLINE), None)
    told = [(title, Role.HEADLINE, "the page's headline")] if title else []
    told += [(one.block.text, one.role, _reason(one)) for n, one in enumerate(placed) if n != first]
    return tuple(Line(number, text, role, 0, reason) for number, (text, role, reason) in enumerate(told, 1))


def _reason(one: Placed) -> str:
    if one.role not in (Role.BODY, Role.LEAD):
        return one.reason
    return one.block.what or f"{one.reason}, kept as main text by the extractor"
