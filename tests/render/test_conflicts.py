"""Figures that disagree stand side by side on every page."""

import io
import json
import re

import pytest
from lxml import html
from rich.console import Console

from briefing.model import Conflict, Section, Side, Story
from briefing.render import renderers, terminal
from tests.render.samples import FERRY, FERRY_ISLANDS, briefing, bullet, evidence

TOLD, UNTOLD = FERRY.text.split("\n")[1], FERRY_ISLANDS.text.split("\n")[1]
CONFLICT = Conflict(
    "cost",
    (
        Side("£18m", "The harbour board", evidence(FERRY, TOLD)[0]),
        Side("about £6m", "the council", evidence(FERRY_ISLANDS, UNTOLD)[0]),
    ),
)
STORY = Story(FERRY.title, (bullet(FERRY, TOLD),), (FERRY.id, FERRY_ISLANDS.id), conflicts=(CONFLICT,))
PAGE = briefing([Section("At sea", (STORY,))], [FERRY, FERRY_ISLANDS])


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_both_figures_with_their_side(name):
    """Each page tells both figures and whose they are, beside each other, with the receipts' numbers."""
    text = renderers.get(name)(PAGE).decode()
    if name == "html":
        (found,) = html.fromstring(text.encode()).xpath("//div[contains(@class, 'conflict')]")
        text = found.text_content()
    text = re.sub(r"[\\*]|Receipt", "", " ".join(text.split()))
    assert re.search(
        r"Figures differ,? cost: £18m \(the harbour board\)\W*1\W.{0,5}about £6m \(the council\)\W*2", text
    )


def test_receipts_are_not_shown_twice():
    """A figure's receipt is that of the bullet which tells it; only what no bullet tells has its own."""
    tree = html.fromstring(renderers.get("html")(PAGE))
    assert len(tree.xpath("//blockquote")) == 2
    assert [a.get("href") for a in tree.xpath("//div[contains(@class, 'conflict')]/span/a")] == ["#receipt-1"]
    assert tree.xpath("//*[@id='receipt-1']") and tree.xpath("//*[@id='receipt-2']")


def test_terminal():
    """The terminal shows them too, and with --receipts what no bullet has shown."""
    console = Console(file=io.StringIO(), width=100)
    terminal.show(PAGE, console, receipts=True)
    text = " ".join(console.file.getvalue().split())
    assert "Figures differ, cost: £18m (the harbour board) · about £6m (the council)" in text
    assert text.count(TOLD[:40]) == 2 and text.count(UNTOLD[:40]) == 1


def test_json():
    """The data have each side with its figure as written, its owner and the exact span."""
    (story,) = json.loads(renderers.get("json")(PAGE))["sections"][0]["stories"]
    ((one, other),) = (conflict["sides"] for conflict in story["conflicts"])
    assert (one["figure"], one["said_by"]) == ("£18m", "The harbour board")
    assert other["evidence"]["text"] == UNTOLD
