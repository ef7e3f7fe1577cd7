"""Mail from its sources to its readers, over servers of this machine."""

import email
import email.policy
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import trustme

from briefing.render import pdf_worker
from briefing.store import FILE, home, run_lock
from tests.deliver.mail.servers import Rude, context, cut, free_port, hang
from tests.factory import BODY

DATE = "2026-11-22"


@pytest.fixture
def news(tmp_path) -> Path:
    """Make a folder of one good article."""
    folder = tmp_path / "news" / "world"
    folder.mkdir(parents=True)
    (folder / "harbour.txt").write_text(f"Fallen crane closes Lindvik harbour\n\n{BODY}\n", "utf-8")
    return tmp_path / "news"


@pytest.fixture
def server():
    """Return a polite server, which a test may make less so."""
    with Rude() as running:
        yield running


@pytest.fixture
def configured(news, server):
    """Write settings for two recipients, without a PDF."""
    _configure(server.port)


def _configure(port: int, to: tuple[str, ...] = ("ada@example.net", "grace@example.net")) -> None:
    Path("briefing.toml").write_text(
        f'sources = ["news"]\n[mail]\nto = {json.dumps(to)}\nfrom = "News <news@example.org>"\n'
        f'host = "127.0.0.1"\nport = {port}\nsecurity = "none"\nattach_pdf = false\ntimeout = 20\n'
    )


def _read(data: bytes):
    return email.message_from_bytes(data, policy=email.policy.default)


def _taken(server: Rude) -> list[str]:
    """Return to whom what the server took is addressed."""
    return [str(_read(data.encode())["To"]) for data in server.taken]


def _library(query: str, *values: object) -> list[tuple]:
    with closing(sqlite3.connect(home() / FILE)) as library, library:
        return library.execute(query, values).fetchall()


def _everything_is_due() -> None:
    _library("UPDATE outbox SET next_at = '2020-01-01T00:00:00.000000+00:00'")


def _seen() -> int:
    return _library("SELECT count(*) FROM seen")[0][0]


def test_dry_run_writes_the_message(run, news):
    """--dry-run sends nothing, writes the message whole, PDF and all, and prints its path."""
    ran = run("email", news, "--to", "ada@example.net", "--dry-run", "--date", DATE, "--out", "mail")
    assert (ran.code, ran.out) == (0, f"mail/briefing-{DATE}.eml\n")
    read = _read(Path("mail", f"briefing-{DATE}.eml").read_bytes())
    assert read["To"] == "ada@example.net"
    assert read["Subject"] == "Morning briefing, Sunday 22 November 2026: Fallen crane closes Lindvik harbour"
    assert "14 ships wait" in read.get_body(("plain",)).get_content()
    assert "14 ships wait" in read.get_body(("html",)).get_content()
    (pdf,) = read.iter_attachments()
    assert pdf.get_filename() == f"briefing-{DATE}.pdf" and pdf.get_content().startswith(b"%PDF")
    assert not (home() / FILE).exists() or _library("SELECT count(*) FROM outbox") == [(0,)]


def test_dry_run_needs_no_recipient_and_no_server(run, news):
    """Without a recipient the message is to nobody; several have a file each."""
    assert run("email", news, "--dry-run", "--no-pdf", "--date", DATE).out == f"out/briefing-{DATE}.eml\n"
    ran = run(
        "email", news, "--dry-run", "--no-pdf", "--date", DATE, "--to", "a@b.example", "--to", "c/d@b.example"
    )
    assert ran.out.splitlines() == [
        f"out/briefing-{DATE}.a@b.example.eml",
        f"out/briefing-{DATE}.c_d@b.example.eml",
    ]


def test_everybody_gets_it_once(run, configured, server):
    """Each recipient gets the briefing, once, and is named on stdout; its articles are seen then."""
    ran = run("email")
    assert (ran.code, ran.out) == (0, "ada@example.net\ngrace@example.net\n")
    assert _taken(server) == ["ada@example.net", "grace@example.net"]
    assert _seen() == 1
    again = run("email")
    assert (again.code, again.out) == (0, "")
    assert "--again" in again.err
    assert len(server.taken) == 2


def test_again_sends_it_once_more_under_its_id(run, configured, server):
    """--again makes it anew and sends it, with the same Message-ID."""
    run("email", "--to", "ada@example.net")
    assert run("email", "--to", "ada@example.net", "--again").out == "ada@example.net\n"
    first, second = (_read(data.encode())["Message-ID"] for data in server.taken)
    assert first == second


def test_named_sources_are_sent_once_too(run, configured, server, news):
    """What is named on the command line is made each time; the same stories are sent to nobody twice."""
    assert run("email", news, "--to", "ada@example.net").out == "ada@example.net\n"
    ran = run("email", news, "--to", "ada@example.net", "--to", "grace@example.net")
    assert (ran.code, ran.out) == (0, "grace@example.net\n")
    assert "ada@example.net has this briefing already" in ran.err
    assert _seen() == 0


def test_next_day_tells_what_is_new(run, configured, server, news):
    """The day after, only what no mail has told is told."""
    run("email", "--date", DATE)
    (news / "storm.txt").write_text(
        "Storm floods the market of Osterby\n\nWater stood a metre high on Tuesday.\n"
    )
    assert run("email", "--date", "2026-11-23").code == 0
    text = _read(server.taken[-1].encode()).get_body(("plain",)).get_content()
    assert "Osterby" in text and "crane" not in text


@pytest.mark.parametrize(
    "failing", [{"RCPT": "451 later"}, {"DATA": "421 busy"}, {"GREETING": cut}, {"END": cut}]
)
def test_deferred_mail_waits_and_goes_out_first(run, configured, server, failing):
    """Mail that is refused for a while is exit code 4; its articles are seen when a later run has sent it."""
    polite = dict(server.answers)
    server.answers.update(failing)
    ran = run("email")
    assert (ran.code, ran.out, _seen()) == (4, "", 0)
    assert "briefing: ada@example.net: deferred until" in ran.err
    server.answers, server.taken[:] = polite, []
    later = run("email")
    assert later.code == 0 and sorted(later.out.split()) == ["ada@example.net", "grace@example.net"]
    assert sorted(_taken(server)) == ["ada@example.net", "grace@example.net"]
    assert _seen() == 1


def test_mail_of_another_day_goes_out_when_it_is_due(run, configured, server):
    """What waits of another day is left alone until it is due, which is exit code 4, and then goes out."""
    server.answers["DATA"] = "451 later"
    run("email", "--date", "2026-11-21")
    server.answers["DATA"] = "354 go on"
    assert run("email", "--date", DATE).code == 4
    assert len(server.taken) == 2
    _everything_is_due()
    assert run("email", "--date", DATE).code == 0
    subjects = (str(_read(data.encode())["Subject"]) for data in server.taken)
    assert [re.findall(r"(\d+) November", subject) for subject in subjects] == [
        ["22"],
        ["22"],
        ["21"],
        ["21"],
    ]


def test_way_out_that_fails_is_not_tried_for_each(run, configured, server):
    """Where the server takes nothing now, the others' mail is deferred for the same cause, untried."""
    server.answers["GREETING"] = "421 too busy"
    ran = run("email")
    assert ran.code == 4 and ran.err.count("421 too busy") == 2
    assert _library("SELECT count(*) FROM outbox WHERE state = 'waiting'") == [(2,)]


def test_one_that_is_refused_for_good_costs_only_itself(run, configured, server):
    """Who is refused for good is named and kept; the others have it; the exit code is 3."""
    server.answers["RCPT"] = _only("ada@example.net")
    ran = run("email")
    assert (ran.code, ran.out) == (3, "ada@example.net\n")
    assert "grace@example.net: 127.0.0.1 said to the recipient grace@example.net: 550 unknown" in ran.err
    assert _library("SELECT recipient FROM outbox WHERE state = 'refused'") == [("grace@example.net",)]


def _only(known: str):
    """Answer RCPT: the address is on the line before."""

    def answer(peer):
        peer.say("250 ok" if known in peer.last else "550 unknown")

    return answer


def test_all_refused_for_good_is_a_failure(run, configured, server):
    """Where everybody is refused for good nothing has arrived: exit code 1, and nothing is seen."""
    server.answers["MAIL"] = "554 not from you"
    ran = run("email", "--quiet")
    assert (ran.code, ran.out, _seen()) == (1, "", 0)
    assert "554 not from you" in ran.err


def test_failing_source_is_told_in_the_mail(run, configured, server):
    """A source that fails is told in the mail and on stderr; the exit code is 3."""
    settings = Path("briefing.toml")
    settings.write_text(settings.read_text().replace('["news"]', '["news", "nowhere.txt"]'))
    ran = run("email")
    assert ran.code == 3 and "nowhere.txt" in ran.err
    assert "nowhere.txt" in _read(server.taken[0].encode()).get_body(("plain",)).get_content()


def test_quiet_day_is_mailed(run, configured, server):
    """A day on which nothing is new is mailed as such: silence would look like a fault."""
    run("email", "--date", DATE)
    assert run("email", "--date", "2026-11-23").code == 0
    assert "quiet day" in _read(server.taken[-1].encode()).get_body(("plain",)).get_content()


def test_pdf_that_cannot_be_made_is_named_missing(run, configured, server, monkeypatch):
    """Without its PDF the mail goes out all the same and says so; the exit code is 3."""
    monkeypatch.setattr(pdf_worker, "__file__", str(Path("worker.py").absolute()))
    Path("worker.py").write_text("raise SystemExit('broken type')")
    ran = run("email", "--pdf")
    assert ran.code == 3 and "the PDF could not be made (broken type)" in ran.err
    read = _read(server.taken[0].encode())
    assert not list(read.iter_attachments())
    assert "the PDF could not be made" in read.get_body(("plain",)).get_content()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "ada"], "'ada' is no e-mail address"),
        (["--to", "a@b.example\nBcc: c@d.example"], "is no e-mail address"),
        ([], "nobody to mail to"),
        (["--to", "a@b.example"], "mail.host is not set"),
    ],
)
def test_wrong_settings_are_told_before_anything_is_read(run, arguments, said):
    """A mistake in the addresses or the way out is exit code 2, before a source is read."""
    ran = run("email", "nowhere.txt", *arguments)
    assert ran.code == 2 and said in ran.err
    assert "nowhere.txt" not in ran.err


def test_two_runs_never_meet(run, configured):
    """While a run is under way, no other mails: exit code 5."""
    with run_lock(home()):
        assert run("email").code == 5
        assert run("outbox", "retry").code == 5


def test_library_that_cannot_be_used_does_not_hold_mail_back(run, configured, server):
    """With a damaged library the mail goes out all the same, and that it is not remembered is said."""
    home().mkdir(parents=True, exist_ok=True)
    (home() / FILE).write_bytes(b"this is no database but long enough to be looked at as one " * 20)
    ran = run("email")
    assert ran.code == 3 and sorted(ran.out.split()) == ["ada@example.net", "grace@example.net"]
    assert "--set-aside" in ran.err


def test_run_that_is_killed_while_the_server_hangs_loses_nothing(run, configured, server):
    """A run that dies in the middle of a message leaves it to the next, under its Message-ID."""
    server.answers["END"] = hang
    command = [sys.executable, "-m", "briefing", "email", "--to", "ada@example.net"]
    with subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.DEVNULL) as running:
        while not server.taken and running.poll() is None:
            pass
        running.kill()
    server.answers["END"] = "250 taken"
    assert run("email", "--to", "ada@example.net").out == "ada@example.net\n"
    first, second = (_read(data.encode())["Message-ID"] for data in server.taken)
    assert first == second


def test_port_without_a_server_is_told(run, configured, server):
    """Where nothing listens, the mail waits, with what to look at."""
    _configure(free_port(), ("ada@example.net",))
    ran = run("email")
    assert ran.code == 4 and "nothing answers at this port (is mail.port right?)" in ran.err


def test_one_message_for_all_is_kept_for_those_who_have_it_not(run, configured, server):
    """With each = false who is refused for a while gets the same message later, and nobody twice."""
    settings = Path("briefing.toml")
    settings.write_text(settings.read_text() + "each = false\n")
    server.answers["RCPT"] = lambda peer: peer.say("451 later" if "grace" in peer.last else "250 ok")
    assert run("email").out == "ada@example.net\n"
    server.heard.clear()
    server.answers["RCPT"] = "250 ok"
    assert run("outbox", "retry").out == "grace@example.net\n"
    assert [line for line in server.heard if line.startswith("RCPT")] == ["RCPT TO:<grace@example.net>"]
    assert len(set(server.taken)) == 1


@pytest.mark.parametrize("answer", ["235 welcome", "535 no s3cret czNjcmV0"])
def test_password_is_in_nothing_that_is_said(run, news, monkeypatch, tmp_path, answer):
    """Whatever becomes of a login, the password is in no line that is said of it, and is kept nowhere."""
    issuer = trustme.CA()
    issuer.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("MAIL_PASSWORD", "s3cret")
    tls = context(issuer, "127.0.0.1")
    with Rude(tls=tls, EHLO="250-rude\n250 AUTH PLAIN", AUTH=answer) as server:
        Path("briefing.toml").write_text(
            'sources = ["news"]\n[mail]\nto = "ada@example.net"\nuser = "ada@example.org"\n'
            f'host = "127.0.0.1"\nport = {server.port}\npassword_env = "MAIL_PASSWORD"\nattach_pdf = false\n'
        )
        ran = run("email", "-vv")
    assert ran.code == (0 if answer.startswith("235") else 1)
    kept = b"".join(path.read_bytes() for path in home().iterdir())
    assert "s3cret" not in ran.out + ran.err and b"s3cret" not in kept
    assert "czNjcmV0" not in ran.err
