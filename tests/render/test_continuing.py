"""How a page tells a story that goes on: what it goes on from, and which figures changed."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from lxml import html
from rich.console import Console

from briefing.model import Change, Earlier, Evidence, Section, Side
from briefing.render import renderers, terminal
from briefing.render.changes import turn
from briefing.render.view import view
from briefing.render.words import quoted

from . import samples

DAY = samples.day()
FLOOD = DAY.stories[0]


def side(figure, sentence, said_by="the district"):
    """Return a figure as a sentence gives it."""
    return Side(figure, said_by, Evidence("a", 0, len(sentence), sentence))


def change(before, now):
    """Return a change of how many were killed."""
    sides = (side(figure, f"{figure} people were killed.") for figure in (before, now))
    return Change("killed", *sides)


def told(story):
    """Return the first story of a page that has `story` for its first."""
    home, *others = DAY.sections
    return view(replace(DAY, sections=(Section(home.title, (story, *home.stories[1:])), *others))).stories[0]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("12", "19", "up from"),
        ("Twelve", "nineteen", "up from"),
        ("1,900", "1,200", "down from"),
        ("19", "19", "was"),
        ("12", "at least 19", "up from"),
        ("at least 12", "19", "up from"),
        ("12", "at least 10", "was"),
        ("12", "up to 19", "was"),
        ("at least 12", "fewer than 10", "down from"),
        ("two million", "1.5 million", "down from"),
    ],
)
def test_direction(before, now, expected):
    """A figure is up or down from another where both are numbers and no bound leaves it open."""
    assert turn(change(before, now)) == expected


def test_what_cannot_be_compared():
    """Amounts in two currencies, or figures that no rule reads, have no direction."""
    dollars = side("$5 million", "The damage is put at $5 million in damage.")
    pounds = side("£7 million", "The bill came to £7 million in damage.")
    assert turn(Change("damage", dollars, pounds)) == "was"
    assert turn(Change("killed", side("a dozen", "A dozen died."), side("many", "Many died."))) == "was"


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_changes_come_first(name):
    """What changed stands above the bullets, in one line, and what the story goes on from above that."""
    text = renderers.get(name)(DAY).decode()
    if name == "html":
        (article,) = html.document_fromstring(text).xpath(f"//article[@id='story-{FLOOD.id}']")
        text = article.text_content()
    text = " ".join(text.replace("\\", "").replace("*", "").split())
    since = text.index("Continues from Saturday 21 November: “Twelve dead as the Orle floods three villages”")
    changed = text.index("Killed: nineteen, up from twelve")
    assert since < changed < text.index("Nineteen people were killed when the Orle burst its banks")


def test_terminal():
    """So it is in the terminal, which shows with --receipts the words that only the change rests on."""
    console = Console(file=io.StringIO(), width=100)
    terminal.show(DAY, console, receipts=True)
    text = " ".join(console.file.getvalue().split())
    assert "→ Killed: nineteen, up from twelve 1 “Twelve people were killed" in text
    assert text.count("“Nineteen people were killed") == 1


def test_receipts_of_both_figures():
    """A change has the receipts of both figures; one that a bullet shows is led to, not repeated."""
    tree = html.document_fromstring(renderers.get("html")(DAY))
    (line,) = tree.xpath("//ul[@class='changes']/li")
    assert line.xpath("./a/@href") == ["#receipt-2"]
    assert line.xpath(".//blockquote/@id") == ["receipt-1"]
    assert "Twelve people were killed" in line.xpath(".//blockquote")[0].text_content()
    assert [receipt.number for receipt in view(DAY).receipts] == list(range(1, len(view(DAY).receipts) + 1))


def test_words_that_are_gone():
    """Where the earlier figure's article is gone or says another thing now, its briefing stands for it."""
    without = {name: a for name, a in DAY.articles.items() if name != samples.FLOOD_THEN.id}
    changed = DAY.articles | {samples.FLOOD_THEN.id: replace(samples.FLOOD_THEN, text="Nothing is known.")}
    for articles in (without, changed):
        (line,) = view(replace(DAY, articles=articles)).stories[0].changes
        assert line.before.receipt.origin == "The Morning Briefing, characters 0–94"
        assert line.before.receipt.source.published == "Saturday 21 November 2026"


@pytest.mark.parametrize(
    ("said_by", "expected"),
    [
        ("The police", "Killed: nineteen (the district), up from twelve (the police)"),
        ("Valley Courier", "Killed: nineteen (the district), up from twelve"),
        ("The district", "Killed: nineteen, up from twelve"),
    ],
)
def test_whose_figures_they_are(said_by, expected):
    """Where not the same source gives both figures, the line says who does, but for the publisher."""
    (moved,) = FLOOD.changes
    other = replace(FLOOD, changes=(replace(moved, before=replace(moved.before, said_by=said_by)),))
    assert "".join(told(other).changes[0].words) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        (None, ("Continuing", "")),
        (
            Earlier(date(2026, 11, 22), "Then", "The Morning Briefing"),
            ("Continues from earlier today", "Then"),
        ),
        (
            Earlier(date(2025, 12, 31), FLOOD.headline, "Evening"),
            ("Continues from Evening, Wednesday 31 December 2025", ""),
        ),
    ],
)
def test_what_it_goes_on_from(earlier, expected):
    """The earlier briefing is named by its day, and by its title and the headline where they were others."""
    assert told(replace(FLOOD, earlier=earlier)).continues == expected


def test_new_stories_have_no_mark():
    """A story that is new says nothing of it."""
    text = renderers.get("txt")(samples.one()).decode()
    assert "contin" not in text.lower()
    assert "new" not in text.lower().split()


def test_json():
    """The data have the earlier briefing, and both sides of each change with their evidence."""
    story = json.loads(renderers.get("json")(DAY))["sections"][0]["stories"][0]
    assert story["earlier"] == {
        "date": "2026-11-21",
        "headline": "Twelve dead as the Orle floods three villages",
        "title": "The Morning Briefing",
    }
    (line,) = story["changes"]
    assert (line["about"], line["before"]["figure"], line["now"]["figure"]) == (
        "killed",
        "Twelve",
        "Nineteen",
    )
    assert line["before"]["evidence"]["article"] == samples.FLOOD_THEN.id


def test_quotation_marks_within_a_headline():
    """A headline that holds a quotation is quoted with single marks in it, so that no two stand together."""
    assert (
        quoted("“We will rebuild”: Lindvik after the crane") == "“‘We will rebuild’: Lindvik after the crane”"
    )
    assert quoted("") == ""
