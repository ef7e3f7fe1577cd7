import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("point", [(), ("--aimed",)])
def test_killed_runs_lose_nothing(point):
    """Of runs that are killed at any point no message is lost, no file torn, and none has two Message-IDs."""
    command = (sys.executable, CHECKOUT / "benchmarks" / "killed.py", "--times", "6", *point)
    done = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "lost: 0" in done.stdout
