from datetime import UTC, datetime

import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.markdown import read
from briefing.ingest.reading import Raw, Reading, Role
from briefing.model import Article

BODY = "The council closed the old bridge on Tuesday.\n\nThe ferry sails for free until June, its owner said."
PLAIN = BODY.replace("\n\n", "\n")


def reading(text: str) -> Reading:
    """Read a Markdown text."""
    return read(Raw("news/a.md", text.encode()))


def one(text: str) -> Article:
    """Return the only article of a Markdown text."""
    (article,) = reading(text).articles
    return article


def roles(text: str) -> list[tuple[Role, str]]:
    """Return the role of each line that is not blank."""
    (explained,) = reading(text).explained
    assert [line.number for line in explained.lines] == list(range(1, len(text.split("\n")) + 1))
    return [(line.role, line.text) for line in explained.lines if line.role is not Role.BLANK]


def test_headline_and_subheads() -> None:
    """A `#` line is the headline, deeper ones are subheads, and neither is in the text."""
    article = one(f"# Old bridge closed\n\n{BODY}\n\n## What next\n\nA new bridge is planned.\n")
    assert article.title == "Old bridge closed"
    assert article.text == PLAIN + "\nA new bridge is planned."


def test_underlined_headline() -> None:
    """An underlined headline is a headline."""
    assert one(f"Old bridge closed\n===\n\n{BODY}").title == "Old bridge closed"


def test_a_rule_below_a_paragraph() -> None:
    """A paragraph with a rule right below it is no headline."""
    article = one(f"# Old bridge closed\n\n{BODY}\n---\nA new bridge is planned.")
    assert "its owner said.\nA new bridge is planned." in article.text


def test_without_a_headline() -> None:
    """Without a headline the first sentence stands for one."""
    assert one(BODY).title == "The council closed the old bridge on Tuesday"


def test_second_level_headline() -> None:
    """A heading of any level that opens a file without `#` lines is its headline."""
    assert one(f"## Old bridge closed\n\n{BODY}").title == "Old bridge closed"


def test_several_articles() -> None:
    """Several `#` lines, each with a text, are several articles, found by their lines."""
    first, second = reading(
        f"# Old bridge closed\n\n{BODY}\n\n# Fair opens\n\nThe fair opened on Friday.\n"
    ).articles
    assert (first.title, second.title) == ("Old bridge closed", "Fair opens")
    assert (first.text, second.text) == (PLAIN, "The fair opened on Friday.")
    assert (first.origin, second.origin) == ("news/a.md:1", "news/a.md:7")


def test_a_headline_without_text() -> None:
    """A `#` line with nothing below is no article."""
    article = one(f"# Valley Post\n\n# Old bridge closed\n\n{BODY}\n\n# End\n")
    assert article.title == "Old bridge closed"
    assert article.text == PLAIN


def test_text_before_the_first_headline() -> None:
    """A long text before the first headline is an article of its own; a line or two belongs to the first."""
    long = "The mayor opened the market on Monday. " * 8
    assert len(reading(f"{long}\n\n# Old bridge closed\n\n{BODY}").articles) == 2
    assert one(f"By Jane Roe\n\n# Old bridge closed\n\n{BODY}").text == PLAIN


def test_points() -> None:
    """A list right under the headline is the publisher's points and not in the text."""
    article = one(f"# Old bridge closed\n\n- Repairs cost too much.\n- The *ferry* is free.\n\n{BODY}")
    assert article.points == ("Repairs cost too much.", "The ferry is free.")
    assert article.text == PLAIN


def test_points_below_their_heading() -> None:
    """A list below a heading such as "Key points" is the publisher's points, wherever it stands."""
    box = "## Key points\n\n* Repairs cost too much."
    article = one(f"# Old bridge closed\n\n{BODY}\n\n{box}\n\n## More\n\nThe end came.")
    assert article.points == ("Repairs cost too much.",)
    assert article.text == PLAIN + "\nThe end came."


def test_other_lists() -> None:
    """A list after the first paragraph is part of the text, an item a paragraph."""
    article = one(f"# Old bridge closed\n\n{BODY}\n\n1. Rust in both towers.\n2. A crack\n   in a pillar.\n")
    assert article.points == ()
    assert article.text == PLAIN + "\nRust in both towers.\nA crack in a pillar."


def test_nothing_but_a_list() -> None:
    """Where a list is all there is, it is the text."""
    article = one("# Ways across\n\n- The ferry sails for free.\n- The tunnel opens at six.\n")
    assert article.text == "The ferry sails for free.\nThe tunnel opens at six."
    assert article.points == ()


def test_front_matter() -> None:
    """Front matter gives title, date, address, source and language, and is not in the text."""
    fields = (
        'title: "Old bridge: closed"',
        "date: 2026-11-20 # UTC",
        "link: https://post.example/1",
        "source: 'The Post'",
        "tags:",
        "  - bridges",
        "lang: en-GB",
    )
    article = one("\n".join(["---", *fields, "---", "", BODY]))
    assert (article.title, article.source, article.language) == ("Old bridge: closed", "The Post", "en")
    assert article.url == "https://post.example/1"
    assert article.published == datetime(2026, 11, 20, tzinfo=UTC)
    assert article.text == PLAIN


def test_front_matter_with_sections() -> None:
    """With a title in front, `#` lines after a first paragraph are sections of the one article."""
    article = one(
        f"---\ntitle: Old bridge closed\n---\n{BODY}\n\n# Why\n\nIt was rusty.\n\n# When\n\nAt noon.\n"
    )
    assert article.title == "Old bridge closed"
    assert article.text == PLAIN + "\nIt was rusty.\nAt noon."


@pytest.mark.parametrize(
    "text", ["---\n\nThe council met on Monday.", "---\nThe council met: it was late.\nNo end."]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    """A rule on the first line that no front matter follows is a rule."""
    assert "The council met" in one(text).text


def test_inline_marks() -> None:
    """Emphasis and links become their words, pictures nothing, and entities characters."""
    words = "The **council** of [Hill *town*](https://a.example) met ![pier](p.jpg)&amp; `voted`  \nthere."
    article = one(f"# T\n\n{words}")
    assert article.text == "The council of Hill town met & voted there."


def test_html_is_text() -> None:
    """HTML in Markdown is text and never markup."""
    assert one("# T\n\nA <b>bold</b> <script>x</script> plan.\n\n<div>Kept as it is.</div>").text == (
        "A <b>bold</b> <script>x</script> plan.\n<div>Kept as it is.</div>"
    )


def test_escapes_by_entity() -> None:
    """Control characters written as entities are gone, or replaced."""
    assert one("# T\n\nThe &#27;council &#x202E;met there.").text == "The \ufffdcouncil met there."


@pytest.mark.parametrize(
    "junk",
    [
        "```\ncode = 1\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "![the bridge](b.jpg)",
        "***",
        "    indented code",
        "[Read about the harbour](https://a.example/2)",
        "[Home](/) | [Sport](/s) · [Weather](/w)",
        "*By Jane Roe*",
        "20 November 2026",
        "Read more",
        "[a]: https://a.example",
    ],
)
def test_junk(junk: str) -> None:
    """Code, tables, pictures, rules, lists of links, bylines and dates are no part of the text."""
    text = f"# Old bridge closed\n\n{BODY}\n\n{junk}\n\nA new bridge is planned."
    assert one(text).text == PLAIN + "\nA new bridge is planned."
    told = [line for role, line in roles(text) if role is Role.JUNK]
    assert "\n".join(told) == junk


def test_a_date_line() -> None:
    """A date alone on its line is when the article was published."""
    assert one(f"# Old bridge closed\n\n20 November 2026\n\n{BODY}").published == datetime(
        2026, 11, 20, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://post.example/1",
        "<https://post.example/1>",
        "Source: https://post.example/1",
        "[Source](https://post.example/1)",
    ],
)
def test_a_bare_link(link: str) -> None:
    """A link alone on its line is the article's address."""
    article = one(f"# Old bridge closed\n\n{BODY}\n\n{link}\n")
    assert (article.url, article.source, article.text) == ("https://post.example/1", "post.example", PLAIN)


def test_a_linked_headline() -> None:
    """A headline that is a link gives the article's address."""
    article = one(f"# [Old bridge closed](https://post.example/1)\n\n{BODY}")
    assert (article.title, article.url) == ("Old bridge closed", "https://post.example/1")


def test_links_of_several_articles() -> None:
    """Each of several articles has the link that stands below it."""
    first, second = reading(
        f"# A\n\n{BODY}\n\nhttps://a.example/1\n\n# B\n\nThe fair opened.\n\nhttps://b.example/2"
    ).articles
    assert (first.url, second.url) == ("https://a.example/1", "https://b.example/2")


def test_every_line_has_a_role() -> None:
    """Every line of the file is accounted for, in order."""
    assert roles(
        f"# Old bridge closed\n\n- It is too dear.\n\nHILLTOWN: {BODY}\n\n## Why\n\n---\n\nRead more\n"
    ) == [
        (Role.HEADLINE, "# Old bridge closed"),
        (Role.POINT, "- It is too dear."),
        (Role.LEAD, "HILLTOWN: The council closed the old bridge on Tuesday."),
        (Role.BODY, "The ferry sails for free until June, its owner said."),
        (Role.SUBHEAD, "## Why"),
        (Role.JUNK, "---"),
        (Role.JUNK, "Read more"),
    ]


@pytest.mark.parametrize(
    "text", ["# Only a headline", "---\ntitle: A\n---\n", "```\ncode\n```", "![a](b.png)"]
)
def test_no_article(text: str) -> None:
    """A file without a paragraph is an error that says so."""
    with pytest.raises(SourceError, match="holds no article"):
        reading(text)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "*a **" * 40_000, "> " * 5_000 + "a", "`" * 50_000 + "a", "<" * 50_000]
)
def test_hostile(text: str) -> None:
    """Text made to keep a parser busy is read as text, or refused, at once."""
    assert len(reading(f"# T\n\nThe council met.\n\n{text}").articles) == 1


def test_too_large() -> None:
    """A file over the limit is refused."""
    with pytest.raises(SourceError, match="larger than 5 MB"):
        read(Raw("a.md", b"A line of words.\n" * 300_000))


OWL = "An owl kept a train waiting for two hours on Tuesday. It sat on a signal, the driver said."
BEAVER = "A beaver has built a dam in a flooded car park, and the city has put up a sign about it."
STORIES = f"## Owl halts train\n\n{OWL}\n\n## Beaver at work\n\n{BEAVER}\n"


@pytest.mark.parametrize(
    "top",
    [
        "# The Valley Post\n\n",
        "# The Valley Post\n\n20 November 2026\n\nGood morning!\n\n",
        "",
        "![logo](a.png)\n\n",
    ],
)
def test_a_newsletter(top: str) -> None:
    """Below a newsletter's name, or no name at all, each `##` with a text of its own is an article."""
    first, second = reading(top + STORIES).articles
    assert (first.title, first.text) == ("Owl halts train", OWL)
    assert (second.title, second.text) == ("Beaver at work", BEAVER)
    assert first.origin != second.origin
    assert {role for role, text in roles(top + STORIES) if text in top.split("\n")} <= {Role.JUNK}


def test_linked_headlines() -> None:
    """Where every `##` is a link, each is the headline of an article with that address."""
    text = f"# Owl news\n\n## [An owl](https://a.example/1)\n\n{OWL}\n\n## [What next](https://a.example/2)\n\n{OWL}"
    assert [article.url for article in reading(text).articles] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"# Old bridge closed\n\n{BODY}\n\n{STORIES}",
        f"# A bad day\n\nNothing went as it should have that day, and nobody knows why.\n\n{STORIES}",
        f"# A bad day\n\nBy Jane Roe\n\n{STORIES}",
        f"# A bad day\n\n- An owl sat there.\n- A beaver came.\n\n{STORIES}",
        f"# Why the owl came\n\n## Two hours\n\n{OWL}\n\n## The return\n\nThe owl may come again.\n",
        f"# A bad day\n\n## What happened\n\n{OWL}\n\n## Beaver at work\n\n{BEAVER}\n",
        f"# A bad day\n\n## Is it over?\n\n{OWL}\n\n## Beaver at work\n\n{BEAVER}\n",
        f"# A bad day\n\n## Two hours\n\nHILLTOWN: {OWL}\n\n## Beaver at work\n\n{BEAVER}\n",
        "## Bridge shut\n\nThe span in Hilltown fell.\n\n## New one\n\nWork in Hilltown begins.\n",
        f"## Owl halts train\n\n{OWL}\n\n## Background\n\n{BEAVER}\n",
        f"---\ntitle: A bad day\n---\n{STORIES}",
        f"# A bad day\n\n## Owl halts train\n\n{OWL}\n\n## Links\n\n[Home](https://a.example)\n",
    ],
    ids=range(12),
)
def test_subheads_are_no_headlines(text: str) -> None:
    """An article with `##` subheads is one, be it by its opening, a byline, or parts that belong together."""
    assert len(reading(text).articles) == 1


def test_footnotes() -> None:
    """Footnotes and the marks that point to them are no text, and are told."""
    note = "[^1]: Source: the city,\n   in a letter.\n\n    It is public.\n[^b]: https://a.example/b"
    text = f"# Old bridge closed\n\nIt was rusty[^1]. It was old [^b].\n\n{note}\n\nA new one is planned.\n"
    assert one(text).text == "It was rusty. It was old.\nA new one is planned."
    told = [line for role, line in roles(text) if role is Role.JUNK]
    assert "\n".join(told) == note.replace("\n\n", "\n")


def test_marks_in_code() -> None:
    """What looks like a footnote inside code ends no paragraph after it."""
    assert one(f"# T\n\n```\n[^1]: code\n```\n\n{BODY}").text == PLAIN
