import json
from pathlib import Path

import pytest

from tests.factory import BODY


@pytest.fixture
def news(tmp_path) -> Path:
    """Make a folder of one good article."""
    folder = tmp_path / "news" / "world"
    folder.mkdir(parents=True)
    (folder / "harbour.txt").write_text(f"Fallen crane closes Lindvik harbour\n\n{BODY}\n", "utf-8")
    return tmp_path / "news"


def _made(path: str) -> dict:
    return json.loads(Path(path).read_text("utf-8"))


def test_paths_are_printed_one_a_line(run, news):
    """Each file's path stands alone on a line of stdout, and the file is there."""
    ran = run("make", news, "--format", "html,json,md,txt", "--date", "2026-11-22")
    assert ran.code == 0
    paths = ran.out.splitlines()
    assert paths == [f"out/briefing-2026-11-22.{kind}" for kind in ("html", "json", "md", "txt")]
    assert all(Path(path).stat().st_size for path in paths)


def test_default_formats_are_pdf_html_and_json(run, news):
    """Without --format a PDF, a page and the data are made."""
    ran = run("make", news, "--date", "2026-11-22")
    assert [Path(path).suffix for path in ran.out.splitlines()] == [".pdf", ".html", ".json"]
    assert Path("out/briefing-2026-11-22.pdf").read_bytes().startswith(b"%PDF")


def test_one_bad_source_costs_only_itself(run, news):
    """A source that is missing is named on stderr and in the data; the rest is made; the exit code is 3."""
    ran = run("make", news, "nowhere.txt", "--format", "json")
    assert ran.code == 3
    assert "nowhere.txt" in ran.err
    made = _made(ran.out.strip())
    assert [problem["source"] for problem in made["problems"]] == ["nowhere.txt"]
    assert len(made["articles"]) == 1


def test_nothing_left_is_an_error(run):
    """Where no source gives an article nothing is made: exit code 1, and the cause is said."""
    ran = run("make", "nowhere.txt")
    assert ran.code == 1
    assert "nowhere.txt" in ran.err and "nothing could be made" in ran.err
    assert not Path("out").exists()


def test_strict_makes_nothing_with_a_problem(run, news):
    """Under --strict a single problem stops the briefing."""
    ran = run("make", news, "nowhere.txt", "--strict")
    assert ran.code == 1
    assert not Path("out").exists()


def test_no_source_at_all_is_a_usage_error(run):
    """With no argument, no briefing.toml and no seeds/ the message says what to name."""
    ran = run("make")
    assert ran.code == 2
    assert "no sources" in ran.err


def test_seeds_are_the_last_resort(run, news):
    """With nothing named, a folder called seeds is read."""
    news.rename(news.parent / "seeds")
    ran = run("make", "--format", "json")
    assert ran.code == 0
    assert len(_made(ran.out.strip())["articles"]) == 1


def test_settings_file_is_found_and_overridden(run, news):
    """`briefing.toml` in the folder is used, and options on the command line win over it."""
    Path("briefing.toml").write_text(
        'title = "Mine"\nsources = ["news"]\nformats = ["json"]\nbullets = 1\n', "utf-8"
    )
    made = _made(run("make", "--title", "Yours").out.strip())
    assert made["title"] == "Yours"
    assert [len(story["bullets"]) for section in made["sections"] for story in section["stories"]] == [1]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--engine", "newz", "there are: news, lead"),
        ("--format", "docx", "docx"),
        ("--date", "tomorrow", "tomorrow"),
        ("--bullets", "0", "--bullets"),
        ("--config", "none.toml", "none.toml"),
    ],
)
def test_wrong_option_is_a_usage_error(run, news, option, value, said):
    """A wrong value ends with exit code 2 and a message that names it."""
    ran = run("make", news, option, value)
    assert ran.code == 2
    assert said in ran.err


def test_unwritable_output_is_named(run, news):
    """Where the output folder cannot be made, each format's failure is named and the exit code is 1."""
    Path("out").write_text("a file")
    ran = run("make", news, "--format", "json")
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert ran.out == ""


def test_quiet_says_nothing_of_problems(run, news):
    """--quiet keeps stderr empty; the exit code still tells."""
    ran = run("make", news, "nowhere.txt", "--format", "json", "--quiet")
    assert (ran.code, ran.err) == (3, "")


def test_same_input_same_ids(run, news):
    """Two runs over the same sources give the same stories, bullets and ids."""
    first, second = (_made(run("make", news, "--format", "json").out.strip()) for _ in range(2))
    assert first["sections"] == second["sections"]
