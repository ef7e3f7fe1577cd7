"""Make the pictures in docs/gallery from the sample news: `.venv/bin/python scripts/gallery.py`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from briefing import pipeline, render
from briefing.config import Config
from briefing.model import Briefing
from briefing.render.layout import PAGES, THEMES

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
LARGE, SMALL = 1.4, 0.9  # pixels a point: about 100 and 65 dots an inch
SHADES = 160  # a page of text needs no more, and the file is a quarter of the size


def main() -> None:
    """Write the first page as page.png, that of each theme as THEME.png, and those of small pages."""
    made = pipeline.make(Config(sources=(str(ROOT / "seeds"),), date=date(2026, 11, 22)))
    draw(made, render.A4, LARGE, "page")
    for theme in THEMES:
        draw(made, render.Layout(theme=theme), SMALL, theme)
    for page in (name for name, each in PAGES.items() if each.narrow):
        draw(made, render.Layout(page), LARGE, page)


def draw(made: Briefing, layout: render.Layout, scale: float, name: str) -> None:
    """Write the first page of the PDF as NAME.png."""
    document = pypdfium2.PdfDocument(render.renderers.get("pdf")(made, layout))
    picture = document[0].render(scale=scale).to_pil().quantize(SHADES, method=Image.Quantize.MAXCOVERAGE)
    document.close()
    picture.save(GALLERY / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
