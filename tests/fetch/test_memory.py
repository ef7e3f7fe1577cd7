"""However much is sent, little of it is held."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fetch import server as bad
from tests.fetch.server import page

PROGRAM = """
import re, sys
from pathlib import Path
from briefing.fetch import Ask, Failure, Rules, fetch

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

place, *paths = sys.argv[1:]
rules = Rules(allow=frozenset([place]), pause=0, per_host=16, per_source=600)
urls = [f"http://{place}{path}" for path in paths]
list(fetch([Ask(f"http://{place}/small")], rules))
before, sizes = peak(), []
for outcome in fetch([Ask(url) for url in urls], rules):
    sizes.append(outcome.reason if isinstance(outcome, Failure) else str(len(outcome.body)))
    del outcome
print(peak(), peak() - before, *sorted(sizes), sep="\\n")
"""


def run(server, *paths: str) -> tuple[int, int, list[str]]:
    """Fetch in a process of its own: return its memory at most and what of that the fetching took, in MiB."""
    if not Path("/proc/self/status").is_file():
        pytest.skip("the peak of a process's memory is read from Linux's /proc")
    server.pages["/small"] = page(b"x")
    command = [sys.executable, "-c", PROGRAM, server.place, *paths]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    peak, taken, *outcomes = ran.stdout.splitlines()
    assert re.fullmatch(r"\d+", taken)
    return int(peak), int(taken), outcomes


def test_a_bomb_costs_little(server):
    """Ten megabytes that swell to ten gigabytes take less than fifty."""
    server.pages["/bomb"] = bad.bomb
    _, taken, outcomes = run(server, "/bomb")
    assert outcomes == ["is larger than 20 MB"]
    assert taken < 50


def test_forty_sources_stay_small(server):
    """Twenty large pages, ten bombs and ten bodies without end take less than three hundred megabytes."""
    server.pages |= {"/bomb": bad.bomb, "/endless": bad.endless, "/large": page(b"news " * 3_000_000)}
    peak, _, outcomes = run(server, *["/large", "/bomb", "/large", "/endless"] * 10)
    assert outcomes == ["15000000"] * 20 + ["is larger than 20 MB"] * 20
    assert peak < 300
