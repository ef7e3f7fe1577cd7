import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.ingest import collect
from briefing.ingest.discover import STDIN, discover


def fill(root: Path, *names: str) -> None:
    """Make files, with a sentence in each."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ferry sails again.\n")


def found(root: Path) -> list[str]:
    """Return the paths of the files below a folder that are to be read."""
    return [str(item.path.relative_to(root)) for item in discover(root).inputs if item.path]


def test_order(tmp_path: Path) -> None:
    """A folder's files come in the order of their names, sub-folders in their place among them."""
    fill(tmp_path, "c.txt", "a.md", "b/z.html", "b/a.jsonl", "b/c/x.txt")
    assert found(tmp_path) == ["a.md", "b/a.jsonl", "b/c/x.txt", "b/z.html", "c.txt"]


def test_sub_folders_are_told(tmp_path: Path) -> None:
    """Each file knows the sub-folder that it was in."""
    fill(tmp_path, "a.txt", "sport/local/b.txt")
    assert [item.folder for item in discover(tmp_path).inputs] == ["", "sport/local"]


def test_names_are_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is called by the path that the user gave, not by an absolute one."""
    fill(tmp_path, "news/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [item.name for item in discover("news").inputs] == ["news/a.txt"]
    assert [item.name for item in discover("news/a.txt").inputs] == ["news/a.txt"]


def test_skipped_silently(tmp_path: Path) -> None:
    """Hidden files, hidden folders, READMEs and licences are passed over without a word."""
    fill(
        tmp_path,
        "a.txt",
        ".b.txt",
        ".git/c.txt",
        "README",
        "readme.md",
        "sub/README.txt",
        "LICENSE",
        "License.md",
    )
    discovery = discover(tmp_path)
    assert found(tmp_path) == ["a.txt"]
    assert not discovery.aside.dropped
    assert not discovery.aside.problems


def test_a_readme_that_is_named(tmp_path: Path) -> None:
    """A README is read when the user names it."""
    fill(tmp_path, "README.md")
    assert len(discover(tmp_path / "README.md").inputs) == 1


def test_unknown_kinds(tmp_path: Path) -> None:
    """A file of a kind that is not read is left out and told, with its kind, and is no problem."""
    fill(tmp_path, "a.txt", "b.css", "c.PNG")
    aside = discover(tmp_path).aside
    assert [dropped.reason for dropped in aside.dropped] == [
        "is of a kind that is not read (.css)",
        "is of a kind that is not read (.png)",
    ]
    assert not aside.problems


def test_suffixes_in_capitals(tmp_path: Path) -> None:
    """A suffix counts in capitals too."""
    fill(tmp_path, "A.TXT", "B.Html")
    assert found(tmp_path) == ["A.TXT", "B.Html"]


def test_loops(tmp_path: Path) -> None:
    """Links that lead back end nothing but themselves; each file is found once."""
    fill(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    discovery = discover(tmp_path)
    assert len(discovery.inputs) + len(discovery.aside.problems) == 2
    assert [item.name.rpartition("/")[2] for item in discovery.inputs if "b.txt" in item.name] == ["b.txt"]


def test_deep_folders(tmp_path: Path) -> None:
    """Folders in folders are followed as deep as the system lets them be made."""
    fill(tmp_path, "/".join(["d"] * 300) + "/a.txt")
    assert len(discover(tmp_path).inputs) == 1


def test_a_closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sub-folder that may not be read is a problem and costs no other file."""
    fill(tmp_path, "a.txt", "closed/b.txt")
    listing = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    discovery = discover(tmp_path)
    assert [item.name for item in discovery.inputs] == [str(tmp_path / "a.txt")]
    assert [one.message for one in discovery.aside.problems] == ["cannot be read: permission denied"]


def test_pipes_in_folders(tmp_path: Path) -> None:
    """A pipe or a socket in a folder is left out and never waited for."""
    fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "c.txt"))
        aside = discover(tmp_path).aside
    assert [dropped.reason for dropped in aside.dropped] == ["is no ordinary file"] * 2


@pytest.mark.parametrize("names", [(), (".hidden.txt", "README.md")])
def test_empty_folder_is_a_quiet_day(tmp_path: Path, names: tuple[str, ...]) -> None:
    """A folder that holds no file but those about it is read: there is no news in it."""
    fill(tmp_path, *names)
    assert discover(tmp_path).inputs == ()


@pytest.mark.parametrize("names", [("a.png",), ("a.png", "README.md")])
def test_nothing_to_read(tmp_path: Path, names: tuple[str, ...]) -> None:
    """A folder in which nothing can be read is an error that says so."""
    fill(tmp_path, *names)
    with pytest.raises(SourceError, match="holds nothing that can be read"):
        discover(tmp_path)


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "http://example.org", "HTTPS://EXAMPLE.ORG/feed.xml"]
)
def test_web_addresses(address: str) -> None:
    """A web address is no file: it is fetched before anything here reads it."""
    with pytest.raises(SourceError, match="has to be fetched before it is read"):
        discover(address)


def test_missing() -> None:
    """A missing file is an error that names it as the user wrote it."""
    with pytest.raises(SourceError) as caught:
        discover("no/such/file.txt")
    assert str(caught.value) == "no/such/file.txt: there is no such file or folder"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_names(name: str) -> None:
    """A name that no file can have is an error on one line."""
    with pytest.raises(SourceError) as caught:
        discover(name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "\t\n"])
def test_empty_names(name: str) -> None:
    """An empty name is an error, and never the folder that the user is in."""
    with pytest.raises(SourceError, match="is no name of a file or folder"):
        discover(name)


def test_hostile_names(tmp_path: Path) -> None:
    """A file's name with terminal commands, line ends or bytes of another encoding is shown harmless."""
    for name in (b"a\x1b[31m.txt", b"b\nc.txt", b"caf\xe9.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The ferry sails again.")
    names = [item.name.rpartition("/")[2] for item in discover(tmp_path).inputs]
    assert names == ["a.txt", "b c.txt", "caf\ufffd.txt"]


def test_standard_input() -> None:
    """A dash is standard input."""
    assert [(item.name, item.path) for item in discover("-").inputs] == [(STDIN, None)]


def test_feeds_in_json(tmp_path: Path) -> None:
    """A JSON file in a folder is read where it is a feed, and left out with a word where it is not."""
    version, item = (
        '"version": "https://jsonfeed.org/version/1.1"',
        '{"id": "1", "content_text": "It sails."}',
    )
    padding = f'"items": [{", ".join([item] * 2000)}]'
    (tmp_path / "first.json").write_text(f"{{{version}, {padding}}}")
    (tmp_path / "last.json").write_text(f"{{{padding}, {version}}}")
    (tmp_path / "wide.json").write_text(f'{{{version}, "items": [{item}]}}', "utf-16")
    (tmp_path / "data.json").write_text(f'{{"rows": 5, {padding}}}')
    (tmp_path / "empty.json").write_text("")
    (tmp_path / "list.json").write_text("[1, 2]")
    assert found(tmp_path) == ["first.json", "last.json", "wide.json"]
    dropped = discover(tmp_path).aside.dropped
    assert [Path(one.source).name for one in dropped] == ["data.json", "empty.json", "list.json"]
    assert {one.reason for one in dropped} == {"is of a kind that is not read (.json)"}


def test_feeds_in_json_give_articles(tmp_path: Path) -> None:
    """What such a feed holds is read with the rest of its folder."""
    text = "The ferry sails again from Friday, its owner said. It had been laid up since the month of May."
    items = [{"id": "1", "title": "Ferry sails", "content_text": text}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Odde Post", "items": items}
    (tmp_path / "post.json").write_text(json.dumps(feed))
    fill(tmp_path, "a.txt")
    assert {article.source for article in collect([tmp_path]).articles} == {"a.txt", "Odde Post"}
