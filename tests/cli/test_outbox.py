import email
import email.policy
from pathlib import Path

import pytest

from briefing.store import FILE, home
from tests.deliver.mail.servers import Rude
from tests.factory import BODY


@pytest.fixture
def server():
    """Return a server that refuses one recipient for good and all others for a while."""
    with Rude(RCPT=_refuse) as running:
        yield running


def _refuse(peer):
    peer.say("550 unknown" if "grace" in peer.last else "451 later")


@pytest.fixture
def kept(run, tmp_path, server):
    """Run once, so that two messages are kept."""
    (tmp_path / "harbour.txt").write_text(f"Fallen crane closes Lindvik harbour\n\n{BODY}\n", "utf-8")
    Path("briefing.toml").write_text(
        'sources = ["harbour.txt"]\n[mail]\nto = ["ada@example.net", "grace@example.net"]\n'
        f'from = "n@example.org"\nhost = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\n'
        "attach_pdf = false\n"
    )
    assert run("email").code == 4


def test_list_says_what_is_kept_and_why(run, kept):
    """Each message that has not arrived has a line: number, how far it is, for whom, and the reason."""
    ran = run("outbox", "list")
    assert ran.code == 0
    first, second = ran.out.splitlines()
    assert first.startswith("1 ") and "waiting until" in first and "ada@example.net" in first
    assert "451 later" in first and "Fallen crane closes Lindvik harbour" in first
    assert second.startswith("2 ") and "refused" in second and "550 unknown" in second


def test_show_prints_the_message(run, kept):
    """`show` prints the message as it would be sent."""
    read = email.message_from_string(run("outbox", "show", 1).out, policy=email.policy.default)
    assert read["To"] == "ada@example.net"


def test_retry_sends_all_that_is_kept(run, kept, server):
    """`retry` tries everything, due or not, refused or deferred, and says who has it."""
    server.answers["RCPT"] = "250 ok"
    ran = run("outbox", "retry")
    assert (ran.code, sorted(ran.out.split())) == (0, ["ada@example.net", "grace@example.net"])
    ran = run("outbox", "list")
    assert (ran.out, ran.err) == ("", "briefing: nothing waits to be sent\n")
    assert run("outbox", "list", "--all").out.count("sent") == 2


def test_retry_of_one_leaves_the_others(run, kept, server):
    """`retry N` tries one; what waits beside it is still exit code 4."""
    server.answers["RCPT"] = "250 ok"
    ran = run("outbox", "retry", 2)
    assert (ran.code, ran.out) == (4, "grace@example.net\n")
    assert "ada@example.net: deferred until" in ran.err


def test_retry_that_fails_again_says_so(run, kept):
    """What is refused again is told again: the exit code is 4 as long as something waits."""
    ran = run("outbox", "retry")
    assert (ran.code, ran.out) == (4, "")
    assert "451 later" in ran.err and "550 unknown" in ran.err


def test_drop_forgets_one(run, kept):
    """`drop N` forgets a message for good."""
    assert run("outbox", "drop", 1).code == 0
    assert len(run("outbox", "list").out.splitlines()) == 1


@pytest.mark.parametrize("command", ["show", "retry", "drop"])
def test_number_that_is_none_is_told(run, kept, command):
    """A number under which nothing is kept is exit code 2."""
    ran = run("outbox", command, 99)
    assert ran.code == 2 and "99" in ran.err


def test_damaged_library_is_told(run, kept):
    """Where the outbox cannot be read, that is said, and what helps."""
    for path in home().glob(f"{FILE}*"):
        path.unlink()
    (home() / FILE).write_bytes(b"this is no database but long enough to be looked at as one " * 20)
    ran = run("outbox", "list")
    assert ran.code == 1 and "--set-aside" in ran.err
