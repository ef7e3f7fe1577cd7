"""Rendering: one briefing, several formats; all show the same stories and bullets in the same order.

view ─┬─ html ── pdf          (templates/: screen.html, print.html)
 │    ├─ markdown, plain      (words, wrap)
 │    └─ terminal
 └─ desk: a story's bullets, figures and sources, by one numbering of receipts
json_                         (the data itself, without a view)
"""

from __future__ import annotations

from typing import Protocol

from briefing.model import Briefing
from briefing.registry import Registry
from briefing.render.layout import A4, Layout


class Renderer(Protocol):
    """A renderer turns a briefing into a file's bytes, the same bytes each time. It raises RenderError."""

    def __call__(self, briefing: Briefing, layout: Layout = A4, /) -> bytes:
        """Render `briefing`. What of `layout` a format has no use for is left aside."""


renderers: Registry[Renderer] = Registry(
    "renderer",
    {
        "pdf": "briefing.render.pdf:render",
        "html": "briefing.render.html:render",
        "json": "briefing.render.json_:render",
        "md": "briefing.render.markdown:render",
        "txt": "briefing.render.plain:render",
    },
)

__all__ = ["A4", "Layout", "Renderer", "renderers"]
