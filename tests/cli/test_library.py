import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.store import FILE, Library, home, run_lock
from tests.factory import BODY, article, briefing

ROWS = [
    {
        "id": "crane",
        "title": "Fallen crane",
        "text": BODY,
        "url": "https://a.org/x",
        "source": "Lindvik Post",
    },
    {"id": "ice", "title": "Ice on the river", "text": "The café opens late.", "published": "2026-11-20"},
]


@pytest.fixture
def filled(run, tmp_path):
    """Fill the library with two articles."""
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    assert run("library", "--import", "news.jsonl").code == 0


def test_search_tells_where_the_words_stand(run, filled):
    """A search shows the day, headline, source, the part with the words, and the address."""
    ran = run("search", "BREAKWATER", "ships")
    assert ran.code == 0 and not ran.err
    first, *rest = ran.out.splitlines()
    assert first == "no date     Fallen crane (Lindvik Post)"
    assert "14 ships wait outside the breakwater" in " ".join(line.strip() for line in rest)
    assert rest[-1].strip() == "https://a.org/x"
    assert run("search", "cafe").out.startswith("2026-11-20  Ice on the river (import)")


def test_search_as_json(run, filled):
    """With --json a search is one object with the articles as in the contract, a snippet and the days."""
    with Library(home() / FILE) as library:
        library.deliver(library.record(briefing(article(url="https://a.org/x"))))
    (found,) = json.loads(run("search", "breakwater", "--json").out)["articles"]
    assert {"id", "title", "source", "url", "published", "language", "text", "points"} <= found.keys()
    assert "breakwater" in found["snippet"] and found["briefings"] == ["2026-11-22"]
    assert json.loads(run("search", "zzz", "--json").out) == {"articles": []}


def test_search_names_the_briefings(run, filled):
    """An article that was in a delivered briefing says in which."""
    with Library(home() / FILE) as library:
        library.deliver(library.record(briefing(article(url="https://a.org/x"))))
    assert "in the briefing of 2026-11-22" in run("search", "breakwater").out


def test_search_that_finds_nothing_says_so(run):
    """A search that finds nothing is no failure, and says so on stderr."""
    ran = run("search", "zzz")
    assert (ran.code, ran.out) == (0, "") and "nothing" in ran.err


def test_search_for_no_word(run):
    """A search without a word in it is a wrong use."""
    assert run("search", '"*"').code == 2
    assert run("search").code == 2


def test_search_prints_nothing_that_acts(run, tmp_path):
    """A headline with a terminal's commands in it is printed without them."""
    (tmp_path / "x.jsonl").write_text(json.dumps({"title": "\x1b[31mRed\x07\u202e", "text": BODY}))
    run("library", "--import", "x.jsonl")
    out = run("search", "breakwater").out
    assert "Red" in out and not {"\x1b", "\x07", "\u202e"} & set(out)


def test_limit(run, tmp_path):
    """No more articles are shown than are asked for."""
    rows = (json.dumps({"title": f"Sail {n}", "text": f"A sail, number {n}."}) for n in range(9))
    run("library", "--import", "-", stdin="\n".join(rows).encode())
    assert len(json.loads(run("search", "sail", "--limit", "3", "--json").out)["articles"]) == 3


def test_library_tells_what_it_holds(run, filled):
    """The library tells its place, its size, its counts and the last briefing."""
    out = run("library").out
    assert str(home() / FILE) in out and " MB" in out
    assert "articles   2, since" in out and "briefings  0" in out
    with Library(home() / FILE) as library:
        name = library.record(briefing(article()))
        assert "the last of 2026-11-22 (not delivered)" in run("library").out
        library.deliver(name)
    assert "the last of 2026-11-22 (delivered 20" in run("library").out


def test_empty_library(run):
    """A library that was never used is empty, and that is no failure."""
    ran = run("library")
    assert ran.code == 0 and "articles   0\n" in ran.out


def test_export_and_import(run, filled, tmp_path, monkeypatch):
    """What is exported and imported elsewhere is exported there as the same bytes, by file or by pipe."""
    assert run("library", "--export", "all.jsonl").code == 0
    told = (tmp_path / "all.jsonl").read_bytes()
    assert run("library", "--export", "-").out.encode() == told
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "other"))
    assert run("library", "--import", "-", stdin=told).out == "3 lines taken\n"
    assert run("library", "--export", "-").out.encode() == told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "news.jsonl", "other"]


def test_articles_fill_the_library(run, seeds):
    """What `articles` prints is what `library --import` takes."""
    told = run("articles", seeds).out
    ran = run("library", "--import", "-", stdin=told.encode())
    assert ran.code == 0 and ran.out == f"{len(told.splitlines())} lines taken\n"


def test_bad_lines_are_named(run, tmp_path):
    """Lines that cannot be taken are named with their numbers, exit 3; where none can be, exit 1."""
    good = json.dumps(ROWS[0])
    ran = run("library", "--import", "-", stdin=f"{{\n{good}\n[]\n".encode())
    assert ran.code == 3 and ran.out == "1 line taken\n"
    assert "standard input:1: is not JSON" in ran.err and "standard input:3: is no JSON object" in ran.err
    assert run("library", "--import", "-", stdin=b"{").code == 1


def test_missing_file_and_folder(run):
    """A file that cannot be read, or written, is named with why."""
    ran = run("library", "--import", "nowhere.jsonl")
    assert ran.code == 1 and "nowhere.jsonl: cannot be read: No such file" in ran.err
    ran = run("library", "--export", "nowhere/all.jsonl")
    assert ran.code == 1 and "nowhere/all.jsonl: cannot be written: No such file" in ran.err


def test_prune(run, filled):
    """Pruning lets go of what is older than an age, and says how much."""
    assert run("library", "--prune", "90d").out.startswith("0 articles and 0 briefings let go; ")
    assert run("library", "--prune", "0d").out.startswith("2 articles and 0 briefings let go; ")
    assert "articles   0" in run("library").out


@pytest.mark.parametrize("age", ["soon", "", "-1d", "9d9", "1 century", "999999d"])
def test_no_age(run, age):
    """An age that is none is a wrong use, and shows a right one."""
    ran = run("library", f"--prune={age}")
    assert ran.code == 2 and "90d" in ran.err


def test_one_thing_at_a_time(run):
    """Two things to do at once are a wrong use."""
    assert run("library", "--prune", "9d", "--export", "-").code == 2


def test_damaged_library_is_set_aside_when_asked(run):
    """A damaged library is named, exit 1, and moved away only when the user says so."""
    path = home() / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"rubbish")
    for command in (
        ("library",),
        ("search", "x"),
        ("library", "--export", "-"),
        ("library", "--prune", "1d"),
    ):
        ran = run(*command)
        assert ran.code == 1 and "--set-aside" in ran.err and str(path) in ran.err
    assert path.read_bytes() == b"rubbish"
    ran = run("library", "--set-aside")
    assert ran.code == 0 and Path(ran.out.strip()).read_bytes() == b"rubbish"
    assert "no library" in run("library", "--set-aside").out
    assert run("library").code == 0


def test_export_of_a_damaged_library_leaves_the_old_file(run, tmp_path):
    """An export that fails leaves the file that was there before."""
    (tmp_path / "all.jsonl").write_text("before")
    (home()).mkdir(parents=True, exist_ok=True)
    (home() / FILE).write_bytes(b"rubbish")
    assert run("library", "--export", "all.jsonl").code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]
    assert (tmp_path / "all.jsonl").read_text() == "before"


def test_another_run_is_exit_5(run):
    """While another run is under way nothing is set aside: exit 5, and who it is."""
    with run_lock(home()):
        ran = run("library", "--set-aside")
    assert ran.code == 5 and str(os.getpid()) in ran.err
    assert "5 another run is under way" in " ".join(run("--help").out.split())


def test_pipe_that_closes_early(run, filled):
    """A reader that has seen enough ends an export as it ends any command."""
    called = shlex.join([sys.executable, "-m", "briefing", "library", "--export", "-"])
    ran = subprocess.run(
        ["bash", "-c", f"{called} | true; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in {0, 141} and "Traceback" not in ran.stderr and "fault" not in ran.stderr
