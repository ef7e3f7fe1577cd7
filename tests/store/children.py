"""Programs that tests run in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_HEAD = """
import sys
from pathlib import Path
from briefing.store import Library
from tests.factory import briefing
from tests.store.invented import articles, report
path = Path(sys.argv[1])
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a program that has `path`, `Library`, `briefing`, `articles` and `report`."""
    return subprocess.Popen(
        [sys.executable, "-c", _HEAD + program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(program: str, *arguments: object) -> str:
    """Run a program to its end and return what it printed; its failure is the test's."""
    with start(program, *arguments) as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
