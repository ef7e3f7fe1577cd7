from pathlib import Path

import pytest

from briefing.ingest import collect
from briefing.ingest.readers.mail.mbox import messages
from tests.ingest.mail.messages import message, reading

TOP = b"From news@valley.example Mon Nov 23 06:00:00 2026\n"
BODIES = (
    b"The ferry sails again.\n",
    b"\n>From Friday on it is free.\n\nFrom 2027 on it is not.\n",
    b"The bridge is shut.\n",
)
MAILBOX = b"\n".join(TOP + message(body) for body in BODIES)


def test_messages_are_parted() -> None:
    """A mailbox has a message for each of its dividing lines, and a sentence that begins like one is none."""
    assert [one.line for one in messages(MAILBOX)] == [1, 8, 18]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_mailbox(line_end: bytes) -> None:
    """Each message of a mailbox is read, its quoted lines restored, and named by its line."""
    found = reading(MAILBOX.replace(b"\n", line_end), "box.mbox").articles
    assert [one.origin for one in found] == ["box.mbox:1", "box.mbox:8", "box.mbox:18"]
    assert found[1].text == "From Friday on it is free.\nFrom 2027 on it is not."


def test_quoting_twice() -> None:
    """Of several marks before a quoted line one is taken away."""
    (one,) = messages(TOP + b"Subject: x\n\n>>From a\n")
    assert one.data.endswith(b"\n>From a\n")


def test_a_bad_message_costs_no_other() -> None:
    """A message without a text is a problem that names its line; the others are read."""
    found = reading(MAILBOX + b"\n" + TOP + message(b""), "box.mbox")
    assert len(found.articles) == 3
    assert [one.source for one in found.problems] == ["box.mbox:25"]


def test_many_messages() -> None:
    """Of a mailbox with thousands of messages the last ones are read, and it says so."""
    one = TOP + b"Subject: x\n\nThe bridge %d is shut.\n\n"
    found = reading(b"".join(one % n for n in range(2_003)), "box.mbox")
    assert len(found.articles) == 2_000
    assert found.articles[-1].text == "The bridge 2002 is shut."
    assert "2,003 messages" in found.problems[0].message


def file(path: Path, data: bytes) -> Path:
    """Make a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def maildir(root: Path) -> Path:
    """Make a maildir with two messages to be read, and all that else may lie in one."""
    file(root / "cur" / "1700000001.M1P1.host:2,S", message(BODIES[0]))
    file(root / "new" / "1700000002.M2P1.host", b"Subject: y\n\n" + BODIES[2])
    file(root / "cur" / "1700000003.M3P1.host:2,ST", message(b"In the bin."))
    file(root / "cur" / "1700000004.M4P1.host:2,D", message(b"A draft."))
    file(root / "tmp" / "1700000005.M5P1.host", b"Half a mess")
    file(root / "dovecot-uidlist", b"3 V1\n")
    file(root / ".Sent" / "cur" / "1700000006.M6P1.host:2,S", message(b"Mine."))
    return root


def test_a_maildir(tmp_path: Path) -> None:
    """Of a maildir the messages are read, neither drafts nor those in the bin, and no bookkeeping."""
    found = collect([maildir(tmp_path / "Maildir")])
    assert [one.text for one in found.articles] == ["The ferry sails again.", "The bridge is shut."]
    assert sorted(one.reason for one in found.dropped) == [
        "is a draft",
        "is a message that was put in the bin",
    ]
    assert not found.problems
    assert {one.folder for one in found.articles} == {""}


def test_a_maildir_among_folders(tmp_path: Path) -> None:
    """A maildir in a folder is found, and its name is the sub-folder."""
    maildir(tmp_path / "news" / "Maildir")
    file(tmp_path / "news" / "a.txt", b"The fair opens on Friday.\n")
    found = collect([tmp_path / "news"])
    assert {one.folder for one in found.articles} == {"", "Maildir"}
    assert len(found.articles) == 3


@pytest.mark.parametrize("name", ["cur", "cur/1700000001.M1P1.host:2,S"])
def test_a_part_of_a_maildir(tmp_path: Path, name: str) -> None:
    """A message, or a folder of a maildir, may be named by itself."""
    (article,) = collect([maildir(tmp_path / "Maildir") / name]).articles
    assert article.text == "The ferry sails again."


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a", "a.dat", "Inbox"])
def test_messages_under_any_name(tmp_path: Path, name: str) -> None:
    """A message is known by its first lines, whatever it is called."""
    data = b"Received: from a by b; Mon, 23 Nov 2026 06:00:00 +0000\n" + message(BODIES[0])
    (article,) = collect([file(tmp_path / name, data)]).articles
    assert article.source == "The Valley Post"
