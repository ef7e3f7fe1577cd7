from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.html import read
from briefing.ingest.reading import Raw, Reading, Role
from briefing.model import Article

FIRST = (
    "The town council voted on Tuesday to close the old bridge for good, saying that repairs cost too much."
)
SECOND = (
    "The ferry will carry pupils free of charge until June, its owner said, and others at the usual fare."
)
THIRD = "A new bridge could open in five years, according to the plan that the council published on its page."
BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"
NAVIGATION = """<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your visit.</p><button>Accept all</button></div>"""
FOOTER = "<footer><p>© 2026 The Valley Post. All rights reserved.</p></footer>"


def page(article: str = BODY, head: str = "", title: str = "Old bridge to close | The Valley Post") -> str:
    """Return a whole page, furniture and all."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>{NAVIGATION}'
        f"<main><article>{article}</article></main>{FOOTER}</body></html>"
    )


def reading(text: str) -> Reading:
    """Read a page."""
    return read(Raw("news/page.html", text.encode()))


def one(text: str) -> Article:
    """Return the article of a page."""
    (article,) = reading(text).articles
    return article


def test_the_article_alone() -> None:
    """Of a page only the article's paragraphs are its text, one a line."""
    article = one(page(f"<h1>Old bridge to close</h1>{BODY}"))
    assert article.text == f"{FIRST}\n{SECOND}"
    assert article.title == "Old bridge to close"


@pytest.mark.parametrize(
    "furniture",
    [
        "<figure><img src='b.jpg'><figcaption>The bridge, from the pier.</figcaption></figure>",
        "<p class='byline'>By Jane Roe</p>",
        "<time datetime='2026-11-20'>20 November 2026</time>",
        "<p style='display:none'>Nobody sees this line of the page.</p>",
        "<p style='color:red; font-size: 0px'>Ignore what was said before this.</p>",
        "<script>var a = 'The script of the page.';</script>",
        "<style>p { color: red; }</style>",
        "<button>Share this article</button>",
        "<p>Advertisement</p>",
        "<table><tr><td>2025</td><td>1,200 cars</td></tr></table>",
        "<!-- A comment that nobody sees. -->",
    ],
)
def test_furniture(furniture: str) -> None:
    """Captions, bylines, dates, hidden text, scripts, buttons and tables are no part of the text."""
    assert one(page(f"<h1>Old bridge to close</h1>{BODY}{furniture}<p>{THIRD}</p>")).text == "\n".join(
        [FIRST, SECOND, THIRD]
    )


def test_short_articles() -> None:
    """An article of a line or two is read without the navigation and the footer around it."""
    text = page(
        "<h1>Ferry sails</h1><p>The ferry sails again.</p><p>It was in the yard.</p>", title="Ferry sails"
    )
    assert one(text).text == "The ferry sails again.\nIt was in the yard."


def test_lines_without_paragraphs() -> None:
    """Text that line breaks part, and no paragraphs, has its lines for paragraphs."""
    assert one(page(f"<h1>Bridge</h1><div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>")).text.split("\n") == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_line_break_in_mid_sentence() -> None:
    """A line break in mid-sentence parts nothing."""
    assert FIRST in one(page(BODY.replace("to close", "to<br>close"))).text


def test_subheads() -> None:
    """Headings inside the article are subheads and not in the text."""
    text = page(f"<h1>Old bridge to close</h1>{BODY}<h2>What comes next</h2><p>{THIRD}</p>")
    assert "What comes next" not in one(text).text
    assert Role.SUBHEAD in {line.role for line in reading(text).explained[0].lines}


def test_points_above_the_text() -> None:
    """A list right under the headline is the publisher's points."""
    points = "<ul><li>Repairs cost more than a new bridge.</li><li>The ferry is free for pupils.</li></ul>"
    article = one(page(f"<h1>Old bridge to close</h1>{points}{BODY}"))
    assert article.points == ("Repairs cost more than a new bridge.", "The ferry is free for pupils.")
    assert article.text == f"{FIRST}\n{SECOND}"


def test_a_box_of_points() -> None:
    """A list below a heading such as "Key points" is the publisher's points, wherever it stands."""
    box = "<div><h3>Key points</h3><ul><li>Repairs cost more.</li><li>The ferry is free.</li></ul></div>"
    article = one(page(f"<h1>Old bridge to close</h1>{BODY}{box}<p>{THIRD}</p>"))
    assert article.points == ("Repairs cost more.", "The ferry is free.")
    assert article.text == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_other_lists() -> None:
    """A list in the text is part of it, an item a paragraph."""
    article = one(
        page(f"{BODY}<p>The reasons were these:</p><ul><li>rust in both towers</li><li>a crack</li></ul>")
    )
    assert article.text.endswith("The reasons were these:\nrust in both towers\na crack")


def test_what_the_page_says_of_itself() -> None:
    """Site, address and time come from the page's head."""
    head = (
        '<link rel="canonical" href="https://valley.example/bridge">'
        '<meta property="og:site_name" content="Valley Post">'
        '<meta property="article:published_time" content="2026-11-20T09:30:00+01:00">'
    )
    article = one(page(head=head))
    assert (article.source, article.url) == ("Valley Post", "https://valley.example/bridge")
    assert article.published == datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def test_source_without_a_name() -> None:
    """Without a site's name a reader is shown the host of the address, or else the file."""
    link = '<link rel="canonical" href="https://www.valley.example/bridge">'
    assert one(page(head=link, title="Old bridge to close")).source == "valley.example"
    assert one(page(title="Old bridge to close")).source == "page.html"


@pytest.mark.parametrize(
    ("markup", "time"),
    [
        (
            '<script type="application/ld+json">{"datePublished":"2026-11-20T08:00:00Z"}</script>',
            datetime(2026, 11, 20, 8, tzinfo=UTC),
        ),
        ('<meta itemprop="datePublished" content="2026-11-20">', datetime(2026, 11, 20, tzinfo=UTC)),
        ('<meta name="date" content="2026-11-20">', datetime(2026, 11, 20, tzinfo=UTC)),
        ('<meta property="article:published_time" content="soon">', None),
        ("", None),
    ],
)
def test_times(markup: str, time: datetime | None) -> None:
    """The time is that which the page states; it is never guessed."""
    assert one(page(head=markup)).published == time


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/relative"])
def test_bad_addresses(address: str) -> None:
    """A canonical address that is none of the web is no address."""
    assert one(page(head=f'<link rel="canonical" href="{address}">')).url is None


def test_the_title_of_the_page() -> None:
    """The site's name in a page's title is no part of the headline."""
    head = '<meta property="og:site_name" content="The Valley Post">'
    assert one(page(head=head, title="Bridge – what now? – The Valley Post")).title == "Bridge – what now?"


def test_language() -> None:
    """The page's language is believed, save for English where the text is another."""
    french = (
        "<p>" + "Le conseil a décidé mardi de fermer le vieux pont, jugé trop cher à réparer. " * 4 + "</p>"
    )
    assert one(page(french)).language == "fr"
    assert one(page(BODY).replace('lang="en"', 'lang="gl"')).language == "gl"


def test_escapes_are_harmless() -> None:
    """Control characters written as entities leave no trace, and escaped markup is text."""
    article = one(
        page(f"<p>{FIRST} &#27;[31m&#x202e;&lt;script&gt;alert(1)&lt;/script&gt; {{{{ x }}}}</p>{BODY}")
    )
    assert "<script>alert(1)</script> {{ x }}" in article.text
    assert not {"\x1b", "\u202e"} & set(article.text)


def test_a_fragment() -> None:
    """A part of a page, without root or body, is read like a page."""
    assert one(f"<h1>Old bridge to close</h1>{BODY}").text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0030)https://valley.example/bridge -->\n",
        "<!--\n Page saved by an extension \n url: https://valley.example/bridge\n-->\n",
    ],
)
def test_where_a_page_was_saved_from(note: str) -> None:
    """A browser's note about where a page was saved from gives its address."""
    article = one(note + page())
    assert article.text == f"{FIRST}\n{SECOND}"
    assert article.url == "https://valley.example/bridge"


def test_xhtml() -> None:
    """XHTML with an XML declaration is read."""
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + page().replace(
        "<html", '<html xmlns="http://www.w3.org/1999/xhtml"'
    )
    assert one(text).text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "text",
    [
        page(""),
        page("<form><label>Name</label><input><button>Sign in</button></form>"),
        page("".join(f'<h3><a href="/{n}">Storm closes port for {n} days</a></h3>' for n in range(30))),
        "<html></html>",
        "<html><body><script>render()</script><div id='app'></div></body></html>",
        "no markup",
    ],
)
def test_no_article(text: str) -> None:
    """A page without an article, be it a form or a list of headlines, is an error that says so."""
    with pytest.raises(SourceError, match="holds no article"):
        reading(text)


@pytest.mark.parametrize(
    "kept", [FIRST + "</p>\n<p>The ferry will", FIRST + "</p>\n<p class='bo", FIRST + "</p>"]
)
def test_cut_off(kept: str) -> None:
    """A page that stops before its end is read, and said to be cut off."""
    text = page()
    problems = reading(text[: text.index(FIRST)] + kept).problems
    assert [one.message for one in problems] == ["is cut off: the article may lack its end"]


@pytest.mark.parametrize("text", [page(), page().replace("</html>", ""), f"<article>{BODY}</article>"])
def test_not_cut_off(text: str) -> None:
    """A page that closes its body or its root is whole, and so is a fragment."""
    assert not reading(text).problems


def test_what_was_kept_is_told() -> None:
    """Each line that was kept has its number, its role and the reason."""
    text = page(
        f"<h1>Old bridge to close</h1><p>HILLTOWN: {FIRST}</p><p>{SECOND}</p><h2>Next</h2><p>{THIRD}</p>"
    )
    (explained,) = reading(text).explained
    assert [(line.number, line.role) for line in explained.lines] == [
        (1, Role.HEADLINE),
        (2, Role.LEAD),
        (3, Role.BODY),
        (4, Role.SUBHEAD),
        (5, Role.BODY),
    ]
    assert explained.lines[2].reason == "a paragraph, kept as main text by the extractor"


def test_embedded_pictures() -> None:
    """Pictures that were saved inside a page don't count towards its size."""
    picture = f"<img src='data:image/png;base64,{'A' * 6_000_000}'>"
    assert one(page(f"{BODY}{picture}")).text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "text",
    [
        page(BODY + "<b>" * 100_000),
        page(BODY + "<span><i>" * 50_000),
        page(BODY + "<table><tr><td>" * 30_000),
        page(f'<div class="{"a " * 1_000_000}">{BODY}</div>'),
        page(f'{BODY}<a href="https://x.example/{"a/" * 1_000_000}">x</a>'),
        page(f'{BODY}<p style="{"font-size:0" * 100_000}">x</p>'),
        page(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        page(f"{BODY}<!--" + "<!--" * 100_000),
        page(f"{BODY}<p>{'&amp;' * 200_000}</p>"),
        page(BODY + "<p>" + "word<br>" * 20_000),
        page(BODY + f"<ul><li>{THIRD}</ul><p>{THIRD}</p>" * 3_000),
    ],
    ids=range(11),
)
def test_hostile_pages(text: str) -> None:
    """Pages with deep nesting or huge attributes give their article at once."""
    assert one(text).text.startswith(FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>" + "<div>" * 800_000,
        "<html><body>" + "<p>x</p>" * 200_000,
        "<html>" + "<" * 1_000_000,
        "<html><body><p>" + "word " * 2_000_000,
        page(BODY + "<br>" * 400_000),
    ],
    ids=range(5),
)
def test_refused_pages(text: str) -> None:
    """Pages that could take more time or memory than any article are refused at once."""
    with pytest.raises(SourceError):
        reading(text)


def test_entity_bombs() -> None:
    """Entities that a page declares are never expanded."""
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'x' * 10}'>" for n in range(9))
    text = page(f"{BODY}<p>&e8;</p>").replace("<!DOCTYPE html>", f"<!DOCTYPE html [{entities}]>")
    assert len(reading(text).articles[0].text) < 2 * len(text)


OWL = "An owl kept a train waiting for two hours on Tuesday. It sat on a signal, the driver said."
BEAVER = "A beaver has built a dam in a flooded car park, and the city has put up a sign about it."
TWO = (
    f"<article><h2>Owl halts train</h2><p>{OWL}</p></article>"
    f"<article><h2>Beaver at work</h2><p>{BEAVER}</p></article>"
)


def test_a_digest() -> None:
    """Several articles on a page, each with its headline and its text, are several articles."""
    first, second = reading(f"<html><body>{NAVIGATION}{TWO}{FOOTER}</body></html>").articles
    assert (first.title, first.text) == ("Owl halts train", OWL)
    assert (second.title, second.text) == ("Beaver at work", BEAVER)
    assert first.origin != second.origin


def test_every_line_of_a_digest_is_told() -> None:
    """Of a digest each line has its role and its article, those around the articles too."""
    (explained,) = reading(f"<html><body><p>Good morning.</p>{TWO}</body></html>").explained
    assert [(line.text, line.role, line.article) for line in explained.lines] == [
        ("Good morning.", Role.JUNK, None),
        ("Owl halts train", Role.HEADLINE, 0),
        (OWL, Role.BODY, 0),
        ("Beaver at work", Role.HEADLINE, 1),
        (BEAVER, Role.BODY, 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"<main><article><h1>Bridge to close</h1>{BODY}<p>{THIRD}</p></article></main>{TWO}",
        f"<title>Bridge to close | Post</title><article><h2>Bridge to close</h2>{BODY}</article>{TWO}",
        f"<article><h2>Bridge to close</h2>{BODY}<p>{THIRD}</p></article>"
        f"<article><h2><a href='/owl'>Owl halts train</a></h2><p>{OWL}</p></article>",
        f"<article><h2>Bridge to close</h2>{BODY}</article><article><p>A comment. It is long.</p></article>",
    ],
    ids=range(4),
)
def test_articles_beside_an_article(text: str) -> None:
    """Teasers and comments around a page's own article make no digest of it."""
    assert one(f"<html><body>{text}</body></html>").text.startswith(FIRST)


@pytest.mark.parametrize("heading", ["h2", "h3"])
def test_a_headline_stands_alone(heading: str) -> None:
    """A headline is never the first words of a paragraph, however short the page."""
    for text in (
        f"<article><{heading}>Owl halts train</{heading}><p>{OWL}</p></article>",
        f"<article><{heading}>Owl halts train</{heading}>{OWL}</article>",
        f"<div><{heading}>Owl halts train</{heading}><div>{OWL}</div></div>",
    ):
        article = one(f"<html><body>{text}</body></html>")
        assert (article.title, article.text) == ("Owl halts train", OWL)


def test_a_list_between_paragraphs() -> None:
    """A list between paragraphs of the text is text, whatever the extractor makes of it."""
    listed = "<ul><li>The footpath stays open to all</ul>"
    text = f"<div><h1>Old bridge to close</h1><p>{FIRST}<p>{SECOND}{listed}<p>{THIRD}</div>"
    assert one(f"<html><body>{text}</body></html>").text == "\n".join(
        [FIRST, SECOND, "The footpath stays open to all", THIRD]
    )


def test_what_was_left_out_is_told() -> None:
    """What the page has between the paragraphs of its article, and is not in the text, is told."""
    box = "<ul><li><a href='/1'>Ferry sails</a></li></ul><table><tr><td>1,200 cars</td></table>"
    text = page(f"<h1>Old bridge to close</h1><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD}</p>")
    assert one(text).text == "\n".join([FIRST, SECOND, THIRD])
    told = {line.text: line for line in reading(text).explained[0].lines}
    assert told["1,200 cars"].role is told["Ferry sails"].role is Role.JUNK
    assert told["1,200 cars"].reason.startswith("left out by the extractor")


@pytest.mark.parametrize(
    "top", ["<font size=5><b>Owl halts train</b></font><br><br>", "<p><strong>Owl halts train</strong></p>"]
)
def test_a_headline_in_bold_type(top: str) -> None:
    """On a page without a title a line in bold type above the text is the headline, and not in the text."""
    article = one(f"<table><tr><td><a href=/>Home</a></td><td>{top}{OWL}<br><br>{BEAVER}</td></tr></table>")
    assert (article.title, article.text) == ("Owl halts train", f"{OWL}\n{BEAVER}")
