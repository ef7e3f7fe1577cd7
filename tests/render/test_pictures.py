"""Pictures: embedded, with what is to be seen and whose they are."""

import base64
import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from lxml import html
from PIL import Image as Pillow
from pypdfium2 import raw

from briefing.model import Section
from briefing.render import renderers
from briefing.render.view import view

from . import samples

DAY = samples.day()


def with_image(image, story=DAY.stories[0]):
    """Return a briefing of one story with that picture."""
    return replace(DAY, sections=(Section("Home", (replace(story, image=image),)),), glance=())


def test_the_picture_itself():
    """The page holds the picture, to the byte, with its size."""
    (image, *_) = html.document_fromstring(renderers.get("html")(DAY)).xpath("//img")
    kind, data = image.get("src").split(";base64,")
    assert kind == "data:image/jpeg"
    assert base64.b64decode(data) == DAY.stories[0].image.data
    assert (image.get("width"), image.get("height")) == ("640", "427")


def test_caption_and_credit():
    """A picture tells what is to be seen, for those who can't see it too, and whose it is."""
    figures = html.document_fromstring(renderers.get("html")(DAY)).xpath("//figure")
    captions = [" ".join(figure.xpath("./figcaption")[0].text_content().split()) for figure in figures]
    assert captions == [
        "A street in Lower Orle on Saturday, seen from a boat Picture: Ada Quill, Valley Courier",
        "Picture: The Harbour Post",
        "حقل قمح بين الكثبان Picture: صوت الواحة",
    ]
    assert [figure.xpath("./img/@alt")[0] for figure in figures] == [
        "A street in Lower Orle on Saturday, seen from a boat",
        "Picture: The Harbour Post",
        "حقل قمح بين الكثبان",
    ]
    assert figures[2].xpath("./img/@lang") == ["ar"]


def test_credit_names_the_publisher_once():
    """A credit that names the publisher is not repeated."""
    image = replace(DAY.stories[0].image, credit="Valley Courier / A. Quill")
    (story,) = view(with_image(image)).stories
    assert story.image.credit == "Valley Courier / A. Quill"


def test_hostile_words():
    """Markup in what a source says of its picture is text, and no more than a few lines of it are shown."""
    image = replace(DAY.stories[0].image, alt=samples.HOSTILE * 20, credit=samples.HOSTILE * 20)
    tree = html.document_fromstring(renderers.get("html")(with_image(image)))
    assert len(tree.xpath("//img")) == 1
    assert not tree.xpath("//script")
    assert "<script>alert(1)</script>" in tree.xpath("//img/@alt")[0]
    assert len(tree.xpath("//figure")[0].text_content()) < 400


@pytest.mark.parametrize("kind", ["image/svg+xml", 'image/png"><script>', "text/html", ""])
def test_only_pictures(kind):
    """What is no JPEG, PNG, WebP or GIF is not shown: it could do more than be seen."""
    made = with_image(replace(DAY.stories[0].image, type=kind))
    assert view(made).stories[0].image is None
    assert not html.document_fromstring(renderers.get("html")(made)).xpath("//img")


@pytest.mark.parametrize(
    ("width", "height", "wide"), [(640, 427, True), (1200, 600, True), (320, 200, False), (600, 900, False)]
)
def test_the_first_story_leads(width, height, wide):
    """The first story's picture fills its column; a small or upright one stands beside the text."""
    made = with_image(samples.picture(samples.FLOOD, width, height))
    (article,) = html.document_fromstring(renderers.get("html")(made)).xpath("//article")
    assert ("leading" in article.get("class")) is wide
    assert ("pictured" in article.get("class")) is not wide


def test_print():
    """The PDF holds the pictures, scaled to its columns, and tells what is to be seen."""
    with pypdfium2.PdfDocument(renderers.get("pdf")(DAY)) as document:
        images = [image for page in document for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        assert len(images) == 3
        for image in images:
            left, bottom, right, top = image.get_bounds()
            assert 60 < right - left < 250
            assert 80 < top - bottom < 200
    assert "seen from a boat" in text
    assert "Picture: Ada Quill, Valley Courier" in " ".join(text.split())


@pytest.mark.parametrize("name", ["md", "txt"])
def test_text_formats_have_none(name):
    """Text formats show no picture and speak of none."""
    text = renderers.get(name)(DAY).decode()
    assert "Picture" not in text
    assert "data:" not in text


def test_json_describes_it():
    """The data tell what is known of the picture, without its bytes."""
    data = json.loads(renderers.get("json")(DAY))
    home, *_ = data["sections"]
    assert home["stories"][0]["image"] == {
        "type": "image/jpeg",
        "width": 640,
        "height": 427,
        "alt": "A street in Lower Orle on Saturday, seen from a boat",
        "credit": "Ada Quill",
        "article": "valley",
    }
    assert data["sections"][1]["stories"][0]["image"] is None


def test_samples_are_pictures():
    """The sample's picture is one, of the size that it says."""
    image = DAY.stories[0].image
    assert Pillow.open(io.BytesIO(image.data)).size == (image.width, image.height)
