"""One run at a time."""

import os
import re

import pytest

from briefing.errors import LockedError
from briefing.store import run_lock
from tests.store.children import start

HOLDER = """
from briefing.store import run_lock
with run_lock(path):
    print("held", flush=True)
    sys.stdin.read() if len(sys.argv) > 2 else None
    import time
    time.sleep(60)
"""


def test_second_run_is_told_who_holds_it(tmp_path):
    """Of two runs the second is told which process holds the lock, since when and where."""
    with run_lock(tmp_path / "home") as problem:
        assert problem is None
        with pytest.raises(LockedError) as refused, run_lock(tmp_path / "home"):
            pass
    said = str(refused.value)
    assert str(os.getpid()) in said and "run.lock" in said and "\n" not in said
    assert re.search(r"since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d", said)


def test_lock_is_free_afterwards(tmp_path):
    """When a run is over, or ends in an error, the next one may begin."""
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path):
        raise ZeroDivisionError
    for _ in range(2):
        with run_lock(tmp_path) as problem:
            assert problem is None


def test_lock_of_a_killed_process_is_free(tmp_path):
    """A lock does not outlive its holder, even one that was killed."""
    with start(HOLDER, tmp_path) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid}"), run_lock(tmp_path):
            pass
        holder.kill()
        holder.wait()
        with run_lock(tmp_path) as problem:
            assert problem is None


def test_other_homes_are_other_locks(tmp_path):
    """Runs with other homes do not meet."""
    with run_lock(tmp_path / "a") as one, run_lock(tmp_path / "b") as other:
        assert one is other is None


def test_place_without_a_lock_is_a_problem(tmp_path):
    """Where no lock can be made, the run goes on and says so."""
    (tmp_path / "file").touch()
    with run_lock(tmp_path / "file") as problem:
        assert "two runs at once" in problem.message
