import base64
import quopri

import pytest

from briefing.errors import SourceError
from briefing.ingest.readers.mail.mime import parse
from tests.ingest.mail.messages import HEAD, TELLING, message, reading, text

HTML = b"<h1>Ferry</h1><p>The ferry sails again from Friday. <b>It is free.</b></p>"


def multipart(kind: str, *parts: bytes, boundary: bytes = b"xyz", declared: bytes | None = None) -> bytes:
    """Return a message of several parts; `declared` is the boundary that its header tells."""
    named = boundary if declared is None else declared
    told = b'; boundary="' + named + b'"' if named else b""
    body = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts) + b"--" + boundary + b"--\n"
    return message(body, b"MIME-Version: 1.0", f"Content-Type: multipart/{kind}".encode() + told)


def part(kind: str, body: bytes, *fields: str) -> bytes:
    """Return a part of a message."""
    return "".join(f"{field}\n" for field in (f"Content-Type: {kind}", *fields)).encode() + b"\n" + body


PLAIN = part("text/plain; charset=utf-8", TELLING.encode())


def test_html_with_a_structure_is_preferred() -> None:
    """Of alternatives the HTML is read where it has headings, links or bold type."""
    assert text(multipart("alternative", PLAIN, part("text/html", HTML))).endswith("It is free.")


def test_text_is_preferred_to_bare_html() -> None:
    """Of alternatives the text is read where the HTML is but the same words."""
    html = part("text/html", b"<div>The ferry sails again from Friday, in HTML.</div>")
    assert text(multipart("alternative", PLAIN, html)) == TELLING


def test_a_stub_is_no_alternative() -> None:
    """Text that only says that there is HTML is not read in its place."""
    stub = part("text/plain", b"No HTML?")
    html = part("text/html", b"<div>The ferry sails again from Friday, its owner said on Monday.</div>")
    assert "its owner" in text(multipart("alternative", stub, html))


@pytest.mark.parametrize("declared", [b"", b"abc"], ids=["missing", "wrong"])
@pytest.mark.parametrize("kind", ["alternative", "mixed"])
def test_boundaries(kind: str, declared: bytes) -> None:
    """A boundary that the header lacks, or tells wrongly, is found in the body."""
    assert "It is free." in text(multipart(kind, part("text/html", HTML), declared=declared))


def test_a_multipart_without_parts() -> None:
    """A body that is said to have parts and has none is read as text."""
    assert text(message(TELLING.encode(), b"Content-Type: multipart/mixed; boundary=x")) == TELLING


def test_an_unclosed_multipart() -> None:
    """A message that was cut off before its last boundary has the text so far."""
    whole = multipart("mixed", PLAIN)
    assert text(whole[: whole.rindex(b"--xyz--")]) == TELLING


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring("Die Fähre fährt wieder ab Freitag.".encode())),
        ("QUOTED-PRINTABLE", b"Die F=C3=A4hre f=C3=A4hrt=20wieder ab =\nFreitag.="),
        ("base64", base64.encodebytes("Die Fähre fährt wieder ab Freitag.".encode())),
        ("base64", base64.b64encode("Die Fähre fährt wieder ab Freitag.".encode()).rstrip(b"=")),
        ("base64", b"RGllIEbDpGhyZSBm\n !*\n w6RocnQgd2llZGVyIGFiIEZyZWl0YWcu"),
        ("8bit", "Die Fähre fährt wieder ab Freitag.".encode()),
        ("binary", "Die Fähre fährt wieder ab Freitag.".encode()),
        ("x-unknown", "Die Fähre fährt wieder ab Freitag.".encode()),
    ],
    ids=range(8),
)
def test_transfer_encodings(encoding: str, body: bytes) -> None:
    """Transfer encodings are undone, whole or damaged."""
    fields = (b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: " + encoding.encode())
    assert text(message(body, *fields)) == "Die Fähre fährt wieder ab Freitag."


def test_damage_costs_what_it_hits() -> None:
    """A base64 text that was cut off is read up to there; broken quoted-printable stays as it stands."""
    cut = base64.b64encode(b"The ferry sails again from Friday. It is free of charge.")[:61]
    assert text(message(cut, b"Content-Transfer-Encoding: base64")).startswith("The ferry sails again")
    broken = b"The ferry sails =ZZ again from Friday=2"
    assert "again from Friday" in text(message(broken, b"Content-Transfer-Encoding: quoted-printable"))


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-1", "utf-8"),
        ("us-ascii", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("x-unknown", "utf-8"),
        ("idna", "utf-8"),
        ("zlib_codec", "utf-8"),
        ("", "cp1252"),
        ("utf-7", "utf-7"),
        ("utf-16", "utf-16"),
        ("\"utf-8'", "utf-8"),
    ],
)
def test_charsets(charset: str, encoding: str) -> None:
    """Letters are read as they were written, whatever charset the part claims."""
    words = "Die Fähre fährt ab Freitag wieder über den See, so der Eigner – „endlich“."
    field = f"Content-Type: text/plain; charset={charset}".encode()
    assert text(message(words.encode(encoding), field, b"Content-Transfer-Encoding: 8bit")) == words


@pytest.mark.parametrize("charset", ["iso-2022-jp", "shift_jis", "euc-jp"])
def test_japanese(charset: str) -> None:
    """Japanese mail is read in the encodings in which it is sent."""
    words = "夜の渡し船が金曜日から再び運航すると、船主が月曜日に発表した。"
    field = f"Content-Type: text/plain; charset={charset}".encode()
    assert text(message(words.encode(charset), field)) == words


def test_parameters_in_pieces() -> None:
    """A charset and a boundary in the pieces of RFC 2231 are put together."""
    body = (
        b"--ab\nContent-Type: text/plain; charset*0=utf; charset*1=-8\n\n" + TELLING.encode() + b"\n--ab--\n"
    )
    assert text(message(body, b"Content-Type: multipart/mixed; boundary*0=a; boundary*1=b")) == TELLING


@pytest.mark.parametrize(
    "broken",
    [
        b"this line is no header",
        b"\x00\xff\xfe: x",
        b": without a name",
        b"Content-Type",
        b"To: " + b"(" * 5_000,
        b"Cc: " + b"a@b, " * 50_000,
        b'Content-Type: ;;;;=""";charset',
        b"Content-Disposition: inline; filename*=x'y",
        b"Mime-Version: one",
    ],
    ids=range(9),
)
def test_broken_headers(broken: bytes) -> None:
    """A header that is broken costs nothing but itself."""
    (article,) = reading(HEAD.replace(b"Subject", broken + b"\nSubject") + b"\n" + TELLING.encode()).articles
    assert (article.title, article.text, article.source) == ("Ferry", TELLING, "The Valley Post")


def test_a_body_without_an_empty_line_above() -> None:
    """A body that follows the headers at once is one all the same."""
    assert text(HEAD + TELLING.encode()) == TELLING


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
def test_line_ends(line_end: bytes) -> None:
    """Any kind of line end will do."""
    assert text(message(TELLING.encode()).replace(b"\n", line_end)) == TELLING


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"\n\n", b"From news@valley.example Mon Nov 23 06:00:00 2026\n"]
)
def test_what_stands_before(before: bytes) -> None:
    """A byte-order mark, empty lines and a mailbox's first line are no part of a message."""
    assert text(before + message(TELLING.encode())) == TELLING


def test_apple_mail() -> None:
    """A message as Apple Mail stores it is read without what is stored with it."""
    whole = message(TELLING.encode())
    assert text(str(len(whole)).encode() + b"\n" + whole + b'<?xml version="1.0"?><plist/>') == TELLING


def test_utf_16() -> None:
    """A message that an editor saved in UTF-16 is read."""
    assert text(message(TELLING.encode()).decode().encode("utf-16")) == TELLING


def test_a_message_within() -> None:
    """A message that is but a cover for another is that other, with its own sender and date."""
    held = b"From: Valley Wire <w@w.example>\nSubject: Bridge\nDate: Sun, 1 Nov 2026 06:00:00 +0000\n\n"
    held += b"The bridge is shut."
    (article,) = reading(multipart("mixed", part("text/plain", b""), part("message/rfc822", held))).articles
    assert (article.title, article.text, article.source) == ("Bridge", "The bridge is shut.", "Valley Wire")
    assert article.published and article.published.day == 1


def test_a_digest_of_messages() -> None:
    """A digest of messages has an article of each."""
    held = [part("message/rfc822", f"Subject: {n}\n\nThe bridge {n} is shut.".encode()) for n in "ab"]
    assert [one.title for one in reading(multipart("digest", *held)).articles] == ["a", "b"]


def test_attachments() -> None:
    """Attachments are not read where the message says something itself."""
    attached = part("text/plain", b"The price list.", "Content-Disposition: attachment; filename=prices.txt")
    assert text(multipart("mixed", PLAIN, attached)) == TELLING


@pytest.mark.parametrize("name", ["news.html", "news.txt"])
def test_an_attached_newsletter(name: str) -> None:
    """A newsletter that comes as an attachment of an empty message is read."""
    body = f"<h1>Ferry</h1><p>{TELLING}</p>" if name.endswith("html") else TELLING
    attached = part(
        "application/octet-stream", body.encode(), f'Content-Disposition: attachment; filename="{name}"'
    )
    assert TELLING in text(multipart("mixed", part("text/plain", b" \n"), attached))


def test_html_that_calls_itself_text() -> None:
    """HTML is read as such, even where it is said to be text."""
    assert text(message(b"<html><body><p>The ferry sails.</p></body></html>")) == "The ferry sails."


def test_flowed_text() -> None:
    """Lines that end in a space go on, where the message says so."""
    flowed = b"The ferry sails \nagain from \nFriday.\n\nIt is free.\n"
    assert text(message(flowed, b"Content-Type: text/plain; format=flowed")) == (
        "The ferry sails again from Friday.\nIt is free."
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (message(b"", b"Content-Type: text/plain"), "without any text"),
        (message(b"\x89PNG\r\n\x1a\n", b"Content-Type: image/png"), "without any text"),
        (multipart("encrypted", part("application/pgp-encrypted", b"Version: 1")), "is an encrypted e-mail"),
        (message(b"MIAGCSqGSIb3", b"Content-Type: application/pkcs7-mime"), "is an encrypted e-mail"),
        (message(b"--x\n\n" * 20_000, b"Content-Type: multipart/mixed; boundary=x"), "too many parts"),
        (message(b"x\n" * 1_000_001), "too many parts"),
        (b"Content-Type: message/rfc822\n\n" * 3_000, "parts"),
    ],
    ids=range(7),
)
def test_nothing_to_read(data: bytes, words: str) -> None:
    """A message without a text, or of too many parts, says what it is on one line."""
    with pytest.raises(SourceError, match=words) as caught:
        reading(data)
    assert "\n" not in str(caught.value)


def test_deep_nesting() -> None:
    """Parts in parts in parts are read, or refused, and never bring the reader down."""
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900))
    try:
        assert parse("a", deep + b"\n" + TELLING.encode())
    except SourceError as error:
        assert "parts" in str(error)
