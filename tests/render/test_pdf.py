import ctypes
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pypdfium2
import pytest
from pypdfium2 import raw

from briefing.errors import RenderError
from briefing.render import Layout, renderers
from briefing.render.pdf import FONTS, PANGO, Limits, render, to_pdf

from . import samples


@pytest.fixture(scope="module")
def small():
    """Render the small briefing once."""
    return render(samples.small())


@pytest.fixture
def opened(small):
    """Open it."""
    with pypdfium2.PdfDocument(small) as document:
        yield document


def text_of(document):
    """Return the text of each page, with plain spaces and line ends."""
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return [" ".join(text.replace("\u2060", "").replace("\ufffe", "").split()) for text in texts]


def links_of(document):
    """Return the addresses and the inner targets (page numbers from 0) of all links."""
    addresses, pages = [], []
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, place, link):
            target = raw.FPDFLink_GetDest(document, link)
            if target:
                pages.append(raw.FPDFDest_GetDestPageIndex(document, target))
                continue
            action = raw.FPDFLink_GetAction(link)
            buffer = ctypes.create_string_buffer(500)
            raw.FPDFAction_GetURIPath(document, action, buffer, 500)
            addresses.append(buffer.value.decode())
    return addresses, pages


def test_text_is_there_in_order(opened):
    """Headlines, bullets, points, sources and footer can be read out of the pages, in reading order."""
    text = " ".join(text_of(opened))
    parts = (
        "Two chartered ships for 240 passengers each",
        "Islanders travel at half price in winter",
        "Central bank holds its rate at 3.25 per cent",
        "About this briefing",
        "cannot be opened: it needs a password",
        "Receipts",
        "“The council of the islands will pay a third of the charter",
    )
    for part in parts:
        assert part in text
        text = text.partition(part)[2]


def test_pages_are_numbered(opened):
    """Each page says its number and how many there are."""
    pages = text_of(opened)
    assert all(f"{number} / {len(pages)}" in text for number, text in enumerate(pages, start=1))


def test_contents_give_pages():
    """The contents name the page on which each story really stands."""
    with pypdfium2.PdfDocument(render(samples.many(8))) as document:
        first, *_ = pages = text_of(document)
        headline = "Court strikes out the fees that tenants paid for keys"
        number = next(n for n, text in enumerate(pages[1:], start=2) if headline in text)
        assert f"{number} {headline}" in first


def test_bookmarks(opened):
    """The bookmarks are the sections, and below them their stories, each on its page."""
    toc = [(mark.level, mark.get_title(), mark.get_dest()) for mark in opened.get_toc()]
    assert [(level, title) for level, title, _ in toc] == [
        (0, "Home"),
        (1, "Night ferry returns after eleven years"),
        (0, "Business"),
        (1, "Central bank holds its rate at 3.25 per cent and says that cuts must wait for wages"),
        (0, "Elsewhere"),
        (1, "Le fleuve retrouve ses saumons après quarante ans d’absence"),
        (1, "مزارعون يزرعون القمح في الصحراء بمياه الضباب"),
        (0, "About this briefing"),
        (0, "Receipts"),
    ]
    assert all(0 <= target.get_index() < len(opened) for _, _, target in toc)


def test_links(opened):
    """Sources are linked to their articles; bullets lead to receipts, and these lead back."""
    addresses, pages = links_of(opened)
    assert {"https://harbour.example/news/1", "https://skerry.example/news/1"} <= set(addresses)
    assert all(address.startswith("https://") for address in addresses)
    assert pages.count(len(opened) - 1) >= 11
    assert pages.count(0) >= 11


def test_typefaces_are_embedded(opened):
    """Every typeface is in the file, and Latin text is set in the package's own."""
    fonts = {}
    for page in opened:
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(item)
            name = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, name, 200)
            fonts[name.value.decode()] = raw.FPDFFont_GetIsEmbedded(font)
    assert set(fonts.values()) == {1}
    assert any("Source-Serif" in name for name in fonts)
    assert any("Source-Sans" in name for name in fonts)


def test_metadata(opened):
    """Title, author, date and language are those of the briefing, and the file is tagged."""
    known = opened.get_metadata_dict()
    assert known["Title"] == "The Morning Briefing, Sunday 22 November 2026"
    assert known["Author"] == "The Morning Briefing"
    assert known["CreationDate"].startswith("D:20261122063000+01")
    assert raw.FPDFCatalog_IsTagged(opened)


def test_same_briefing_same_bytes(small):
    """The same briefing makes the same file, to the byte."""
    assert render(samples.small()) == small


def test_paper():
    """The pages have the size of the paper that was chosen."""
    with pypdfium2.PdfDocument(renderers.get("pdf")(samples.one(), Layout("Letter"))) as document:
        assert document[0].get_size() == pytest.approx((612, 792), abs=1)


def test_quiet_day_is_one_page():
    """A day without stories is a single page that says so."""
    with pypdfium2.PdfDocument(render(samples.quiet())) as document:
        (text,) = text_of(document)
    assert "A quiet day" in text
    assert "older than two days" in text


def test_hostile_text_is_text():
    """Markup and template syntax in a source are set as text: nothing is attached, drawn or linked."""
    with pypdfium2.PdfDocument(render(samples.hostile())) as document:
        text = " ".join(text_of(document))
        assert "<script>alert(1)</script> {{7*7}} {% raw %}" in text
        assert "src=file:///etc/passwd" in text
        assert raw.FPDFDoc_GetAttachmentCount(document) == 0
        assert all(not list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])) for page in document)
        addresses, _ = links_of(document)
        assert {address.split("/")[2] for address in addresses} == {"x.example"}


def test_extremes_are_set(caplog):
    """A very long headline, a very long word and sixty sources make a file without a missing letter."""
    with pypdfium2.PdfDocument(render(samples.extreme())) as document:
        text = " ".join(text_of(document))
    assert "Town Crier 59" in text
    assert "a" * 30 in text
    assert not caplog.records


class _Counter(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    """Serve on this machine, and note what is asked for."""
    with HTTPServer(("127.0.0.1", 0), _Counter) as running:
        running.asked = []
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_reaches_nothing(server, tmp_path):
    """Even raw markup makes the worker open no address and no file: only data: is followed."""
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    web, local = f"http://127.0.0.1:{server.server_port}", secret.as_uri()
    html = (
        f"<link rel=attachment href='{local}'><link rel=stylesheet href='{web}/a.css'>"
        f"<style>@import '{web}/b.css'; @font-face {{ font-family: x; src: url({local}) }}</style>"
        f"<img src='{local}' alt=''><img src='{web}/c.png' alt=''>text"
    )
    with pypdfium2.PdfDocument(to_pdf(html)) as document:
        assert raw.FPDFDoc_GetAttachmentCount(document) == 0
        assert "text" in text_of(document)[0]
    assert server.asked == []


def test_late_pdf_is_given_up():
    """A PDF that takes longer than its limit is a RenderError of one line."""
    with pytest.raises(RenderError, match=r"^the PDF was not ready after 0\.01 seconds: .*$"):
        to_pdf("<p>text", Limits(seconds=0.01))


def test_memory_is_limited():
    """A worker that needs more memory than its limit is a RenderError of one line."""
    with pytest.raises(RenderError, match=r"^the PDF could not be made \(.+\): .*$") as caught:
        to_pdf("<p>text", Limits(memory=64 << 20))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("library", "message"),
    [
        ("raise OSError('cannot load library libpango-1.0-0')", PANGO),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "stopped by SIGSEGV"),
        ("raise ValueError('first line\\nsecond line')", "second line"),
    ],
)
def test_broken_library(library, message, tmp_path, monkeypatch):
    """Missing libraries, a crash and an error inside WeasyPrint each become one line that says so."""
    (tmp_path / "weasyprint.py").write_text(library)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(RenderError) as caught:
        to_pdf("<p>text")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_characters_are_a_hint(caplog):
    """Characters that no font has are told in one warning, with the command that brings fonts."""
    with caplog.at_level(logging.WARNING, "briefing.render.pdf"):
        to_pdf("<p>\U0010fff0 and \U0010fff1")
    (record,) = caplog.records
    assert "U+10FFF0, U+10FFF1" in record.getMessage()
    assert FONTS in record.getMessage()
