"""How a page names the sources of a story that several tell."""

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from lxml import html
from rich.console import Console

from briefing.model import Section, Story
from briefing.render import renderers, terminal
from briefing.render.view import view

from . import samples


def rendered(name, made):
    """Return a format's text on one line, without Markdown's escapes."""
    return " ".join(renderers.get(name)(made).decode().replace("\\", "").split())


def printed(made, **more):
    """Return what a pipe gets of the terminal's briefing, on one line."""
    console = Console(file=io.StringIO(), width=88)
    terminal.show(made, console, **more)
    return " ".join(console.file.getvalue().split())


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_publishers_are_counted(name):
    """A story of three publishers says so; one of a single article does not count it."""
    text = rendered(name, samples.day())
    assert "3 sources" in text
    assert "2 sources" in text
    assert "1 source<" not in text and "1 source:" not in text


def test_publishers_not_articles():
    """Two articles of one publisher are one source, whatever the case of its name."""
    twin = replace(samples.FERRY, id="twin", source="THE HARBOUR POST")
    shared = Story("Ferry", (), (samples.FERRY.id, twin.id))
    wider = Story("Ferry", (), (samples.FERRY.id, twin.id, samples.FERRY_ISLANDS.id))
    articles = (samples.FERRY, twin, samples.FERRY_ISLANDS)
    page = view(samples.briefing((Section("At sea", (shared, wider)),), articles))
    assert [story.told_by for story in page.stories] == ["2 articles", "2 sources, 3 articles"]
    assert page.summary.startswith("2 stories from 2 sources")


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_bullets_name_their_publisher(name):
    """Where a story has several publishers each bullet says whose words it rests on, and nowhere else."""
    text = rendered(name, samples.day())
    start = text.index("about half of those that winter there.")
    assert "Field" in text[start : start + 90]
    start = text.index("as nearly all economists had expected.")
    assert "Ledger" not in text[start : start + 45]


def test_bullet_of_two_publishers_names_both():
    """A bullet that rests on two publishers names both; of more it says how many they are."""
    flood = view(samples.day()).stories[0]
    assert [bullet.attribution for bullet in flood.bullets] == [
        "Valley Courier",
        "Valley Courier and North Wire",
        "Field & Fold",
    ]
    three = replace(flood.bullets[0], publishers=flood.bullets[0].publishers * 3)
    assert three.attribution == "3 sources"


def test_what_is_cited_comes_first():
    """The sources that a story rests on stand before those that only tell of it too."""
    made = samples.extreme()
    (_, comet, _) = made.stories
    late = replace(comet, articles=comet.articles[1:] + comet.articles[:1])
    page = view(replace(made, sections=(Section("Odd", (late,)),)))
    assert page.stories[0].sources[0].name == "Town Crier 0"


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_own_headlines_are_told(name):
    """A source's own headline stands beside it where it is another than the story's."""
    text = rendered(name, samples.day())
    assert "Army brings water and bread to cut-off villages" in text
    assert text.count("Night ferry returns after eleven years”") == 0


@pytest.mark.parametrize("name", ["md", "txt"])
def test_many_sources_run_on(name):
    """Of sixty sources text formats give three in full and the names of the others."""
    text = rendered(name, samples.extreme())
    assert "60 sources:" in text
    assert "and 57 more: " in text
    assert "Town Crier 59" in text
    assert text.count("Comet seen over town") <= 5


def test_many_sources_in_the_terminal():
    """So does the terminal."""
    text = printed(samples.extreme())
    assert "60 sources Town Crier 0" in text
    assert "and 57 more: Town Crier 3, Town Crier 4," in text


def test_many_sources_in_print():
    """The PDF names the others at its end, and says on which page."""
    with pypdfium2.PdfDocument(renderers.get("pdf")(samples.extreme())) as document:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    (told,) = [number for number, text in enumerate(pages, 1) if "Also told by Town Crier 3" in text]
    assert any(f"and 57 more, page {told}" in text for text in pages)


def test_long_names_are_cut_beside_bullets():
    """A publisher's name of any length takes little room beside a bullet."""
    long = replace(samples.FERRY, source="The Gazette of " + "everything and " * 20)
    other = samples.FERRY_ISLANDS
    told = Story("Ferry", (samples.bullet(long, long.text.split("\n")[0]),), (long.id, other.id))
    (story,) = view(samples.briefing((Section("At sea", (told,)),), (long, other))).stories
    assert story.bullets[0].attribution == "The Gazette of everything and…"
    assert story.sources[0].name == long.source.strip()


def test_headline_alone():
    """A story of which only the headline is told takes a line, with its source."""
    tree = html.document_fromstring(renderers.get("html")(samples.day()))
    (line,) = tree.xpath("//article[contains(@class, ' line')]")
    assert " ".join(line.text_content().split()) == (
        "A 14-year-old holds the champion to a draw Sixty-Four 21 Nov, 18:05 board.example"
    )


def test_json_has_all_articles():
    """The data list every article of a story, in its own order."""
    data = json.loads(renderers.get("json")(samples.extreme()))
    assert len(data["sections"][0]["stories"][1]["articles"]) == 60
