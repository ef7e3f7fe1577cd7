import pytest

from briefing.ingest.readers.pdf import date
from tests.ingest.pdf.documents import BRIDGE, FERRY, STYLE, drawn, line, paragraphs, pdf, reading


def long() -> str:
    """Return a text of several pages, in two columns."""
    return (
        f"<h1>Night ferry returns</h1><div style='columns: 2'>{paragraphs(*FERRY, *BRIDGE, *FERRY, *BRIDGE)}"
        + (paragraphs(*(FERRY + BRIDGE) * 4) + "</div>")
    )


def test_columns_and_pages() -> None:
    """A text in columns on several pages is read in order, its paragraphs and hyphenated words whole."""
    (article,) = reading(pdf(long())).articles
    assert article.text.split("\n") == [*FERRY, *BRIDGE] * 6
    assert article.title == "Night ferry returns"


def test_heads_and_page_numbers() -> None:
    """What stands at the edge of every page is no text, and is told as what it is."""
    found = reading(pdf(long()))
    reasons = {line.text: line.reason for part in found.explained for line in part.lines if line.text}
    assert reasons["Valley Quarterly"] == "a head or a foot that stands on other pages, too"
    assert any("page's number" in reason for reason in reasons.values())
    assert "Quarterly" not in found.articles[0].text


def test_every_line_has_a_role() -> None:
    """Each paragraph of a PDF is told once, with a role and a reason."""
    (part,) = reading(pdf(long())).explained
    numbers = [line.number for line in part.lines]
    assert numbers == sorted(set(numbers))
    assert all(line.reason for line in part.lines)


def test_one_page() -> None:
    """A single page's number is no text, though it is not repeated."""
    (article,) = reading(pdf("<h1>Ferry</h1>" + paragraphs(*FERRY))).articles
    assert article.text.split("\n") == [*FERRY]


def test_several_articles() -> None:
    """A PDF with several headlines, each above a text of its own, has an article for each."""
    style = STYLE + "h2 { font-size: 16pt; margin: 8mm 0 2mm }"
    vines = (
        "ORVA: Growers on the southern slopes began the harvest on 2 September, ten days early.",
        "The sugar in the grapes was the highest since records began in 1961, the vineyards' union reported.",
    )
    body = f"<h2>Night ferry returns to the lake</h2>{paragraphs(*FERRY)}<h2>Vineyards harvest early</h2>"
    found = reading(pdf(body + paragraphs(*vines), style)).articles
    assert [one.title for one in found] == ["Night ferry returns to the lake", "Vineyards harvest early"]
    assert [one.text.split("\n") for one in found] == [[*FERRY], [*vines]]


@pytest.mark.parametrize("style", ["", "p { margin: 0 0 3mm; text-indent: 0 }", "html { text-align: left }"])
def test_paragraphs(style: str) -> None:
    """Paragraphs are told by an indent, by a gap, or by how their last line ends."""
    (article,) = reading(pdf(f"<h1>Ferry</h1>{paragraphs(*FERRY, *BRIDGE)}", STYLE + style)).articles
    assert article.text.split("\n") == [*FERRY, *BRIDGE]


def test_columns_drawn_row_by_row() -> None:
    """Columns are read one after the other, even where they were drawn line by line across the page."""
    left = (
        "The night ferry sails",
        "again from Friday, its",
        "owner said on Monday.",
        "It had been laid up.",
    )
    right = ("The council closed the", "old bridge after the", "inspectors found rust", "in three cables.")
    rows = [
        part
        for n, (a, b) in enumerate(zip(left, right, strict=True))
        for part in (line(a, 40, 500 - 14 * n), line(b, 220, 500 - 14 * n))
    ]
    (article,) = reading(drawn(*rows)).articles
    assert article.text.replace("\n", " ") == " ".join((*left, *right))


def test_hyphens() -> None:
    """A line's last hyphen goes, but for that of a compound that the text has elsewhere, or of figures."""
    text = (
        "The well-known ferry has a con-",
        "siderable lead of 31-27, said its well-",
        "known owner on Mon-",
        "day.",
    )
    (article,) = reading(drawn(*(line(part, 40, 500 - 14 * n) for n, part in enumerate(text)))).articles
    assert (
        article.text
        == "The well-known ferry has a considerable lead of 31-27, said its well-known owner on Monday."
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The long way of the ferry", "The long way of the ferry"),
        ("Microsoft Word - ferry_final2.docx", "Night ferry returns"),
        ("Untitled-1", "Night ferry returns"),
        ("ferry_0423", "Night ferry returns"),
        ("", "Night ferry returns"),
    ],
)
def test_titles(title: str, shown: str) -> None:
    """A PDF is called what it calls itself where that is a title, else by the largest type on page one."""
    data = pdf("<h1>Night ferry returns</h1>" + paragraphs(*FERRY), head=f"<title>{title}</title>")
    assert reading(data).articles[0].title == shown


def test_dates_of_documents() -> None:
    """An article is as old as its document says."""
    head = '<meta name="dcterms.created" content="2026-11-20T06:00:00+01:00">'
    (article,) = reading(pdf(paragraphs(*FERRY), head=head)).articles
    assert article.published and article.published.isoformat() == "2026-11-20T06:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("D:20261120060000+01'00'", "2026-11-20T06:00:00+01:00"),
        ("D:20261120060000Z", "2026-11-20T06:00:00+00:00"),
        ("D:20261120", "2026-11-20T00:00:00+00:00"),
        ("D:2026", "2026-01-01T00:00:00+00:00"),
        ("2026-11-20T06:00:00Z", "2026-11-20T06:00:00+00:00"),
        ("D:19040101000000", None),
        ("D:20269999", None),
        ("D:20261120060000+99'99'", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(text: str, when: str | None) -> None:
    """Dates in a PDF's own form are read, and none that cannot be."""
    found = date(text)
    assert (found.isoformat() if found else None) == when


def test_other_scripts() -> None:
    """Letters beyond ASCII come out as they went in."""
    words = (
        "Ночной паром снова отправится в рейс в пятницу, сообщил его владелец. Он стоял с мая из-за пожара."
    )
    (article,) = reading(pdf(paragraphs(words))).articles
    assert (article.text, article.language) == (words, "ru")
