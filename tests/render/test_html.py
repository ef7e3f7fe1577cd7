import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from briefing.model import Section
from briefing.render import Layout, renderers

from . import samples

SAMPLES = [samples.small, samples.day, samples.one, samples.quiet, samples.hostile, samples.extreme]


def page(made, *layout):
    """Return the rendered text and its tree."""
    text = renderers.get("html")(made, *layout).decode()
    return text, lxml_html.document_fromstring(text)


@pytest.mark.parametrize("sample", SAMPLES)
def test_asks_nobody(sample):
    """The page runs no script and loads nothing: every address in it is data, or a link to follow."""
    text, tree = page(sample())
    assert not tree.xpath("//script | //iframe | //object | //embed | //form | //base")
    assert not tree.xpath("//link | //@srcset | //@*[starts-with(name(), 'on')]")
    assert all(source.startswith("data:image/") for source in tree.xpath("//@src"))
    assert set(re.findall(r"url\((\w+):", text)) == {"data"}
    assert "@import" not in text
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:")


@pytest.mark.parametrize("sample", SAMPLES)
def test_links_are_web_links(sample):
    """A link leads to http, https or a place on the page that exists; outward ones give no opener away."""
    _, tree = page(sample())
    for link in tree.xpath("//a"):
        target = link.get("href")
        if target.startswith("#"):
            assert tree.xpath(f"//*[@id='{target[1:]}']")
        else:
            assert re.match("https?://", target)
            assert "noopener" in link.get("rel")


@pytest.mark.parametrize("sample", SAMPLES)
def test_structure(sample):
    """There is one h1, headings skip no level, ids are unique, and the landmarks are there."""
    _, tree = page(sample())
    levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(len(tree.xpath(f"/html/body/{name}")) == 1 for name in ("header", "main", "footer"))


def test_markup_of_sources_is_text():
    """Markup, template syntax and escapes in any field come out as the text that they are."""
    text, tree = page(samples.hostile())
    shown = "<script>alert(1)</script> {{7*7}} {% raw %} </style></title> [x](javascript:alert(1))"
    for path in ("//h1", "//h2", "//h3", "//main//li", "//footer//li"):
        assert any(shown in found.text_content() for found in tree.xpath(path)), path
    assert not set(text) & set("\x00\x1b\u202e\u202c")
    assert tree.xpath("//title")[0].text.startswith(shown[:30])


def test_receipts():
    """Each bullet carries, folded, the exact sentences that it rests on, with their article and offsets."""
    _, tree = page(samples.small())
    (bullet,) = tree.xpath("//li[.//summary[contains(., '2, 3')]]")
    quotes = bullet.xpath("./details/blockquote")
    assert [quote.get("id") for quote in quotes] == ["receipt-2", "receipt-3"]
    assert quotes[0].xpath("./p")[0].text_content().startswith("Two ships with room for 240 passengers each")
    assert "The Harbour Post, characters 110–207" in quotes[0].xpath("./p")[1].text_content()


def test_unverified_bullets_are_marked():
    """A bullet that was not verified says so, and no other does."""
    _, tree = page(samples.small())
    (marked,) = tree.xpath("//li[contains(@class, 'unverified')]")
    assert "unverified" in marked.text_content()
    assert len(tree.xpath("//*[@class='flag']")) == 1


def test_points_are_apart():
    """A publisher's points stand outside our bullets, under a label that names the publisher."""
    _, tree = page(samples.small())
    (points,) = tree.xpath("//*[@class='points']")
    assert points.xpath("./p")[0].text_content() == "Publisher’s points The Harbour Post"
    assert not tree.xpath("//*[@class='bullets']//*[@class='points']")


def test_languages():
    """Text of a source carries its language and direction; our words within it carry ours."""
    _, tree = page(samples.small())
    assert {"fr", "ar"} <= set(tree.xpath("//h3/@lang"))
    assert tree.xpath("//h3[@lang='ar']/@dir") == ["rtl"]
    assert tree.xpath("//li[@lang='ar']/details/@lang") == ["en", "en"]


def test_many_sources_fold():
    """Of sixty sources three are in view, the others folded, and none is lost."""
    _, tree = page(samples.extreme())
    (folded,) = tree.xpath("//details[@class='more']")
    assert folded.xpath("./summary")[0].text == "and 57 more"
    assert len(folded.xpath(".//li")) == 57


def test_story_that_stands_twice():
    """The same story in two sections leaves ids unique and links whole."""
    made = samples.one()
    _, tree = page(replace(made, sections=(*made.sections, Section("Again", made.sections[0].stories))))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_problems_are_announced_at_the_top():
    """Where something went wrong the masthead says so and leads to the account of it."""
    _, tree = page(samples.small())
    assert tree.xpath("//header//a[@href='#about']")[0].text == "1 problem, listed at the end"
    assert "cannot be opened: it needs a password" in tree.xpath("//footer")[0].text_content()


def test_quiet_day():
    """A day without stories has a page that says so and accounts for what was found."""
    _, tree = page(samples.quiet())
    assert tree.xpath("//main//h2")[0].text == "A quiet day"
    assert "older than two days" in tree.xpath("//footer")[0].text_content()
    assert not tree.xpath("//nav")


def test_size():
    """Forty stories with their typefaces stay below a megabyte."""
    assert len(renderers.get("html")(samples.many(40))) < 1_000_000


def test_paper_follows_the_layout():
    """The page that a browser prints has the size that was chosen."""
    assert "size: 8.5in 11in" in page(samples.one(), Layout("Letter"))[0]
    assert "size: 210mm 297mm" in page(samples.one())[0]
