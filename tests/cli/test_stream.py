"""`briefing summarize --jsonl` as a program among others: long inputs, slow writers, readers that leave."""

import json
import subprocess
import sys

import pytest

from tests.factory import BODY

COMMAND = [sys.executable, "-m", "briefing", "summarize", "--jsonl"]
LINES = [
    json.dumps({"id": i, "text": f"On day {i} the tug left.\n{BODY}"}).encode() + b"\n" for i in range(60)
]


@pytest.fixture
def program():
    """Start the command with pipes at both ends."""
    started = []

    def start() -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=pipe))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_long_input():
    """Many lines are answered in order, by several processes as by one."""
    ran = subprocess.run(COMMAND, input=b"".join(LINES), capture_output=True, check=True)
    alone = [
        subprocess.run(COMMAND, input=b"".join(part), capture_output=True, check=True).stdout
        for part in (LINES[:20], LINES[40:])
    ]
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == list(range(60))
    assert ran.stdout.startswith(alone[0]) and ran.stdout.endswith(alone[1])


def test_slow_writer(program):
    """Each line is answered before the next one is written, the fiftieth as the first."""
    process = program()
    for i, line in enumerate(LINES[:50]):
        process.stdin.write(line)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == i
    out, err = process.communicate()
    assert (process.returncode, out, err) == (0, b"", b"")


@pytest.mark.parametrize("answers", [3, 40])
def test_reader_that_leaves(program, answers):
    """Where nobody reads on, the program ends at once with 141, though its input stays open."""
    process = program()
    process.stdin.write(b"".join(LINES))
    process.stdin.flush()
    for _ in range(answers):
        process.stdout.readline()
    process.stdout.close()
    for line in LINES:  # more to answer, in case all was answered before the reader left
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except BrokenPipeError:
            break
    assert process.wait(60) == 141
    assert process.stderr.read() == b""
