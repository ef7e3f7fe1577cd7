"""Step 11: the pictures in a newsletter, and which article each belongs to."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from briefing.ingest.pictures import picture
from briefing.ingest.readers.html_figures import is_small
from briefing.ingest.readers.mail.page import Page
from briefing.model import Picture

_MOST = 200  # pictures of a message that are looked at
_NOBODY = -1


def lead_pictures(page: Page, articles: Sequence[Sequence[int]]) -> tuple[Picture | None, ...]:
    """Return the first picture of each article, whose lines are given by their numbers.

    A picture belongs to the article whose text shares a box with it and no other's does; where boxes don't
    tell, to the text around it, or else to the one below it, if there is another above. What stands above
    all articles is the newsletter's own.
    """
    found: dict[int, Picture] = {}
    owners = {n: number for number, lines in enumerate(articles) for n in lines}
    if page.tree is not None and owners:
        for owner, one in _owned(page, owners):
            found.setdefault(owner, one)
    return tuple(found.get(number) for number in range(len(articles)))


def _owned(page: Page, owners: Mapping[int, int]) -> Iterator[tuple[int, Picture]]:
    """Yield the pictures that belong to an article, with its number."""
    order = {element: place for place, element in enumerate(page.tree.iter())}
    told = sorted((order[one.element], owners.get(n, _NOBODY)) for n, one in enumerate(page.pieces))
    boxes = _boxes(page, owners) if len(set(owners.values())) > 1 else {}
    for image in islice(page.tree.iter("img"), _MOST):
        shown = None if is_small(image) else picture(image.get("src"), image.get("alt", ""))
        if shown is None:
            continue
        held = next((boxes[one] for one in image.iterancestors() if one in boxes), frozenset())
        owner = next(iter(held)) if len(held) == 1 else _around(told, order[image])
        if owner != _NOBODY:
            yield owner, shown


def _boxes(page: Page, owners: Mapping[int, int]) -> dict[Any, frozenset[int]]:
    """Return whose lines each element holds."""
    held: dict[Any, set[int]] = {}
    for n, piece in enumerate(page.pieces):
        for element in (piece.element, *piece.element.iterancestors()):
            held.setdefault(element, set()).add(owners.get(n, _NOBODY))
    return {element: frozenset(whose) for element, whose in held.items()}


def _around(told: Sequence[tuple[int, int]], place: int) -> int:
    """Return whose the text above and below a place is; below, where they differ and somebody's is above."""
    number = bisect([where for where, _ in told], place)
    above = told[number - 1][1] if number else _NOBODY
    below = told[number][1] if number < len(told) else _NOBODY
    return below if above != _NOBODY else _NOBODY
