import io
import re

import pypdfium2
import pytest
from lxml import html as lxml_html
from rich.cells import cell_len
from rich.console import Console

from briefing.render import Layout, renderers, terminal

from . import samples


@pytest.mark.parametrize("width", [30, 60, 88])
def test_terminal_measures_wide_characters(width):
    """No line of the terminal is wider than its window, also where a character takes two cells."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    terminal.show(samples.mixed(), console, Layout())
    links = re.compile("\x1b\\][^\x1b]*\x1b\\\\\\\\")
    lines = links.sub("", console.file.getvalue()).splitlines()
    assert "\x1b" not in "".join(lines)
    assert max(map(cell_len, lines)) <= width


def test_text_keeps_wide_characters_in_the_margin():
    """No line of the plain text is wider than 78 cells, but for addresses."""
    lines = renderers.get("txt")(samples.mixed()).decode().splitlines()
    assert max(cell_len(line) for line in lines if "://" not in line) <= 78


def test_html_names_language_and_direction():
    """Each headline carries its language; Hebrew and Arabic run the other way."""
    tree = lxml_html.document_fromstring(renderers.get("html")(samples.mixed()))
    heads = [(head.get("lang"), head.get("dir")) for head in tree.xpath("//main//h3")]
    languages = ["he", "ar", "ja", "zh", "ko", "de"]
    expected = [(tag, "rtl" if tag in {"he", "ar"} else None) for tag in languages]
    assert heads == [(None, None), *expected]
    assert len(tree.xpath("//article[contains(@class, 'rtl')]")) == 2


@pytest.mark.parametrize("page", ["A4", "e-reader"])
def test_pdf_keeps_right_to_left_inside_its_margins(page):
    """Nothing of a right-to-left bullet sticks out of the column, to either side."""
    chosen = samples.mixed()
    only = samples.briefing(
        (samples.Section("World", chosen.sections[0].stories[1:3]),), chosen.articles.values()
    )
    margin = {"A4": 18, "e-reader": 6}[page] * 72 / 25.4
    with pypdfium2.PdfDocument(renderers.get("pdf")(only, Layout(page))) as document:
        for sheet in document:
            for item in sheet.get_objects():
                left, _, right, _ = item.get_bounds()
                assert left >= margin - 2
                assert right <= sheet.get_width() - margin + 2
