import json
import re
from ctypes import c_long, create_string_buffer

import pypdfium2
import pytest
from lxml import html as lxml_html
from pypdfium2 import raw

from briefing.render import renderers
from briefing.render.layout import A4
from briefing.render.templates import fill
from briefing.render.view import view

from . import samples


def _ids(kind, tree):
    return [
        name.removeprefix(kind) for name in tree.xpath("//@id") if re.fullmatch(f"{kind}[0-9a-f]{{12}}", name)
    ]


@pytest.fixture(scope="module", params=[samples.small, samples.day])
def made(request):
    """Return a briefing: a small one, and one with a glance, changes and pictures."""
    return request.param()


@pytest.fixture(scope="module")
def expected(made):
    """Return the story and bullet ids as the JSON has them, in order."""
    data = json.loads(renderers.get("json")(made))
    stories = [story for section in data["sections"] for story in section["stories"]]
    return [s["id"] for s in stories], [b["id"] for s in stories for b in s["bullets"]]


@pytest.mark.parametrize("template", ["screen.html", "print.html"])
def test_ids(template, made, expected):
    """The pages for screen and print carry the story and bullet ids of the JSON, in its order."""
    tree = lxml_html.document_fromstring(fill(template, page=view(made), layout=A4))
    assert (_ids("story-", tree), _ids("bullet-", tree)) == expected


def test_pdf_keeps_the_ids(made, expected):
    """The PDF names the place of each story and bullet that something leads to by the same ids."""
    document = pypdfium2.PdfDocument(renderers.get("pdf")(made))
    names = set(_named(document))
    document.close()
    stories, bullets = expected
    assert {f"story-{name}" for name in stories} <= names
    assert {f"bullet-{name}" for name in bullets} <= names


def _named(document):
    for number in range(raw.FPDF_CountNamedDests(document)):
        size = c_long(0)
        raw.FPDF_GetNamedDest(document, number, None, size)
        buffer = create_string_buffer(size.value)
        raw.FPDF_GetNamedDest(document, number, buffer, size)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("name", ["md", "txt"])
def test_texts_keep_the_order(name):
    """Markdown and plain text have every headline and every bullet, in the same order."""
    made = samples.many(8)
    text = " ".join(renderers.get(name)(made).decode().replace("\\", "").split())
    parts = [part for story in made.stories for part in (story.headline, *(b.text for b in story.bullets))]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["html", "json", "md", "txt"])
def test_same_briefing_same_bytes(name):
    """The same briefing makes the same file, to the byte."""
    render = renderers.get(name)
    assert render(samples.small()) == render(samples.small())
