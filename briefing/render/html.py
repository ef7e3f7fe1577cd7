"""HTML: one file that needs nothing else, runs no script and asks nobody for anything."""

from __future__ import annotations

from briefing.model import Briefing
from briefing.render.layout import A4, Layout
from briefing.render.templates import fill
from briefing.render.view import view


def render(briefing: Briefing, layout: Layout = A4, /) -> bytes:
    """Return the briefing as a page for the screen, which also prints."""
    return fill("screen.html", layout.templates, page=view(briefing, layout), layout=layout).encode()
