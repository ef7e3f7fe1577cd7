import os
from pathlib import Path

import pytest

from briefing.deliver.mail import transport
from tests.deliver.mail.conftest import message, settings


@pytest.fixture
def program(tmp_path):
    """Return what makes a program of a few lines of shell that stands in for sendmail."""

    def make(lines: str) -> Path:
        path = tmp_path / "sendmail"
        path.write_text(f"#!/bin/sh\ncd {tmp_path}\n{lines}\n")
        path.chmod(0o755)
        return path

    return make


def _sent(letter, path, **given):
    chosen = settings(how="sendmail", sendmail=str(path), **given)
    made = message(letter, chosen)
    return made, transport(chosen)(made)


def test_program_gets_the_message_and_the_recipients(letter, program, tmp_path):
    """The message comes in on the standard input, with the system's line ends; no recipient is an option."""
    path = program('printf "%s\\n" "$@" > arguments; cat > message')
    made, refused = _sent(letter, path, to=["-oQ/tmp@example.net", "b@example.net"], each=False)
    assert refused == {}
    arguments = (tmp_path / "arguments").read_text().split("\n")
    assert arguments == ["-i", "--", "-oQ/tmp@example.net", "b@example.net", ""]
    assert (tmp_path / "message").read_bytes() == made.data.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    ("status", "lasting"), [(os.EX_TEMPFAIL, False), (os.EX_NOUSER, True), (os.EX_OSERR, False), (1, False)]
)
def test_exit_status_says_whether_it_lasts(letter, program, status, lasting):
    """What the program says last is told; its exit status says whether to try again."""
    path = program(f"cat > message; echo first >&2; echo the queue is full >&2; exit {status}")
    _, refused = _sent(letter, path)
    (why,) = refused.values()
    assert why.lasting == lasting
    assert f"ended with status {status}: the queue is full" in why.cause


def test_program_that_hangs_is_stopped(letter, program):
    """A program that does not end is stopped, with its children, and tried again another time."""
    _, refused = _sent(letter, program("sleep 600 & cat; wait"), timeout=0.5)
    (why,) = refused.values()
    assert "was not done after 0.5 seconds" in why.cause and not why.lasting


def test_program_that_reads_nothing_is_judged_by_its_status(letter, program):
    """A program that ends without reading the message is no fault of ours."""
    _, refused = _sent(letter, program("exit 69"))
    (why,) = refused.values()
    assert why.lasting


def test_program_that_cannot_be_run_is_named(letter, program):
    """A program that the system will not start is named, and that lasts."""
    path = program("")
    chosen = settings(how="sendmail", sendmail=str(path))
    way = transport(chosen)
    path.write_text("#!/no/such/interpreter\n")
    (why,) = way(message(letter, chosen)).values()
    assert "cannot be run" in why.cause and why.lasting
