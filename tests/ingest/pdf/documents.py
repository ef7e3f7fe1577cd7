"""PDFs made for these tests."""

from __future__ import annotations

from functools import cache

from briefing.ingest.readers.pdf import LIMITS, Limits, read
from briefing.ingest.reading import Raw, Reading

FERRY = (
    "The night ferry between Hilltown and Port Selm will sail again from Friday, its owner said on Monday.",
    "It had been laid up since a considerable fire in its engine room in May, when nobody was hurt.",
    "Passengers who had bought a ticket for the summer may use it until the end of the following year.",
)
BRIDGE = (
    "The council of Hilltown closed the old bridge to all traffic after inspectors found deterioration.",
    "“Nobody wanted this before the winter market,” said mayor Ada Brandt, who asked for extraordinary help.",
    "Repairs will cost 4.2 million crowns, twice what was set aside, and begin when the river is low.",
)
STYLE = """
    @page { size: A5; margin: 18mm; @top-center { content: "Valley Quarterly" }
            @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
    html { font: 10pt/1.4 "Source Serif 4"; hyphens: auto; text-align: justify }
    h1 { font-size: 22pt; text-align: left; hyphens: none } p { margin: 0; text-indent: 1em }
"""


@cache
def pdf(body: str, style: str = STYLE, head: str = "", **options: object) -> bytes:
    """Return HTML as a PDF."""
    from weasyprint import HTML

    html = f'<html lang="en"><head>{head}<style>{style}</style></head><body>{body}</body></html>'
    return bytes(HTML(string=html).write_pdf(**options))


def paragraphs(*texts: str) -> str:
    """Return paragraphs as HTML."""
    return "".join(f"<p>{text}</p>" for text in texts)


def reading(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Read a PDF."""
    return read(Raw("a.pdf", data), limits)


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    )
    return data + end % (len(objects) + 1, table, len(objects) + 1, trailer, len(data))


def stream(data: bytes, fields: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), fields, data)


def drawn(*lines: bytes, count: int = 1) -> bytes:
    """Return a PDF whose only page is drawn by these operators."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        stream(b"BT /F 12 Tf\n" + b"\n".join(lines) + b"\nET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def line(text: str, left: int, bottom: int) -> bytes:
    """Return what draws a line of text."""
    return b"1 0 0 1 %d %d Tm (%s) Tj" % (left, bottom, text.encode("latin-1"))
