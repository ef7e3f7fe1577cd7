import re
from typing import get_args

import pytest
from lxml import html as lxml_html

from briefing.config import Config
from briefing.errors import ConfigError
from briefing.render import Layout, renderers
from briefing.render.layout import PAGES, THEMES
from briefing.render.templates import fill, folder
from briefing.render.view import view

from . import samples


def outline(template, theme):
    """Return all of a page but its style: elements, ids and texts in order."""
    layout = Layout(theme=theme)
    tree = lxml_html.document_fromstring(fill(template, page=view(samples.day()), layout=layout))
    return [(each.tag, each.get("id"), each.text_content()) for each in tree.body.iter("*")]


def test_settings_know_all_themes_and_pages():
    """What may be set is what there is, and each theme has a style for the screen and one for print."""
    fields = Config.model_fields
    assert get_args(fields["theme"].annotation) == THEMES
    assert get_args(fields["page"].annotation) == tuple(PAGES)
    themes = folder() / "themes"
    assert {path.name for path in themes.iterdir()} == set(THEMES)
    assert all((themes / name / f"{kind}.css").is_file() for name in THEMES for kind in ("screen", "print"))


@pytest.mark.parametrize("kind", ["theme", "page"])
def test_unknown_name_is_refused(kind):
    """A theme or a page that does not exist is a ConfigError that lists those that do."""
    with pytest.raises(ConfigError, match=f"no {kind} is called 'gothic'; there are: .+"):
        Layout(**{kind: "gothic"})


@pytest.mark.parametrize("template", ["screen.html", "print.html"])
def test_themes_share_one_structure(template):
    """Each theme has the same elements with the same ids and texts in the same order."""
    first, *others = (outline(template, theme) for theme in THEMES)
    assert all(other == first for other in others)


@pytest.mark.parametrize("template", ["screen.html", "print.html"])
def test_themes_differ(template):
    """No two themes have the same style."""
    page = view(samples.one())
    styles = {re.sub("base64,[^)]*", "", fill(template, page=page, layout=Layout(theme=t))) for t in THEMES}
    assert len(styles) == len(THEMES)


def luminance(colour):
    """Return the relative luminance of "#rrggbb" or "#rgb", as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["screen", "print"])
def test_contrast(theme, kind):
    """In every theme each colour of text stands out 4.5 times against the paper and against the tint."""
    css = (folder() / "themes" / theme / f"{kind}.css").read_text("utf-8")
    palettes = [dict(re.findall(r"--(\w+): (#\w+)", line)) for line in css.splitlines() if "--ink:" in line]
    assert len(palettes) == (2 if kind == "screen" else 1)
    for palette in palettes:
        for ground in (palette.get("paper", "#fff"), palette["tint"]):
            for name in ("ink", "quiet", "accent", "warn"):
                high, low = sorted((luminance(palette[name]), luminance(ground)), reverse=True)
                assert (high + 0.05) / (low + 0.05) >= 4.5, (theme, name, ground)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_size(page):
    """The PDF's pages have the size that was chosen, also those that are held in a hand."""
    import pypdfium2

    units = {"mm": 72 / 25.4, "in": 72}
    parts = re.findall(r"([\d.]+)(mm|in)", PAGES[page].size)
    with pypdfium2.PdfDocument(renderers.get("pdf")(samples.one(), Layout(page))) as document:
        size = document[0].get_size()
    assert size == pytest.approx([float(number) * units[unit] for number, unit in parts], abs=1)
