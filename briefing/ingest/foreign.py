"""What an input is when it is nothing that a reader here can take, said so that a user knows what to do."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

_HEAD = 4096
_SAVE = "save it as text or HTML and give that file"
_UNPACK = "unpack it and give what was in it"

# How the first bytes look → what the file is.
_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), what)
    for pattern, what in (
        (rb"\x89PNG\r\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a", "a GIF image"),
        (rb"RIFF.{4}WEBP", "a WebP image"),
        (rb"BM.{4}\0{4}", "a BMP image"),
        (rb"II\*\0|MM\0\*", "a TIFF image"),
        (rb"\0\0\x01\0", "an icon"),
        (rb"RIFF.{4}WAVE|ID3[\x02-\x04]|OggS\0|fLaC\0", "a sound file"),
        (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI", "a film or a photograph"),
        (rb"\x1f\x8b\x08", f"a gzip archive: {_UNPACK}"),
        (rb"BZh[1-9]1AY&SY", f"a bzip2 archive: {_UNPACK}"),
        (rb"\xfd7zXZ\0", f"an xz archive: {_UNPACK}"),
        (rb"7z\xbc\xaf\x27\x1c", f"a 7z archive: {_UNPACK}"),
        (rb"Rar!\x1a\x07", f"a RAR archive: {_UNPACK}"),
        (rb"\x28\xb5\x2f\xfd", f"a zstd archive: {_UNPACK}"),
        (rb".{257}ustar", f"a tar archive: {_UNPACK}"),
        (rb"\{\\rtf", f"a Rich Text document: {_SAVE}"),
        (rb"bplist00", f"a web archive: {_SAVE}"),
        (rb"SQLite format 3\0", "a database"),
        (rb"\x7fELF|MZ.{58}.{0,200}This program", "a program"),
    )
)
# How browsers begin the pages that they save in the form of a message.
_ARCHIVE = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?"
    rb"(?:From: *\"?<?Saved by|Snapshot-Content-Location:|X-Snapshot-)",
    re.IGNORECASE,
)
_JSON = re.compile(rb'\[\s*\{\s*"|\{\s*\n\s*"')
_OFFICE = {"word": "a Word document", "xl": "an Excel workbook", "ppt": "a PowerPoint file"}


def foreign(data: bytes) -> str | None:
    """Say what `data` is and what to do, as the rest of a sentence ("is a …"); None where it may be text."""
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(data)
    what = next((what for pattern, what in _SIGNATURES if pattern.match(head)), None)
    return f"is {what}" if what else _textual(beginning(data))


def beginning(data: bytes) -> bytes:
    """Return how `data` begins, in ASCII where it is ASCII: without UTF-16's NULs, marks and white space."""
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _textual(head: bytes) -> str | None:
    if _ARCHIVE.match(head):
        return f"is a web archive: {_SAVE}"
    if _JSON.match(head):
        return "is JSON but not JSON lines: write each article as an object on a line of its own"
    return None


def _zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind, locked = _packed(archive)
    # Whatever a damaged archive makes of the module that reads it: these are all that it raises.
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        lzma.LZMAError,
        OSError,
        ValueError,
        RuntimeError,
        EOFError,
    ):
        return "is a ZIP archive or an Office document, and it is cut off or damaged: fetch it again"
    if locked:
        return f"is password-protected ({kind}): open it with its password, then {_SAVE}"
    return f"is {kind}: {_UNPACK if kind == 'a ZIP archive' else _SAVE}"


def _packed(archive: zipfile.ZipFile) -> tuple[str, bool]:
    """Return what an archive is, and whether a password locks it."""
    # An OpenDocument file locks its parts one by one and says so in its manifest.
    locked = any(part.flag_bits & 1 for part in archive.infolist())
    locked = locked or b"encryption-data" in _part(archive, "META-INF/manifest.xml")
    mimetype = b"" if locked else _part(archive, "mimetype")
    if b"epub" in mimetype:
        return "an EPUB book", locked
    if b"opendocument" in mimetype:
        return "an OpenDocument file", locked
    folders = {name.partition("/")[0] for name in archive.namelist()}
    return next((kind for folder, kind in _OFFICE.items() if folder in folders), "a ZIP archive"), locked


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(1_000_000)


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"is a password-protected Office document: open it with its password, then {_SAVE}"
    if "WordDocument".encode("utf-16-le") in data:
        return f"is a Word document: {_SAVE}"
    return f"is an Office document or an Outlook message: {_SAVE}"
