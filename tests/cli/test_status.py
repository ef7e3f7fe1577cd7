import json
from datetime import UTC, datetime, timedelta

import pytest

from briefing.model import Problem
from briefing.store import FILE, Database, Outbox, Queued, home
from briefing.store.runs import Run, Runs

BEGAN = datetime(2026, 11, 22, 5, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_scheduled(tmp_path, monkeypatch):
    """Keep the schedules of the person who runs the tests out of them."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")


def _noted(**more) -> Run:
    settled = {"steps": (("reading", 12.1), ("writing", 3.0)), "ended_at": BEGAN + timedelta(seconds=41)}
    run = Run("email", BEGAN, "/home/ada/briefing.toml", **{**settled, **more})
    Runs(Database(home() / FILE)).note(run)
    return run


def test_before_the_first_run_there_is_nothing_to_tell(run):
    """Where nothing ever ran it says so, and makes no library."""
    ran = run("status")
    assert ran.code == 0
    assert "none yet" in ran.out and "nothing waits" in ran.out and "there is none yet" in ran.out
    assert not (home() / FILE).exists()


def test_the_last_run_is_told(run):
    """When it was, how long each step took, what failed, and its exit code."""
    _noted(code=3, problems=(Problem("https://news.example/feed", "timed out"),))
    ran = run("status").out
    assert "email, 41 s: made, but something failed (exit code 3)" in ran
    assert "reading 12.1 s, writing 3.0 s" in ran and "https://news.example/feed: timed out" in ran
    assert str(home() / FILE) in ran and "MB" in ran


def test_a_run_that_failed_does_not_hide_the_last_that_made_something(run):
    """After a failure, the last briefing that was made is told too."""
    _noted(code=0)
    _noted(code=1)
    assert "nothing was made (exit code 1)" in run("status").out
    assert "last made 2026-11-22" in run("status").out


@pytest.mark.parametrize(("process", "said"), [(2**22 + 1, "did not end"), (1, "under way")])
def test_a_run_without_an_end(run, process, said):
    """A run with no end is under way as long as its process is there; else it did not end."""
    _noted(ended_at=None, process=process)
    assert f"email: {said}" in run("status").out


def test_what_waits_is_told(run):
    """How many messages wait, and how many were refused."""
    box = Outbox(Database(home() / FILE))
    box.put([Queued("a", "s@a.org", ("ada@a.org", "grace@a.org"), b"x")], "Morning")
    box.failed("a", {"grace@a.org": ("550 no", True)})
    assert "1 waiting, due " in (ran := run("status").out) and "1 refused" in ran


def test_as_json(run):
    """With --json it is one object with the same."""
    _noted(code=0)
    told = json.loads(run("status", "--json").out)
    assert told["last"]["steps"][0] == {"step": "reading", "seconds": 12.1}
    assert told["last"]["code"] == 0 and told["last"]["state"] == "ended"
    assert told["scheduled"] == [] and told["outbox"]["waiting"] == 0
    assert told["library"]["bytes"] > 0 and told["library"]["problem"] is None


def test_one_settings_file_alone(run):
    """With --config other settings' runs are left out."""
    _noted(code=0)
    assert "none yet" in run("status", "--config", "other.toml").out
    assert "email" in run("status", "--config", "/home/ada/briefing.toml").out


def test_a_damaged_library_is_told(run):
    """A library that cannot be read is named, with what helps."""
    home().mkdir(exist_ok=True)
    (home() / FILE).write_bytes(b"no library" * 1000)
    ran = run("status")
    assert ran.code == 0 and "--set-aside" in ran.out
