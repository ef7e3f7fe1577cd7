"""The text of an entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.readers.feeds.content import ARTICLE, CONTENT, CUT, Content, content, is_teaser
from briefing.ingest.readers.feeds.plain import paragraphs, plain

FIRST = "The town council voted on Tuesday to close the old bridge for good."
SECOND = "The ferry will carry pupils free of charge until June, its owner said."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def text(html: str, title: str = "Old bridge to close") -> str:
    """Return the text of an entry."""
    return content("an entry", html, title).text


@pytest.mark.parametrize(
    "html",
    [
        BODY,
        f"<div><div>{FIRST}</div><div>{SECOND}</div></div>",
        f"{FIRST}<br><br>{SECOND}",
        f"{FIRST}<br/>\n<br/>{SECOND}",
        f"{FIRST}\n\n{SECOND}",
        f"<p>{FIRST}<p>{SECOND}",
        f"<html><body>{BODY}</body></html>",
        f"<h1>Old bridge to close</h1>{BODY}",
        f"<table><tr><td><p>{FIRST}</p></td><td><p>{SECOND}</p></td></tr></table>",
        f"<p>{FIRST.replace('bridge', '<a href=x>bridge</a>')}</p>\n<p><b>{SECOND}</b></p>",
    ],
)
def test_paragraphs(html: str) -> None:
    """Paragraphs are kept apart, by whatever markup they are."""
    assert text(html) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var a = 'The script of the page.';</script>",
        "<style>p { color: red; }</style>",
        "<!-- A comment that nobody sees. -->",
        "<iframe src='https://v.example/film'>Your reader shows no frames.</iframe>",
        "<figure><img src='b.jpg'><figcaption>The bridge, seen from the pier.</figcaption></figure>",
        "<p style='display:none'>Nobody sees this line.</p>",
        "<img src='https://stats.example/1.gif' width=1 height=1>",
        "<div class='sharedaddy sd-sharing'><p>Send this to somebody you know.</p></div>",
        "<div class='wp-caption-text'>The bridge, seen from the pier.</div>",
        "<blockquote class='twitter-tweet'><p>What a day for the bridge.</p></blockquote>",
        "<pre>bridge = None</pre>",
        "<table><tr><td>2025</td><td>1,200 cars</td></tr></table>",
        "<p>Advertisement</p>",
        "<p><a href='https://v.example/other'>Another headline of the day</a></p>",
        '<p>The post <a href="x">Old bridge</a> appeared first on <a href="y">The Post</a>.</p>',
        '<p>Der Beitrag <a href="x">Alte Brücke</a> erschien zuerst auf <a href="y">Der Post</a>.</p>',
        '<p>L’article <a href="x">Le pont</a> est apparu en premier sur <a href="y">Le Post</a>.</p>',
        "<p>This article originally appeared on The Other Post.</p>",
    ],
)
def test_furniture(furniture: str) -> None:
    """Scripts, captions, share boxes, hidden text, tables and the note on where it appeared are no text."""
    assert text(BODY + furniture) == f"{FIRST}\n{SECOND}"
    assert text(furniture + BODY) == f"{FIRST}\n{SECOND}"


def test_long_boxes() -> None:
    """A box that calls itself social and holds the text is the text."""
    assert text(f"<div class='social'>{BODY * 5}</div>").count(FIRST) == 5


def test_points() -> None:
    """A list above the first paragraph is the publisher's points and no text."""
    found = content("an entry", f"<ul><li>The bridge is closed.</li><li>A ferry sails.</li></ul>{BODY}", "x")
    assert found.points == ("The bridge is closed.", "A ferry sails.")
    assert found.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("ending", "cut"),
    [
        ("", 0),
        (" […]", 2),
        (" [...]", 2),
        (" [&#8230;]", 2),
        (" [+1234 chars]", 2),
        (" (more)", 2),
        (" And so…", 1),
        (" And so ...", 1),
        (" Read more", 1),
        (" Read more »", 1),
        (" <a href='x'>Read the full story</a>", 1),
        (" [Read more...]", 1),
        (" Continue reading Old bridge to close &#8594;", 1),
        (" Weiterlesen …", 1),
        (" Lire la suite", 1),
        (" Seguir leyendo", 1),
        (" Читать далее", 1),
        (" 続きを読む", 1),
        ("</p><p><a href='x'>Read more</a>", 1),
        ("</p><p><a href='x'>[&hellip;]</a>", 1),
        (" There is more to read.", 0),
    ],
)
def test_cuts(ending: str, cut: int) -> None:
    """A text that goes on elsewhere says so at its end; the mark and the cut sentence are left out."""
    found = content("an entry", f"<p>{FIRST}</p><p>{SECOND}{ending}</p>", "x")
    assert found.cut == cut
    assert found.text == f"{FIRST}\n{SECOND}" + (" There is more to read." if "There" in ending else "")


def test_a_single_cut_sentence() -> None:
    """Where the only sentence is cut there is nothing better, and it stays with its dots."""
    assert text("The council, which met on Tuesday to […]") == "The council, which met on Tuesday to"
    assert text("The council, which met on Tuesday…") == "The council, which met on Tuesday…"


@pytest.mark.parametrize(
    ("letters", "cut", "is_content", "teaser"),
    [
        (ARTICLE, 0, False, False),
        (ARTICLE - 1, 0, False, True),
        (CONTENT, 0, True, False),
        (CONTENT - 1, 0, True, True),
        (CUT - 1, 1, True, True),
        (CUT, 1, True, False),
        (CUT, 2, True, True),
        (0, 0, True, True),
    ],
)
def test_teasers(letters: int, cut: int, is_content: bool, teaser: bool) -> None:
    """A teaser is a text below the length of an article, or one that is cut off."""
    assert is_teaser(Content("a" * letters, cut=cut), is_content=is_content) is teaser
    wide = Content("橋" * ((letters + 1) // 2), cut=cut)
    assert is_teaser(wide, is_content=is_content) is teaser or letters % 2


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Old <b>bridge</b> &amp; ferry", "Old bridge & ferry"),
        ("5 &lt; 6", "5 < 6"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("One<br/>two", "One two"),
        ("<script>alert('x')</script>Old bridge", "Old bridge"),
        ("<!-- x -->Old bridge", "Old bridge"),
        ("AT&amp;amp;T", "AT&amp;T"),
        ("Today&amp;#8217;s news", "Today’s news"),
        ("Old\n\tbridge\x1b[31m\u202e", "Old bridge"),
        ("<img src='x' alt='y'>", ""),
    ],
)
def test_titles(title: str, shown: str) -> None:
    """Of a title in HTML the words are left; what was escaped once is resolved once."""
    assert plain(title, is_html=True) == shown


def test_plain_titles() -> None:
    """A title that is no HTML keeps what looks like a tag, and a huge one is cut after a word."""
    assert plain("How to use <b> & <i>", is_html=False) == "How to use <b> & <i>"
    assert plain("bridge " * 1_000, is_html=False) == "bridge " * 41 + "bridge…"
    assert len(plain("<b" * 100_000, is_html=True)) <= 301


def test_plain_text() -> None:
    """Plain text is shown by markup that means the same."""
    assert text(paragraphs("5 < 6 & so on.\n\nThe ferry <sails>.")) == "5 < 6 & so on.\nThe ferry <sails>."


PIECES = st.sampled_from(
    "<p>|</p>|<div class='share'>|</div>|<br>|<li>|<table>|<td>|&hellip;|&#0;|&#x110000;|[…]|Read more|"
    "<script>|</script>|<!--|-->|<![CDATA[|<a href='|'>|It sails. |\x00|\u202e|…|橋。|<svg>|<title>".split(
        "|"
    )
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup(html: str) -> None:
    """Whatever markup an entry has, its text has no empty line and nothing hidden in it."""
    found = content("an entry", html, "x")
    assert all(line.strip() for line in found.text.split("\n")) or not found.text
    assert not {"\x00", "\u202e"} & set(found.text)
    assert len(plain(html, is_html=True).split("\n")) == 1
