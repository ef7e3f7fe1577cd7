"""The day at a glance, the reading time that was set, and why a story stands where it does."""

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from lxml import html
from rich.console import Console

from briefing.render import A4, Layout, renderers, terminal
from briefing.render.templates import fill
from briefing.render.view import view

from . import samples

DAY = samples.day()


@pytest.mark.parametrize("template", ["screen.html", "print.html"])
def test_lines_lead_to_their_stories(template):
    """The first block of the page has a line for each story of the glance, in its order, that leads to it."""
    tree = html.document_fromstring(fill(template, page=view(DAY), layout=A4))
    (glance,) = tree.xpath("/html/body/nav[@class='glance']")
    assert glance.getprevious().tag == "header"
    assert glance.xpath(".//a/@href") == [f"#story-{name}" for name in DAY.glance]
    assert [fact.text for fact in glance.xpath(".//*[@class='facts']")] == [
        "Home · 3 sources · continues",
        "Business · continues",
        "Home · 2 sources",
    ]
    assert not glance.xpath(".//li/@id")


@pytest.mark.parametrize("name", ["md", "txt"])
def test_text_formats(name):
    """Text formats have it above their sections."""
    text = renderers.get(name)(DAY).decode().replace("\\", "")
    assert (
        text.lower().index("at a glance")
        < text.index("3. Night ferry returns")
        < text.lower().index("home\n")
    )


def test_terminal():
    """The terminal has it too."""
    console = Console(file=io.StringIO(), width=88)
    terminal.show(DAY, console)
    text = console.file.getvalue()
    assert text.index("AT A GLANCE") < text.index(" 3 Night ferry returns") < text.index("HOME\n")


def test_print_gives_pages():
    """In print each line has the number of its story's page, and the contents list only the other stories."""
    with pypdfium2.PdfDocument(renderers.get("pdf")(DAY)) as document:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    number = next(n for n, text in enumerate(pages[1:], 2) if "central bank left its main rate" in text)
    assert f"{number} Central bank holds its rate" in pages[0]
    tree = html.document_fromstring(fill("print.html", page=view(DAY), layout=A4))
    listed = tree.xpath("//nav[@class='contents']//a/@href")
    assert not {f"#story-{name}" for name in DAY.glance} & set(listed)
    assert len([target for target in listed if target.startswith("#story-")]) == 3


def test_sections_can_be_reached():
    """On the screen a line of sections, with the number of their stories, stands for the contents."""
    tree = html.document_fromstring(renderers.get("html")(DAY))
    (bar,) = tree.xpath("//nav[@aria-label='Sections']")
    assert [" ".join(item.text_content().split()) for item in bar.xpath(".//li")] == [
        "Home 2",
        "Business 1",
        "Elsewhere 2",
        "Sport 1",
    ]
    assert not tree.xpath("//nav[@class='contents']")


def test_nothing_to_glance_at():
    """A single story has no glance, nor has an id that no story has."""
    one = samples.one()
    assert view(replace(one, glance=(one.stories[0].id,))).glance == ()
    assert view(replace(DAY, glance=("gone",))).glance == ()


def test_long_headlines_are_cut():
    """A headline of three hundred characters takes a line or two of the glance."""
    made = samples.extreme()
    (line,) = view(replace(made, glance=(made.stories[0].id,))).glance
    assert len(line.headline) <= 120
    assert line.headline.endswith("…")


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(None, "2 minutes to read"), (2, "2-minute briefing"), (5, "2 minutes to read (5 set)")],
)
def test_reading_time(minutes, expected):
    """The masthead says how long the briefing takes, and what was set where that is another time."""
    page = view(replace(DAY, minutes=minutes), Layout(words_per_minute=200))
    assert page.summary == f"6 stories from 9 sources · {expected}"


def test_readers_differ():
    """Who reads half as fast takes about twice as long."""
    page = view(replace(DAY, minutes=None), Layout(words_per_minute=60))
    assert "5 minutes to read" in page.summary


def test_points_take_no_time_that_was_set():
    """Publishers' own points are left out of a briefing that fills a set time."""
    assert any(story.points for story in view(replace(DAY, minutes=None)).stories)
    assert not any(story.points for story in view(DAY).stories)


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_reasons_are_asked_for(name):
    """Why a story stands where it does is told with `explain`, and not without."""
    render = renderers.get(name)
    told = "3 sources · 2 hours ago · interest: floods"
    assert told not in render(DAY).decode()
    assert f"Why here: {told}" in render(DAY, Layout(explain=True)).decode().replace("*", "")


def test_reasons_in_the_terminal():
    """So it is in the terminal."""
    for explain in (False, True):
        console = Console(file=io.StringIO(), width=88)
        terminal.show(DAY, console, Layout(explain=explain))
        assert ("Why here: 3 sources · 2 hours ago" in console.file.getvalue()) is explain


def test_json():
    """The data have the glance, the time that was set, and each story's importance and reasons."""
    data = json.loads(renderers.get("json")(DAY))
    flood = data["sections"][0]["stories"][0]
    assert (tuple(data["glance"]), data["minutes"]) == (DAY.glance, 2)
    assert (flood["importance"], flood["reasons"]) == (4.25, ["3 sources", "2 hours ago", "interest: floods"])
