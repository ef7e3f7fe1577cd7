import random
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.ingest import collect
from briefing.ingest.readers.pdf import Limits
from tests.ingest.pdf.documents import BRIDGE, FERRY, drawn, line, paragraphs, pdf, raw_pdf, reading, stream

SENTENCE = line("The ferry sails again from Friday.", 40, 500)


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """Return why a PDF is not read."""
    with pytest.raises(SourceError) as caught:
        reading(data, limits or Limits())
    assert "\n" not in str(caught.value)
    return caught.value.message


def whole() -> bytes:
    """Return a sound document."""
    return pdf("<h1>Ferry</h1>" + paragraphs(*FERRY, *BRIDGE))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(5_000),
        b"%PDF-1.7\n" + random.Random(1).randbytes(20_000),
        b"x%PDF-",
    ],
    ids=range(4),
)
def test_no_document(data: bytes) -> None:
    """What begins as a PDF and is none is said to be damaged."""
    assert refusal(data) == "is a PDF document, and it is cut off or damaged: fetch it again"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated(share: float) -> None:
    """A document that was cut off is read as far as it goes, or said to be damaged."""
    data = whole()
    try:
        assert reading(data[: int(share * len(data))]).articles
    except SourceError as error:
        assert "damaged" in error.message or "no text" in error.message


def test_changed_bytes() -> None:
    """Whatever bytes of a document are changed, it is read or refused on one line."""
    for seed in range(16):
        chance = random.Random(seed)
        data = bytearray(whole())
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            reading(bytes(data))
        except SourceError as error:
            assert "\n" not in str(error), seed


def test_a_million_pages_claimed() -> None:
    """A document that claims pages that it lacks is read for those that it has, or refused."""
    try:
        assert reading(drawn(SENTENCE, count=100_000_000)).articles
    except SourceError as error:
        assert error.message


def test_pages_that_hold_themselves() -> None:
    """A tree of pages that leads back to itself ends."""
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    loop = b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3 /Parent 2 0 R >>"
    assert refusal(raw_pdf(catalogue, loop, b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"))


def test_streams_that_hold_themselves() -> None:
    """Streams of objects that lie in one another end."""
    looped = stream(b"4 0 5 10 << >> << >>", b"/Type /ObjStm /N 2 /First 9 /Extends 4 0 R")
    form = stream(
        b"/X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents [5 0 R 5 0 R]"
        b" /Resources << /XObject << /X 5 0 R >> >> >>"
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    assert refusal(raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, looped, form))


def test_a_stream_that_unpacks_to_gigabytes() -> None:
    """A small document that unpacks to far more than it may is stopped, or read in its limits."""
    import zlib

    packed = zlib.compress(zlib.compress(bytes(500_000_000), 9), 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R >>"
    bomb = stream(packed, b"/Filter [/FlateDecode /FlateDecode]")
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    assert refusal(raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, bomb), Limits(memory=300 << 20))


def test_too_slow() -> None:
    """A document that takes too long is stopped, and says what to do."""
    assert refusal(whole(), Limits(seconds=0.01)).startswith(
        "is a PDF document that was not read after 0.01 s"
    )


def test_too_little_memory() -> None:
    """A document that needs more memory than it may have is refused."""
    assert "breaks down on" in refusal(whole(), Limits(memory=20 << 20))


def test_too_many_pages() -> None:
    """Of a document with too many pages the first are read, and it says so."""
    data = pdf(
        "".join(f"<section style='break-after: page'>{paragraphs(*FERRY)}</section>" for _ in range(4))
    )
    (problem,) = reading(data, Limits(pages=2)).problems
    assert (
        problem.message.startswith("has 4 pages: only the first 2 are read") or "5 pages" in problem.message
    )


def test_too_many_letters() -> None:
    """A document is read up to a number of letters, and says so."""
    data = pdf(
        "".join(f"<section style='break-after: page'>{paragraphs(*FERRY)}</section>" for _ in range(4))
    )
    assert "pages: only the first 1 are read" in reading(data, Limits(letters=100)).problems[0].message


def test_pictures() -> None:
    """A document without letters is said to hold pictures, and what would make text of them."""
    square = pdf("<svg width='90' height='90'><rect width='90' height='90'/></svg>", "@page { size: A5 }")
    assert refusal(square).startswith(
        "holds no text, only pictures: have a program for text recognition (OCR)"
    )


def test_a_few_pictures() -> None:
    """A document with more pictures than pages of text is read, and says what is missing."""
    blank = "<section style='break-after: page; height: 9mm; width: 9mm; background: red'></section>" * 3
    found = reading(pdf(blank + paragraphs(*FERRY), "@page { size: A5 }"))
    assert len(found.articles) == 1
    assert "holds only pictures on 3 of its 4 pages" in found.problems[0].message


def test_letters_without_meaning() -> None:
    """Letters that stand for nothing are not taken for text."""
    private = "".join(f"&#{0xE000 + n};" for n in range(60))
    assert refusal(pdf(f"<p>a {private}</p>", "")).startswith("holds letters without saying which")


def test_no_sentence() -> None:
    """A document of a few words is no article."""
    assert refusal(pdf("<p>Menu</p>", "")).startswith("holds no article")


# A document that a password locks: the smallest there can be, with the standard handler's fields.
LOCK = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    b" /ID [<00> <00>]"
)


def test_passwords(tmp_path: Path) -> None:
    """A document that a password locks is said to be locked, alone and in a folder."""
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"
    data = raw_pdf(catalogue, pages, trailer=LOCK)
    assert refusal(data).startswith("is a password-protected PDF document: open it with its password")
    (tmp_path / "a.pdf").write_bytes(data)
    assert "password-protected" in collect([tmp_path]).problems[0].message


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a", "a.bin"])
def test_documents_under_any_name(tmp_path: Path, name: str) -> None:
    """A PDF is known by its first bytes, whatever it is called."""
    (tmp_path / name).write_bytes(whole())
    assert len(collect([tmp_path / name]).articles) == 1


def test_a_name_that_misleads(tmp_path: Path) -> None:
    """What is called a PDF and is a text is no PDF."""
    (tmp_path / "a.pdf").write_text("The ferry sails again.")
    assert "damaged" in collect([tmp_path / "a.pdf"]).problems[0].message


def test_a_newsletter_that_is_a_pdf() -> None:
    """A newsletter that comes as a PDF in an empty message is read, with the sender as its source."""
    import base64

    from briefing.ingest.readers.mail import read
    from briefing.ingest.reading import Raw

    body = b"Content-Type: application/pdf; name=n.pdf\nContent-Transfer-Encoding: base64\n\n"
    head = b"From: The Valley Post <a@b.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
    message = head + body + base64.encodebytes(whole()) + b"\n--x--\n"
    (article,) = read(Raw("a.eml", message)).articles
    assert (article.source, article.text.split("\n")) == ("The Valley Post", [*FERRY, *BRIDGE])
