"""The page in a real browser, opened from a file as a reader opens it."""

from contextlib import contextmanager
from importlib import resources

import pytest

from briefing.render import Layout, renderers
from briefing.render.layout import THEMES

from . import samples

pytestmark = pytest.mark.browser
SAMPLES = {
    "day": samples.day,
    "small": samples.small,
    "one": samples.one,
    "quiet": samples.quiet,
    "extreme": samples.extreme,
    "hostile": samples.hostile,
    "mixed": samples.mixed,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Write every sample in every theme."""
    made = tmp_path_factory.mktemp("pages")
    for theme in THEMES:
        for name, sample in SAMPLES.items():
            (made / f"{name}-{theme}.html").write_bytes(renderers.get("html")(sample(), Layout(theme=theme)))
    return made


@pytest.fixture
def opened(chromium, folder):
    """Return a function that opens a page; `page.trouble` lists what it complained of and asked for."""

    @contextmanager
    def open_page(name, theme="classic", width=1280, **more):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **more)
        page = context.new_page()
        page.trouble = []
        page.on("console", lambda message: page.trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: page.trouble.append(f"error: {error}"))
        own = (folder / f"{name}-{theme}.html").as_uri()
        page.on("request", lambda asked: _ours(asked.url, own) or page.trouble.append(f"asked: {asked.url}"))
        page.goto(own)
        page.evaluate("document.fonts.ready.then(() => null)")
        yield page
        context.close()

    return open_page


def _ours(url, own):
    return url.partition("#")[0] == own or url.startswith("data:")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_silent_and_alone(opened, name, theme):
    """The page writes nothing to the console and asks nobody for anything, also when all of it is open."""
    with opened(name, theme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.wait_for_load_state("networkidle")
        assert page.trouble == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_axe_finds_nothing(opened, name, theme, mode):
    """axe-core finds no violation, in light and dark, with all receipts open."""
    package = pytest.importorskip(
        "axe_playwright_python", reason="the axe-playwright-python package is missing"
    )
    script = (resources.files(package) / "axe.min.js").read_text("utf-8")
    with opened(name, theme, color_scheme=mode) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate(script)
        found = page.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(done => done.violations)"
        )
    assert [(each["id"], node["html"]) for each in found for node in each["nodes"]] == []


@pytest.mark.parametrize("width", [320, 768, 3840])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_sticks_out(opened, name, theme, width):
    """No window needs to be scrolled sideways, from a small telephone to a wall, with all receipts open."""
    with opened(name, theme, width) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_receipts_open_by_keyboard(opened):
    """A receipt is reached by the tab key, opened and closed by the return key, and shows its sentence."""
    with opened("small") as page:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.receipt') !== null"):
                break
        quote = page.locator(".receipt blockquote").first
        assert not quote.is_visible()
        page.keyboard.press("Enter")
        assert quote.is_visible()
        assert "will sail again from March" in quote.inner_text()
        page.keyboard.press("Enter")
        assert not quote.is_visible()


def test_first_key_leads_past_the_lists(opened):
    """The first link that the tab key reaches skips to the stories."""
    with opened("day") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the stories"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "stories"


def test_focus_is_seen(opened):
    """What the keyboard has reached has an outline."""
    with opened("day") as page:
        for _ in range(4):
            page.keyboard.press("Tab")
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style == "solid"


@pytest.mark.parametrize(("motion", "expected"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_motion(opened, motion, expected):
    """The page scrolls smoothly only for those who have not asked for less motion."""
    with opened("day", reduced_motion=motion) as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == expected


@pytest.mark.parametrize("theme", THEMES)
def test_dark_is_dark(opened, theme):
    """In dark mode the paper is darker than the ink."""
    shade = "getComputedStyle(document.body).{}.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    for mode, paper_is_dark in (("light", False), ("dark", True)):
        with opened("day", theme, color_scheme=mode) as page:
            paper, ink = (page.evaluate(shade.format(name)) for name in ("backgroundColor", "color"))
            assert (paper < ink) == paper_is_dark


@pytest.mark.parametrize("theme", THEMES)
def test_print_style(opened, theme):
    """Printed from dark mode the page is dark on white, and what is only for the screen is gone."""
    with opened("day", theme, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        for name in (".skip", ".bar"):
            assert not page.locator(name).is_visible()


def test_works_without_scripts(opened):
    """With scripts turned off a receipt opens all the same."""
    with opened("small", java_script_enabled=False) as page:
        place = page.locator(".receipt summary").first.bounding_box()
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        assert page.locator(".receipt blockquote").first.is_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_typefaces_are_the_page_s_own(opened, theme):
    """Headlines are set in a typeface that the page carries."""
    with opened("day", theme) as page:
        loaded = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
        first = page.evaluate("getComputedStyle(document.querySelector('h3')).fontFamily.split(',')[0]")
        assert first in {f'"{name.strip(chr(34))}"' for name in loaded}
