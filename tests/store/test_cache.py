"""What is dear to make and can be made again."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.store import Cache, Database, cache, home


def test_what_was_put_is_there(path):
    """A text is found again by its name, by another process as well, and in no other version."""
    Cache(Database(path), "1").put("key", "Grüße\n")
    assert Cache(Database(path), "1").get("key") == "Grüße\n"
    assert Cache(Database(path), "1").get("other") is None
    assert Cache(Database(path), "2").get("key") is None


def test_least_recently_used_goes_first(path, monkeypatch):
    """Beyond the most that is kept, what was not used for longest is forgotten."""
    monkeypatch.setattr(cache, "_MOST", 2)
    kept = Cache(Database(path), "1")
    kept.put("a", "1")
    kept.put("b", "2")
    assert kept.get("a") == "1"
    kept.put("c", "3")
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == ("1", None, "3")


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_broken_file_costs_nothing_else(tmp_path, content, caplog):
    """A broken file remembers nothing, says so once, and stops nobody."""
    (tmp_path / "c").write_bytes(content)
    broken = Cache(Database(tmp_path / "c"), "1")
    with caplog.at_level(logging.WARNING, logger="briefing"):
        broken.put("key", "value")
        assert broken.get("key") is None
    assert len(caplog.records) == 1 and str(tmp_path) in caplog.text
    assert (tmp_path / "c").read_bytes() == content


def test_place_that_cannot_be_made(tmp_path):
    """Where no folder can be made, nothing is remembered."""
    (tmp_path / "file").touch()
    unwritable = Cache(Database(tmp_path / "file" / "c"), "1")
    unwritable.put("key", "value")
    assert unwritable.get("key") is None


def test_two_at_once(path):
    """Many that write at the same time lose nothing, each with its own connection or all with one."""
    shared = Database(path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: Cache(Database(path), "1").put(f"k{n}", str(n)), range(40)))
        list(pool.map(lambda n: Cache(shared, "2").put(f"k{n}", str(n)), range(40)))
    assert shared.read(lambda c: c.execute("SELECT count(*) FROM cache").fetchone(), None) == (80,)


def test_home_is_where_it_is_said(tmp_path, monkeypatch):
    """$BRIEFING_HOME names the folder; without it the platform does."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    assert home() == tmp_path
    monkeypatch.delenv("BRIEFING_HOME")
    assert home().name == "briefing"
