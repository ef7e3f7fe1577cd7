"""Pictures that were scaled, from one run to the next."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from briefing.store import Database
from briefing.store.pictures import Kept, Pictures

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
ONE = Kept(NOW, '"1"', "Mon", 960, 640, b"\xff\xd8")


@pytest.fixture
def pictures(path):
    """Return where pictures are kept."""
    return Pictures(Database(path))


def test_kept(pictures):
    """What is kept is found by its address, whole; what isn't, isn't."""
    none = Kept(NOW, reason="is of one colour")
    pictures.put({"https://a.org/x": ONE, "https://a.org/y": none}, NOW)
    assert pictures.get(["https://a.org/x", "https://a.org/y", "https://a.org/z"]) == {
        "https://a.org/x": ONE,
        "https://a.org/y": none,
    }


def test_the_latest_counts(pictures):
    """What is kept of an address takes the place of what was."""
    pictures.put({"a": ONE}, NOW)
    pictures.put({"a": Kept(NOW)}, NOW)
    assert pictures.get(["a"]) == {"a": Kept(NOW)}


def test_old_ones_go(pictures):
    """Pictures that nobody asked for in a week are let go."""
    pictures.put({"a": ONE}, NOW)
    pictures.put({"b": Kept(NOW + timedelta(days=8))}, NOW + timedelta(days=8))
    assert list(pictures.get(["a", "b"])) == ["b"]


def test_there_is_a_most(pictures):
    """The latest five hundred are kept."""
    many = {str(n): Kept(NOW + timedelta(seconds=n)) for n in range(600)}
    pictures.put(many, NOW)
    assert set(pictures.get(many)) == {str(n) for n in range(100, 600)}


def test_no_library_costs_no_picture(tmp_path, caplog):
    """Where nothing can be kept, nothing is found, and that is said once."""
    (tmp_path / "x").write_bytes(b"no database at all")
    pictures = Pictures(Database(tmp_path / "x"))
    with caplog.at_level(logging.WARNING, "briefing.store.pictures"):
        pictures.put({"a": ONE}, NOW)
        assert pictures.get(["a"]) == {}
    assert len(caplog.records) == 1
