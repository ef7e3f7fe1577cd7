"""Make the pictures in docs/gallery from the sample news: `.venv/bin/python scripts/gallery.py`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from briefing import pipeline, render
from briefing.config import Config

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
SCALE = 1.4  # pixels a point: about 100 dots an inch
SHADES = 160  # a page of text needs no more, and the file is a quarter of the size


def main() -> None:
    """Write the first page of the sample briefing as page.png."""
    made = pipeline.make(Config(sources=(str(ROOT / "seeds"),), date=date(2026, 11, 22)))
    document = pypdfium2.PdfDocument(render.renderers.get("pdf")(made))
    picture = document[0].render(scale=SCALE).to_pil().quantize(SHADES, method=Image.Quantize.MAXCOVERAGE)
    document.close()
    picture.save(GALLERY / "page.png", optimize=True)


if __name__ == "__main__":
    main()
