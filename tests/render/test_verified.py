"""How a page says what became of a bullet that did not hold."""

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from briefing.model import Section, Story
from briefing.render import renderers, terminal
from tests.render.samples import BANK, briefing, bullet

LINES = BANK.text.split("\n")
QUOTED = replace(bullet(BANK, LINES[0]), reasons=("it says 'rose' for 'left'",))
CORRECTED = replace(
    bullet(BANK, LINES[1], text="Its governor said that wages grew by 4.8 per cent."),
    reasons=("the source says 4.8, not 8.4",),
)
FAILED = replace(bullet(BANK, LINES[2], verified=False), reasons=("it was not checked",))
PLAIN = bullet(BANK, LINES[3])
FLAGS = ("in the source’s words", "corrected", "unverified")
NOTES = (
    "Told in the source’s words: the engine’s did not hold, since it says 'rose' for 'left'.",
    "Corrected from the source: the engine’s did not hold, since the source says 4.8, not 8.4.",
    "Not verified: it was not checked.",
)


def _briefing(*bullets):
    return briefing([Section("Business", (Story(BANK.title, bullets, (BANK.id,)),))], [BANK])


ALL = _briefing(QUOTED, CORRECTED, FAILED, PLAIN)


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_every_page_marks_what_was_mended_or_failed(name):
    """Beside each bullet stands what became of it, and with its receipt why, once."""
    text = " ".join(renderers.get(name)(ALL).decode().replace("&#39;", "'").split())
    body = text[text.index("Central bank") :]
    body = body[: body.lower().index("about this briefing")]
    assert all(flag in body.replace(note, "") for flag, note in zip(FLAGS, NOTES, strict=True))
    assert all(body.count(note) == 1 for note in NOTES)


def test_terminal_marks_it_too():
    """The terminal flags the bullets, and tells the reasons where receipts are asked for."""
    for receipts in (False, True):
        console = Console(file=io.StringIO(), width=200)
        terminal.show(ALL, console, receipts=receipts)
        text = " ".join(console.file.getvalue().split())
        assert all(f"({flag})" in text for flag in FLAGS)
        assert all((note in text) is receipts for note in NOTES)


def test_json_says_why():
    """The data have each bullet's reasons, none for one that held as it was."""
    made = json.loads(renderers.get("json")(ALL))
    bullets = made["sections"][0]["stories"][0]["bullets"]
    assert [b["verified"] for b in bullets] == [True, True, False, True]
    assert [b["reasons"] for b in bullets] == [list(b.reasons) for b in (QUOTED, CORRECTED, FAILED, PLAIN)]


@pytest.mark.parametrize(
    ("bullets", "said"),
    [
        ((PLAIN,), "The one bullet was checked against its source and held."),
        (
            (PLAIN, QUOTED, CORRECTED),
            "Every bullet was checked against its source and held. 2 are corrected from",
        ),
        (
            (PLAIN, FAILED),
            "Of 2 bullets, 1 was checked against its source and held; 1 is marked as unverified.",
        ),
        ((FAILED,), "The one bullet is unverified."),
        ((FAILED, replace(FAILED, text="Another.")), "No bullet is verified."),
    ],
)
def test_footer_counts(bullets, said):
    """The page's end says how many bullets held, how many were mended and how many were not verified."""
    text = " ".join(renderers.get("txt")(_briefing(*bullets)).decode().split())
    assert said in text
