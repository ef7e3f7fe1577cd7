import io
import zipfile

import pytest

from briefing.ingest.foreign import foreign


def archive(*names: str, locked: bool = False, manifest: str = "", mimetype: str = "") -> bytes:
    """Return a ZIP archive with empty files of these names; `locked` sets the flag that a password sets."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "")
        if manifest:
            made.writestr("META-INF/manifest.xml", manifest)
    data = bytearray(file.getvalue())
    if locked:
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "a JPEG image"),
        (b"GIF89a" + bytes(9), "a GIF image"),
        (b"RIFF\1\2\3\4WEBPVP8 ", "a WebP image"),
        (b"PK\x05\x06" + bytes(18), "a ZIP archive"),
        (archive("a.txt"), "a ZIP archive"),
        (archive("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "an OpenDocument file"),
        (archive("a.xhtml", mimetype="application/epub+zip"), "an EPUB book"),
        (OLE + "WordDocument".encode("utf-16-le"), "a Word document"),
        (OLE, "an Office document or an Outlook message"),
        (rb"{\rtf1\ansi Hello}", "a Rich Text document"),
        (b"\x1f\x8b\x08" + bytes(9), "a gzip archive"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(9), "a 7z archive"),
        (b"\x7fELF" + bytes(9), "a program"),
        (b"SQLite format 3\0" + bytes(9), "a database"),
        (b"\0\0\0\x18ftypmp42", "a film or a photograph"),
    ],
)
def test_binary_kinds(data: bytes, kind: str) -> None:
    """A binary file is called by its kind, whatever its name is."""
    assert (foreign(data) or "").startswith(f"is {kind}")


@pytest.mark.parametrize(
    "data",
    [
        archive("a.txt", locked=True),
        archive("content.xml", manifest='<manifest:encryption-data manifest:checksum="x"/>'),
        OLE + "EncryptedPackage".encode("utf-16-le"),
    ],
)
def test_passwords(data: bytes) -> None:
    """A file that a password locks is said to be one."""
    assert "password-protected" in (foreign(data) or "")


@pytest.mark.parametrize("length", [30, 60])
def test_truncated_archives(length: int) -> None:
    """An archive that was cut off is said to be damaged."""
    assert "cut off or damaged" in (foreign(archive("word/document.xml")[:length]) or "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("From: <Saved by a browser>\nSubject: x\nMIME-Version: 1.0\n\n", "a web archive"),
        ("Subject: x\nSnapshot-Content-Location: https://a.example/\n\n", "a web archive"),
        ('[{"title": "A", "text": "B."}]', "JSON but not JSON lines"),
        ('{\n  "title": "A"\n}', "JSON but not JSON lines"),
    ],
)
def test_textual_kinds(text: str, kind: str) -> None:
    """Web archives and whole JSON documents are told apart from text."""
    assert (foreign(text.encode()) or "").startswith(f"is {kind}")
    assert "\n" not in (foreign(text.encode()) or "")


@pytest.mark.parametrize(
    "text",
    [
        "From Monday on the ferry sails again.\nThe council said so.",
        "From: the editor\n\nThe ferry sails again.",
        "BMW will build the new ferry's engines, it said.",
        "ID3 tags are old, said the archive.",
        "The new WAVE of storms has reached the coast.",
        "[[Harbour]] news: the ferry sails again.",
        "{ A note in braces } opens this text.",
        "PK is what they call her at the harbour.",
        "<p>The ferry sails again.</p>",
        "Received: 40 letters, said the council on Monday.",
    ],
)
def test_ordinary_text(text: str) -> None:
    """A text that only begins like something else is a text."""
    assert foreign(text.encode()) is None
