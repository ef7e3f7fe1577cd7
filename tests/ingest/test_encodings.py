import codecs

import pytest

from briefing.errors import SourceError
from briefing.ingest.decode import decode
from briefing.ingest.encodings import identify
from briefing.ingest.reading import Raw
from tests.ingest.samples import ENCODINGS, SAMPLES


def encoded(language: str, encoding: str, length: int | None) -> tuple[bytes, str]:
    """Return a sample's bytes in an encoding, and the text that they stand for."""
    data = SAMPLES[language][:length].encode(encoding, "ignore")
    return data, data.decode(encoding)


@pytest.mark.parametrize("length", [None, 300, 150, 80])
@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_old_encodings(language: str, encoding: str, length: int | None) -> None:
    """A paragraph in an old encoding is read to the letter, even if it is only 80 characters long."""
    data, text = encoded(language, encoding, length)
    decoded = decode(Raw("a.txt", data))
    assert decoded.text == text
    assert decoded.damage is None


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le"]
)
@pytest.mark.parametrize("language", ["en", "ru", "de", "ar"])
def test_unicode(language: str, encoding: str) -> None:
    """UTF-8, UTF-16 and UTF-32 are read with and without a byte-order mark."""
    data = SAMPLES[language].encode(encoding)
    assert decode(Raw("a.txt", data)).text == SAMPLES[language]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks(mark: bytes) -> None:
    """A big-endian mark is believed and is no part of the text."""
    codec = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(Raw("a.txt", mark + "Zwölf Boote.".encode(codec))).text == "Zwölf Boote."


@pytest.mark.parametrize(
    "word", ["Piñata", "José", "Müller", "Søren", "naïve", "“fine”", "it’s", "£400", "façade"]
)
def test_one_foreign_word(word: str) -> None:
    """One accented word in an English sentence doesn't turn it into another alphabet."""
    text = f"The council met on Tuesday, and {word} was what the mayor said when the vote was over."
    assert decode(Raw("a.txt", text.encode("cp1252"))).text == text


def test_curly_quotes() -> None:
    """An English article of 300 characters with Windows' quotes is neither Cyrillic nor Chinese."""
    text = ("“We’re ready,” said the mayor – and so it was. " * 7)[:300]
    assert identify(text.encode("cp1252")) == "cp1252"


def test_telling_bytes_late() -> None:
    """An encoding is told by letters that come only after a megabyte of plain ones."""
    text = "A plain line of words.\n" * 50_000 + SAMPLES["ru"]
    assert decode(Raw("a.txt", text.encode("cp1251"))).text == text


@pytest.mark.parametrize("declared", ["windows-1251", "WINDOWS-1251", "cp1251"])
def test_declared_by_a_page(declared: str) -> None:
    """What a page says about its encoding is believed."""
    page = f'<html><head><meta charset="{declared}"></head><p>Мост.</p></html>'
    assert "Мост." in decode(Raw("a.html", page.encode("cp1251")), markup=True).text


def test_declared_in_the_xml_line() -> None:
    """The XML declaration of a page counts like its meta element."""
    page = '<?xml version="1.0" encoding="iso-8859-2"?><html><p>Żółw.</p></html>'
    assert "Żółw." in decode(Raw("a.xhtml", page.encode("iso-8859-2")), markup=True).text


@pytest.mark.parametrize(
    "declared", ["utf-8", "punycode", "idna", "unicode_escape", "hex", "no-such", "utf-7"]
)
def test_declared_wrongly(declared: str) -> None:
    """A declaration that is false, or no encoding at all, is passed over."""
    page = f'<html><head><meta charset="{declared}"></head><p>{SAMPLES["fr"]}</p></html>'
    assert SAMPLES["fr"] in decode(Raw("a.html", page.encode("cp1252")), markup=True).text


def test_cut_in_a_character() -> None:
    """UTF-8 that ends in the middle of a character is kept, and said to be damaged."""
    decoded = decode(Raw("a.txt", SAMPLES["ja"].encode()[:-1]))
    assert decoded.text == SAMPLES["ja"][:-1] + "\ufffd"
    assert decoded.damage == "is damaged: it ends in the middle of a character"


def test_plain_text_cut_in_a_quote() -> None:
    """English whose only foreign bytes are the first two of a cut-off quotation mark is UTF-8."""
    decoded = decode(Raw("a.txt", "He said it was fine.”".encode()[:-1]))
    assert decoded.encoding == "utf-8"
    assert decoded.damage


def test_broken_bytes() -> None:
    """A few broken bytes in UTF-8 become replacement characters, and are counted."""
    data = SAMPLES["ru"].encode().replace("мост".encode(), b"\xd0\xbc\xff\xfe\xd1\x82")
    decoded = decode(Raw("a.txt", data))
    assert "м\ufffdт" in decoded.text
    assert decoded.damage == "is damaged: in one place its bytes are no utf-8 text and show as \ufffd"


def test_replacement_characters_of_old() -> None:
    """A replacement character that was in the text already is no new damage."""
    assert decode(Raw("a.txt", "The caf\ufffd is closed.".encode())).damage is None


def test_utf16_cut() -> None:
    """UTF-16 with an odd number of bytes is said to be damaged."""
    assert decode(Raw("a.txt", SAMPLES["en"].encode("utf-16")[:-1])).damage


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, bytes(1000), b"\x01\x02\x03\x04\x05\x06\x07 text"])
def test_binary(data: bytes) -> None:
    """Bytes full of control characters are no text in any encoding."""
    with pytest.raises(SourceError, match="binary"):
        decode(Raw("a.txt", data))


def test_a_stray_nul() -> None:
    """One NUL in a text doesn't make it binary."""
    assert decode(Raw("a.txt", b"Hello\x00World, said the harbour master.")).text.startswith("Hello")
