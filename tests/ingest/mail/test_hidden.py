import pytest

from tests.ingest.mail.messages import message, reading

FIELDS = (b"Content-Type: text/html; charset=utf-8", b"List-Id: <a.b>")
SHOWN = "The ferry sails again from Friday."


def text(body: str) -> str:
    """Return the text of a newsletter's only article."""
    (article,) = reading(message(body.encode(), *FIELDS)).articles
    return article.text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">Secret words here.</div>',
        '<div style="DISPLAY : NONE !important">Secret words here.</div>',
        '<span style="visibility:hidden">Secret words here.</span>',
        '<div style="font-size:0">Secret words here.</div>',
        '<div style="font-size:1px;line-height:1px">Secret words here.</div>',
        '<div style="max-height:0;overflow:hidden">Secret words here.</div>',
        '<div style="opacity:0">Secret words here.</div>',
        '<div style="position:absolute;left:-9999px">Secret words here.</div>',
        '<div style="color:#ffffff">Secret words here.</div>',
        '<table bgcolor="#eeeeee"><tr><td><font color="#EFEFEF">Secret words here.</font></td></tr></table>',
        '<div style="background:rgb(10, 20, 30)"><p style="color:#0a141e">Secret words here.</p></div>',
        "<div hidden>Secret words here.</div>",
        '<div class="preheader">Secret words here.</div>',
        '<style>.x{display:none}</style><p class="x">Secret words here.</p>',
        "<div>Secret words here." + "&#847; &zwnj; &nbsp;" * 8 + "</div>",
        "<div>Secret words here." + "&#8199;&#65279;&#847; " * 8 + "</div>",
        "<!-- <p>Secret words here.</p> -->",
        "<title>Secret words here.</title>",
    ],
    ids=range(18),
)
def test_hidden_text(hidden: str) -> None:
    """What a mail program does not show is no text, and a preheader that pads itself is none either."""
    assert text(f"{hidden}<p>{SHOWN}</p>") == SHOWN


@pytest.mark.parametrize(
    "shown",
    [
        f'<div style="font-size:0"><p style="font-size:14px">{SHOWN}</p></div>',
        f'<table style="font-size:0px"><tr><td><font size="3">{SHOWN}</font></td></tr></table>',
        f'<div style="background:#000"><p style="color:#fff">{SHOWN}</p></div>',
        f'<div style="background:url(a.png)"><p style="color:#fff">{SHOWN}</p></div>',
        f"<style>.dark p {{background:#000}}</style><div class=dark><p style='color:#fff'>{SHOWN}</p></div>",
        f"<style>@media print{{p{{display:none}}}}</style><p>{SHOWN}</p>",
        f'<div style="display:block;height:0">{SHOWN}</div>',
    ],
    ids=range(7),
)
def test_shown_text(shown: str) -> None:
    """What only looks hidden to a hasty reader is text."""
    assert text(shown) == SHOWN


def test_pixels_and_addresses() -> None:
    """Pictures have no text, and nothing of an address ever shows."""
    body = f'<img src="https://t.example/open.gif" alt="x" width=1><p>{SHOWN} <a href="https://t.example/r?u=1">More</a></p>'
    (article,) = reading(message(body.encode(), *FIELDS)).articles
    assert (article.text, article.source) == (SHOWN, "The Valley Post")
