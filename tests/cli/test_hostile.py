"""What a source may hold against its reader: it comes out as harmless text, or as a problem, everywhere."""

import json
import os
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.factory import BODY

NASTY = (
    "Minister <script>alert(1)</script> says {{ 7*7 }} {% raw %}"
    "\x1b[31mred\x1b]8;;https://evil.example/\x07 \u202eesrever\u2066 nul\x00 [bold]loud[/bold] on Monday"
)
PARAGRAPH = f"{NASTY}, and the port of Lindvik stays shut until the crane is lifted, officials said."
FORBIDDEN = "\x1b\x00\u202e\u2066\x07"


@pytest.fixture
def nasty(tmp_path) -> Path:
    """Write an article that attacks every rendering."""
    path = tmp_path / "nasty.jsonl"
    row = {"title": NASTY, "text": f"{PARAGRAPH}\n{BODY}", "source": NASTY, "url": "javascript:alert(1)"}
    path.write_text(json.dumps(row), "utf-8")
    return path


def test_every_file_is_harmless(run, nasty):
    """Markup, template syntax, escapes, NUL and bidi overrides come out as text in every format."""
    ran = run("make", nasty, "--format", "pdf,html,json,md,txt", "--title", NASTY, "--date", "2026-11-22")
    assert ran.code == 0
    pages = {path.suffix: path for path in map(Path, ran.out.splitlines())}
    html = pages[".html"].read_text("utf-8")
    assert "<script" not in html and "&lt;script&gt;alert(1)" in html and "{{ 7*7 }}" in html
    assert "javascript:alert" not in html
    for kind in (".html", ".json", ".md", ".txt"):
        text = pages[kind].read_text("utf-8")
        assert not set(FORBIDDEN) & set(text), kind
        assert "[bold]loud[/bold]" in text or "\\[bold\\]" in text, kind
    document = pypdfium2.PdfDocument(pages[".pdf"])
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "{{ 7*7 }}" in text and not set(FORBIDDEN) & set(text)
    document.close()


def test_terminal_is_harmless(run, nasty):
    """No escape of a source reaches the terminal, and its brackets are no mark-up."""
    out = run("show", nasty, "--receipts").out
    assert not set(FORBIDDEN) & set(out)
    assert "[bold]" in out and "{{ 7*7 }}" in out


def test_list_of_articles_is_harmless(run, nasty):
    """`articles` and `summarize` print nothing that a terminal would act on."""
    for command in (("articles", nasty), ("articles", "--explain", nasty), ("summarize", nasty)):
        assert not set(FORBIDDEN) & set(run(*command).out)


def _bad_files(folder: Path) -> dict[str, str]:
    """Write one file for each fault; return a word that its problem must hold, by file name."""
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "blank.txt").write_text(" \n\n \t\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 500)
    (folder / "locked.pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj<</Encrypt 2 0 R>>endobj\ntrailer<</Encrypt 2 0 R>>%%EOF"
    )
    with zipfile.ZipFile(folder / "archive.txt", "w") as archive:
        archive.writestr("a.txt", BODY)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (folder / "cut.txt").write_bytes(f"Fallen crane closes Lindvik\n\n{BODY} Más é".encode()[:-1])
    (folder / "lines.jsonl").write_text(json.dumps({"title": "A", "text": BODY}) + '\n{"title": "B", "te')
    return {
        "empty.txt": "empty",
        "blank.txt": "white space",
        "binary.txt": "binary",
        "picture.html": "PNG",
        "locked.pdf": "password",
        "archive.txt": "ZIP",
        "huge.txt": "MB",
        "cut.txt": "cut",
        "lines.jsonl": "2",
    }


def test_each_fault_is_one_line_that_names_it(run, tmp_path):
    """Each bad file costs itself alone and gives one line on stderr with its name and the cause."""
    faults = _bad_files(tmp_path / "bad")
    (tmp_path / "good.txt").write_text(f"Harbour shut\n\n{BODY}\n", "utf-8")
    ran = run("make", "good.txt", *(tmp_path / "bad" / name for name in faults), "--format", "json")
    assert ran.code == 3
    lines = ran.err.splitlines()
    for name, cause in faults.items():
        about = [line for line in lines if name in line]
        assert len(about) == 1 and cause.lower() in about[0].lower(), (name, about)
    made = json.loads(Path(ran.out.strip()).read_text("utf-8"))
    assert "Harbour shut" in [article["title"] for article in made["articles"].values()]


def test_bad_files_alone_make_nothing(run, tmp_path):
    """Where only bad files are named the exit code is 1 and nothing is written."""
    _bad_files(tmp_path / "bad")
    ran = run("make", tmp_path / "bad" / "empty.txt", tmp_path / "bad" / "huge.txt")
    assert ran.code == 1 and ran.out == ""
    assert not Path("out").exists()


def test_pipe_that_nobody_fills_is_refused(run, tmp_path):
    """A named pipe is refused at once, not waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    ran = run("make", tmp_path / "pipe.txt")
    assert ran.code == 1 and "pipe.txt" in ran.err
