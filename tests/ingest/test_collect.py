import io
import json
import logging
import os
import socket
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.ingest import collect, read
from briefing.ingest.limits import MAX_BYTES
from briefing.registry import Registry
from tests.ingest.samples import SAMPLES

STORY = "The council closed the bridge on Tuesday.\nThe ferry sails for free until June, its owner said.\n"


def file(folder: Path, name: str, content: str | bytes = STORY) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problem(source: Path | str) -> str:
    """Return the one problem of a source that gives nothing else; it must be one line that names it."""
    reading = collect([source])
    assert not reading.articles
    (only,) = reading.problems
    assert only.source.split(":")[0] == str(source)
    assert "\n" not in only.message
    return only.message


def test_missing(tmp_path: Path) -> None:
    """A missing file is a problem that says so."""
    assert problem(tmp_path / "no.txt") == "there is no such file or folder"


def test_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the system is a problem in plain words."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = file(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert problem(path) == "cannot be read: permission denied"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
@pytest.mark.parametrize(
    ("content", "message"), [("", "is empty"), (" \n\t\r\n ", "holds nothing but white space")]
)
def test_empty(tmp_path: Path, name: str, content: str, message: str) -> None:
    """An empty file of any kind is a problem that says so."""
    assert problem(file(tmp_path, name, content)) == message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_only_a_byte_order_mark(tmp_path: Path, name: str) -> None:
    """A file with a byte-order mark and no more is a problem, and nothing breaks."""
    problem(file(tmp_path, name, b"\xef\xbb\xbf"))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_binary(tmp_path: Path, name: str) -> None:
    """A picture under any name is called a picture."""
    assert problem(file(tmp_path, name, b"\x89PNG\r\n\x1a\n" + bytes(500))) == "is a PNG image"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_unknown_binary(tmp_path: Path, name: str) -> None:
    """Binary data of no known kind is a problem that says so."""
    assert "binary data" in problem(file(tmp_path, name, bytes(range(256)) * 20))


def test_huge(tmp_path: Path) -> None:
    """A file of 200 MB is refused by its size alone, in no time and without being loaded."""
    with (tmp_path / "a.txt").open("wb") as huge:
        huge.truncate(200_000_000)
    assert problem(tmp_path / "a.txt").startswith("is larger than 20 MB")


def test_huge_lines(tmp_path: Path) -> None:
    """JSON lines have a higher limit, and a limit."""
    with (tmp_path / "a.jsonl").open("wb") as huge:
        huge.truncate(100_000_001)
    assert problem(tmp_path / "a.jsonl").startswith("is larger than 100 MB")


def test_huge_standard_input() -> None:
    """Standard input is read up to a limit, and text on it up to that of a file."""
    reading = collect(["-"], stdin=io.BytesIO(b"A line of words.\n" * (MAX_BYTES // 10)))
    assert [one.message[:24] for one in reading.problems] == ["is larger than 20 MB: sp"]


def test_too_many_lines(tmp_path: Path) -> None:
    """A text of more lines than can be told apart in time is refused."""
    assert problem(file(tmp_path, "a.txt", "\n" * 200_000 + "a")).startswith("has more than 100,000 lines")


def test_password(tmp_path: Path) -> None:
    """A locked document is said to be locked, alone and in a folder."""
    path = file(tmp_path, "folder/a.pdf", b"%PDF-1.4\n1 0 obj\ntrailer << /Encrypt 4 0 R >>\n%%EOF")
    assert "password-protected" in problem(path)
    assert "password-protected" in collect([tmp_path / "folder"]).problems[0].message


def test_documents_in_a_folder(tmp_path: Path) -> None:
    """A document that may hold an article and cannot be read is a problem; a style sheet is not."""
    file(tmp_path, "a.txt")
    file(tmp_path, "b.css")
    file(tmp_path, "c.pdf", b"%PDF-1.4\n")
    with zipfile.ZipFile(tmp_path / "d.docx", "w") as made:
        made.writestr("word/document.xml", "")
    file(tmp_path, "e.mht", "Subject: News\n\nThe ferry sails again.")
    reading = collect([tmp_path])
    assert len(reading.articles) == 1
    assert [one.source.rpartition("/")[2] for one in reading.problems] == ["c.pdf", "d.docx", "e.mht"]
    assert [one.source.rpartition("/")[2] for one in reading.dropped] == ["b.css"]


@pytest.mark.parametrize("kind", ["socket", "device"])
def test_not_files(tmp_path: Path, kind: str) -> None:
    """A socket or a device that is named is refused without waiting for it."""
    path = tmp_path / "a.txt"
    with socket.socket(socket.AF_UNIX) as server:
        if kind == "socket":
            server.bind(str(path))
        else:
            path = Path("/dev/zero")
        assert problem(path).startswith("is a socket or a device")


def test_a_pipe_that_nobody_fills(tmp_path: Path) -> None:
    """A pipe that nobody opens for writing is a problem, and is not waited for longer than a moment."""
    os.mkfifo(tmp_path / "a.txt")
    assert problem(tmp_path / "a.txt") == "is a pipe that nobody writes into"


def test_a_named_pipe(tmp_path: Path) -> None:
    """A pipe that is named is read to its end, however its writer portions what it writes."""
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    text = SAMPLES["en"].encode()

    def write() -> None:
        with path.open("wb", buffering=0) as file:
            for start in range(0, len(text), 50):
                file.write(text[start : start + 50])

    writer = threading.Thread(target=write)
    writer.start()
    (article,) = collect([path]).articles
    writer.join()
    assert article.text == SAMPLES["en"].strip()


@pytest.mark.parametrize("text", [SAMPLES["en"], json.dumps({"text": SAMPLES["en"]})])
def test_what_a_shell_substitutes(text: str) -> None:
    """A pipe without a name, as a shell's process substitution gives it, is read like standard input."""
    out, into = os.pipe()
    with os.fdopen(out, "rb"), os.fdopen(into, "wb", buffering=0) as file:
        file.write(text.encode())
        handle = os.dup(into)
        threading.Timer(0.1, os.close, [handle]).start()
        file.close()
        (article,) = collect([f"/dev/fd/{out}"]).articles
    assert (article.text, article.source) == (SAMPLES["en"].strip(), "a pipe")


def test_a_pipe_without_end() -> None:
    """Of a pipe that never ends no more is read than the limit."""
    with subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert "is larger than" in problem(Path(f"/dev/fd/{process.stdout.fileno()}"))
        process.kill()


def test_an_empty_name() -> None:
    """An empty name is an error and not the folder that the user is in."""
    with pytest.raises(SourceError, match="is no name of a file or folder"):
        read("")


def test_cut_off(tmp_path: Path) -> None:
    """A text that ends in the middle of a character is read and said to be damaged."""
    reading = collect([file(tmp_path, "a.txt", (SAMPLES["fr"] + "\n" + SAMPLES["es"] + "é").encode()[:-1])])
    assert len(reading.articles) == 1
    assert [one.message for one in reading.problems] == ["is damaged: it ends in the middle of a character"]


def test_wrongly_encoded(tmp_path: Path) -> None:
    """A text in an old encoding is read without a word, whatever the others are in."""
    for language, encoding in (("ru", "koi8-r"), ("fr", "cp1252"), ("ja", "shift_jis"), ("en", "utf-16")):
        file(tmp_path, f"{language}.txt", SAMPLES[language].encode(encoding))
    reading = collect([tmp_path])
    assert not reading.problems
    assert [article.language for article in reading.articles] == ["en", "fr", "ja", "ru"]


def test_one_bad_source_costs_no_other(tmp_path: Path) -> None:
    """Of many sources, those that fail become problems in their order and the others are read."""
    good = file(tmp_path, "good.txt")
    bad = file(tmp_path, "bad.txt", b"\x7fELF" + bytes(100))
    reading = collect([tmp_path / "none.txt", good, bad, "https://example.org/"])
    assert len(reading.articles) == 1
    assert [Path(one.source).name for one in reading.problems] == ["none.txt", "example.org", "bad.txt"]


def test_same_article_twice(tmp_path: Path) -> None:
    """The same article from two files is kept once; the second is told to be the same."""
    first, second = file(tmp_path, "a.txt"), file(tmp_path, "b.txt")
    reading = collect([tmp_path])
    assert [article.origin for article in reading.articles] == [str(first)]
    assert [(one.source, one.reason) for one in reading.dropped] == [
        (str(second), f"the same article as {first}")
    ]


def test_source_named_twice(tmp_path: Path) -> None:
    """A file that two sources hold is read once, in the place of the first, and nothing is told of it."""
    path = file(tmp_path, "a.txt")
    file(tmp_path, "b.txt", "The fair opened on Friday.")
    reading = collect([path, tmp_path, path])
    assert [Path(article.origin).name for article in reading.articles] == ["a.txt", "b.txt"]
    assert not reading.dropped


def test_same_id_other_words(tmp_path: Path) -> None:
    """Two articles with one id are both kept; the later gets a free number, which takes no other's id."""
    rows = (("a", "One."), ("a", "Two."), ("a-2", "Three."), ("a", "Four."))
    lines = "\n".join(json.dumps({"id": name, "text": text}) for name, text in rows)
    reading = collect([file(tmp_path, "a.jsonl", lines)])
    assert [(article.id, article.text) for article in reading.articles] == [
        ("a", "One."),
        ("a-3", "Two."),
        ("a-2", "Three."),
        ("a-4", "Four."),
    ]


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a", STORY, "The council"),
        ("a.text", STORY, "The council"),
        ("a.log", STORY, "The council"),
        ("a.markdown", "# Bridge\n\nThe *council* met.", "The council met."),
        ("a.htm", f"<html><body><article><p>{STORY}</p></article></body></html>", "The council"),
        (
            "a.txt",
            f"<!DOCTYPE html>\n<html><body><article><p>{STORY}</p></article></body></html>",
            "The council",
        ),
        ("a.txt", f"  <HTML><body><article><p>{STORY}</p></article></body></HTML>", "The council"),
        ("a.ndjson", '{"text": "The council met."}', "The council met."),
        ("a", '{"text": "The council met."}', "The council met."),
        ("a.json", '{"text": "The council met."}', "The council met."),
    ],
)
def test_kinds(tmp_path: Path, name: str, content: str, text: str) -> None:
    """A file's suffix leads to its reader; where it says nothing, the beginning of the file does."""
    (article,) = collect([file(tmp_path, name, content)]).articles
    assert article.text.startswith(text)
    assert "<" not in article.text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (STORY, "The council"),
        ('{"text": "The council met."}\n', "The council met."),
        (f"<!doctype html><html><body><article><p>{STORY}</p></article></body></html>", "The council"),
    ],
)
def test_standard_input(content: str, text: str) -> None:
    """What comes on standard input is told by how it begins."""
    reading = collect(["-"], stdin=io.BytesIO(content.encode()))
    assert reading.articles[0].text.startswith(text)
    assert reading.articles[0].source == "standard input"


def test_the_process_own_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without another stream, standard input is the process's own."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert len(collect(["-"]).articles) == 1


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without standard input says so."""
    monkeypatch.setattr(sys, "stdin", None)
    assert collect(["-"]).problems[0].message == "cannot be read: there is none"


def test_progress(tmp_path: Path) -> None:
    """Whoever asks is told how many inputs are done of how many."""
    file(tmp_path, "a.txt")
    file(tmp_path, "b.txt")
    told: list[tuple[str, int, int]] = []
    collect([tmp_path], step=lambda *step: told.append(step))
    assert told == [("reading", 0, 2), ("reading", 1, 2)]


def test_read_raises(tmp_path: Path) -> None:
    """Reading one source raises where nothing could be read, with the source and the cause."""
    with pytest.raises(SourceError) as caught:
        read(tmp_path / "no.txt")
    assert caught.value.message == "there is no such file or folder"


def test_read_warns(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Reading one source logs each of its problems as a warning and returns the rest."""
    path = file(tmp_path, "a.jsonl", '{"text": "The council met."}\nnonsense\n')
    with caplog.at_level(logging.WARNING):
        assert len(read(path)) == 1
    assert [record.message for record in caplog.records] == [
        f"{path}:2: is not JSON: expecting value at column 1"
    ]


def test_plugged_in_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader from another package reads the files that end in its name."""
    plugged = Registry("reader", {"pdf": "briefing.ingest.readers.text:read"})
    monkeypatch.setattr("briefing.ingest.kinds.READERS", plugged)
    monkeypatch.setattr("briefing.ingest.READERS", plugged)
    assert len(collect([file(tmp_path, "a.pdf", STORY)]).articles) == 1
