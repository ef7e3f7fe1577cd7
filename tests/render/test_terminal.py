import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from briefing.render.terminal import WIDTH, show
from briefing.text.clean import one_line

from . import samples

LINK = re.compile(r"\x1b]8;[^;]*;(.*?)\x1b\\")


def printed(made, *, terminal=False, width=80, receipts=False, **more):
    """Return what a console of that kind gets."""
    out = io.StringIO()
    colour = "truecolor" if terminal else "auto"
    console = Console(file=out, width=width, force_terminal=terminal, color_system=colour, **more)
    show(made, console, receipts=receipts)
    return out.getvalue()


def test_piped_output_is_plain():
    """Where nothing can carry colour or links there is plain text, with addresses written out."""
    text = printed(samples.small())
    assert "\x1b" not in text
    assert "\n   https://skerry.example/news/1\n" in text
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_terminal_links():
    """In a terminal a source's name carries its address, which is not written out."""
    text = printed(samples.small(), terminal=True)
    assert "https://skerry.example/news/1" in LINK.findall(text)
    assert "\n   https://" not in text


def test_no_color(monkeypatch):
    """NO_COLOR leaves no colour."""
    assert "\x1b[33m" in printed(samples.small(), terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", printed(samples.small(), terminal=True))


@pytest.mark.parametrize("width", [30, 50, 80, 200])
def test_width(width):
    """Lines are as wide as the window and never wider than reads well."""
    text = printed(samples.extreme(), width=width)
    lines = [line for line in text.split("\n") if "://" not in line]
    assert max(map(cell_len, lines)) <= min(width, WIDTH)


def test_receipts_are_asked_for():
    """The source sentences are shown with `receipts`, under their bullet, and not without."""
    quote = "“The council of the islands will pay a third of the charter, about £6m.”"
    assert quote not in printed(samples.small(), width=200)
    text = printed(samples.small(), width=200, receipts=True)
    assert text.index("The islands pay £6m. — Skerry Gazette (unverified)") < text.index("   4 " + quote[:30])


def test_source_text_is_no_markup():
    """Rich’s markup, emoji codes and escapes in a text are shown, not obeyed."""
    odd = "[bold red]loud[/] :smile: \x1b[31mred \x07bell https://x.example"
    source = samples.article("odd", odd, odd, odd)
    made = samples.briefing((samples.Section(odd, (samples.quoting(source),)),), (source,))
    text = printed(made, width=200)
    assert one_line(odd) in text
    assert not set(text) & set("\x1b\x07")


def test_same_order_as_the_briefing():
    """Every bullet is shown, in the briefing's order."""
    made = samples.small()
    text = " ".join(printed(made).split())
    places = [text.index(one_line(bullet.text)) for story in made.stories for bullet in story.bullets]
    assert places == sorted(places)


def test_quiet_day():
    """A day without stories says so and accounts for what was found."""
    text = printed(samples.quiet())
    assert "A quiet day" in text
    assert "Left out, older than two days (1): old/fair.txt" in text
