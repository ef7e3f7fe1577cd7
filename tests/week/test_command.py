"""Mornings by the command itself, as a reader's machine would run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import tomlkit

from tests.fetch.server import Server
from tests.week import data, simulation

pytestmark = pytest.mark.slow


@pytest.fixture
def make(tmp_path):
    """Run `briefing make --config` for a day, with the feeds of that day or of another.

    The clock cannot be set from outside, so the feeds give no dates: what is met for the first time is new.
    """
    with Server() as server:
        settings = tmp_path / "briefing.toml"
        settings.write_text(tomlkit.dumps(simulation.settings(server)), "utf-8")

        def make(day, feeds):
            simulation.serve(server, feeds, dated=False)
            command = [sys.executable, "-m", "briefing", "make", "--quiet", "--config", settings]
            return subprocess.run(
                [*command, "--date", data.DAYS[day].isoformat()],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )

        yield make


def _morning(day, ran):
    """Return what a run has made."""
    as_json, as_text = map(Path, ran.stdout.splitlines())
    made = json.loads(as_json.read_text("utf-8"))
    return simulation.Morning(day, made, as_text.read_text("utf-8"), again=made)


def test_two_mornings_and_a_quiet_one(make):
    """The command tells the news, the next day what is new, then that nothing is; each ends with 0."""
    first, second, quiet = make("sat", "sat"), make("sun", "sun"), make("mon", "sun")
    assert [(ran.returncode, ran.stderr) for ran in (first, second, quiet)] == [(0, "")] * 3
    (ferry,) = _morning("sat", first).telling("ferry")
    assert ferry["new"] and len(ferry["articles"]) == 3
    (ferry,) = _morning("sun", second).telling("ferry")
    assert not ferry["new"] and ferry["earlier"]["date"] == data.DAYS["sat"].isoformat()
    assert _morning("mon", quiet).stories == []
    assert "quiet" in _morning("mon", quiet).text.casefold()
