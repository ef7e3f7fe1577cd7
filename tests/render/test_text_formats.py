import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from briefing.render import renderers
from briefing.render.markdown import escape
from briefing.render.wrap import wrap
from briefing.text.clean import one_line

from . import samples

SAMPLES = [samples.small, samples.day, samples.one, samples.quiet, samples.hostile, samples.extreme]


def _inline(tokens):
    return [child for token in tokens if token.type == "inline" for child in token.children]


@pytest.mark.parametrize("sample", SAMPLES)
def test_markdown_has_no_markup_of_sources(sample):
    """Markdown that is rendered holds no HTML, no image and no link but to http or https."""
    tokens = MarkdownIt("commonmark").parse(renderers.get("md")(sample()).decode())
    kinds = {token.type for token in (*tokens, *_inline(tokens))}
    assert not {"html_block", "html_inline", "image", "code_inline", "code_block", "fence"} & kinds
    links = [token.attrs["href"] for token in _inline(tokens) if token.type == "link_open"]
    assert all(link.startswith(("https://", "http://")) for link in links)


def test_markdown_shows_what_was_written():
    """A hostile headline is, once Markdown is rendered, the cleaned text that it was."""
    tokens = MarkdownIt("commonmark").parse(renderers.get("md")(samples.hostile()).decode())
    heading = next(
        at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"
    )
    shown = "".join(child.content for child in tokens[heading + 1].children)
    assert shown == one_line(samples.HOSTILE)


@given(st.text(st.characters(codec="utf-8"), min_size=1).map(one_line).filter(bool))
def test_escaping_shows_any_text(text):
    """Any line, escaped, is shown by Markdown as it was: in a paragraph, a heading and a list."""
    for before in ("", "### ", "- "):
        tokens = MarkdownIt("commonmark").parse(before + escape(text))
        (inline,) = [token for token in tokens if token.type == "inline"]
        assert "".join(child.content for child in inline.children) == text
        assert {child.type for child in inline.children} == {"text"}


def test_markdown_is_complete():
    """Markdown has headlines, bullets, points, linked sources, receipts and footer."""
    text = renderers.get("md")(samples.small()).decode()
    for part in (
        "### Night ferry returns after eleven years",
        "- The islands pay £6m. — Skerry Gazette \\[4\\] *(unverified)*",
        "> - First sailing planned for 2 March",
        "[Skerry Gazette](<https://skerry.example/news/1>)",
        "1. The Harbour Post, characters 0–109: word for word",
        "- seeds/broken.pdf: cannot be opened: it needs a password",
        "- older than two days (1): old/fair.txt",
    ):
        assert part in text.split("\n") or part in text


@pytest.mark.parametrize("sample", SAMPLES)
def test_plain_text_is_narrow(sample):
    """No line of plain text is wider than 78 columns, but for one that is an address."""
    for line in renderers.get("txt")(sample()).decode().split("\n"):
        assert cell_len(line) <= 78 or "://" in line


def test_plain_text_ends_where_it_ends():
    """Plain text has no trailing spaces, no control characters and one newline at its end."""
    text = renderers.get("txt")(samples.hostile()).decode()
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert not set(text) & set("\x00\x1b\u202e")
    assert text.endswith(".\n") or not text.endswith("\n\n")


def test_wrap_counts_columns():
    """Wide characters take two columns, and no line begins with their closing marks."""
    text = "今日は、とても良い天気です。散歩に行きましょう。"
    lines = list(wrap(text, 12, "- ", "  "))
    assert all(cell_len(line) <= 12 for line in lines)
    assert not any(line.strip()[0] in "、。" for line in lines)
    assert "".join(line[2:] for line in lines) == text


def test_wrap_keeps_addresses_whole():
    """An address longer than the line stands on a line of its own, in one piece."""
    address = "https://example.org/" + "a" * 60
    assert list(wrap(f"see {address} there", 30)) == ["see", address, "there"]


@given(st.text().map(one_line), st.integers(6, 40))
def test_wrap_loses_nothing(text, width):
    """Wrapping takes and adds no character but spaces, and fills no line beyond its width."""
    lines = list(wrap(text, width, "- ", "  "))
    assert "".join(line[2:] for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width or "://" in line for line in lines)
