"""What PDF/UA-1 asks for, as far as the file itself tells."""

import re
import zlib
from collections import Counter
from ctypes import create_string_buffer
from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw

from briefing.render import Layout
from briefing.render.pdf import render

from . import samples


@pytest.fixture(scope="module")
def file():
    """Render a day with pictures, two other languages, changes and points."""
    return render(samples.day(), Layout("A4", theme="modern"))


def told(ask, element):
    """Return what pdfium says of an element, as text."""
    size = ask(element, None, 0)
    buffer = create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def walk(element):
    """Yield an element of the structure and all below it, in reading order."""
    yield element
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from walk(child)


@pytest.fixture(scope="module")
def structure(file):
    """Return the type and the alternative text of each element, page by page in reading order."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            for number in range(raw.FPDF_StructTree_CountChildren(tree)):
                for element in walk(raw.FPDF_StructTree_GetChildAtIndex(tree, number)):
                    kind = told(raw.FPDF_StructElement_GetType, element)
                    found.append((kind, told(raw.FPDF_StructElement_GetAltText, element)))
            raw.FPDF_StructTree_Close(tree)
    return found


def test_it_says_what_it_is(file):
    """The file declares PDF/UA-1 in its metadata, is tagged, and shows its title, not its name."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", file, re.DOTALL)
    texts = [zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x"]
    assert any(re.search(rb"pdfuaid:part[=>\"\s]*1", text) for text in (*texts, *streams))
    assert any(b"/DisplayDocTitle true" in text for text in (*texts, file))
    with pypdfium2.PdfDocument(file) as document:
        assert raw.FPDFCatalog_IsTagged(document)
        assert document.get_metadata_dict()["Title"] == "The Morning Briefing, Sunday 22 November 2026"


def test_pictures_have_words(structure):
    """Each picture has the text that stands in for it."""
    assert sorted({alt for kind, alt in structure if kind == "Figure"}) == [
        "A street in Lower Orle on Saturday, seen from a boat",
        "Picture: The Harbour Post",
        "حقل قمح بين الكثبان",
    ]


def test_structure_is_that_of_the_page(structure):
    """There is one H1, levels skip none, and lists, links and pictures are tagged as what they are."""
    kinds = Counter(kind for kind, _ in structure)
    assert kinds["H1"] == 1
    levels = [int(kind[1]) for kind, _ in structure if re.fullmatch(r"H\d", kind)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert kinds["L"]
    assert kinds["LI"] >= kinds["L"]
    assert kinds["Link"] > 30


def test_layout_makes_no_tables(structure):
    """What stands side by side for the eye alone is no table for the ear."""
    assert not {kind for kind, _ in structure} & {"Table", "TR", "TD", "TH"}
