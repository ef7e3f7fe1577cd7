import json
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.schedule import Due, schedule
from briefing.store import FILE, Database, home
from briefing.store.runs import Run, Runs
from tests.factory import BODY
from tests.schedule import programs

DUE = f"--due={Due(schedule('00:00'), datetime(2026, 1, 1, tzinfo=UTC))}"
SETTINGS = 'sources = ["news"]\nformats = ["json"]\n'
MAILED = f"""{SETTINGS}[mail]
to = "ada@example.org"
from = "ada@example.org"
how = "maildir"
maildir = "Mail"
attach_pdf = false
"""


@pytest.fixture
def settings(tmp_path) -> Path:
    """Write a settings file with one source."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "harbour.txt").write_text(f"Fallen crane closes harbour\n\n{BODY}\n", "utf-8")
    path = tmp_path / "briefing.toml"
    path.write_text(SETTINGS, "utf-8")
    return path


@pytest.fixture
def cron(tmp_path, monkeypatch) -> Path:
    """Make a machine with a crontab alone; return where it is kept."""
    bin_ = tmp_path / "bin"
    crontab = programs.program(bin_, "crontab", programs.CRONTAB)
    programs.program(bin_, "systemctl", "exit 1\n")
    monkeypatch.setenv("PATH", f"{bin_}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    return crontab.with_name("crontab.kept")


def _mails(folder: Path) -> int:
    return len(list((folder / "Mail" / "new").glob("*")))


def test_it_is_installed_shown_and_removed(run, settings, cron):
    """A schedule says who runs it and when next; it is shown, and removed without a trace."""
    ran = run("schedule", "--at", "06:30", "--days", "mon-fri")
    assert ran.code == 0 and "  cron  06:30 mon-fri, next " in ran.out
    kept = cron.read_text("utf-8")
    assert f"briefing make --config={settings} --due=06:30/mon-fri/" in kept
    assert "  cron  06:30 mon-fri, next " in run("schedule", "show").out
    assert run("schedule", "remove").code == 0
    assert not cron.exists() and "nothing is scheduled" in run("schedule", "show").err
    assert run("schedule", "remove").code == 2


def test_another_time_takes_its_place(run, settings, cron):
    """Scheduling the same settings again leaves one schedule: the latter."""
    run("schedule", "--at", "06:30")
    run("schedule", "--at", "07:15", "--command", "make --minutes 5")
    (line,) = run("schedule", "show").out.splitlines()
    assert "07:15 daily" in line and cron.read_text("utf-8").count("--due") == 1


def test_two_settings_files_have_two_schedules(run, settings, cron):
    """Each settings file has a schedule of its own, and is removed alone."""
    other = settings.with_name("evening.toml")
    other.write_text(SETTINGS, "utf-8")
    run("schedule", "--at", "06:30")
    run("schedule", "--at", "18:00", "--config", other)
    assert len(run("schedule", "show").out.splitlines()) == 2
    run("schedule", "remove", "--config", other)
    (left,) = run("schedule", "show").out.splitlines()
    assert "06:30" in left


@pytest.mark.parametrize(("how", "shown"), [("systemd", "OnCalendar"), ("launchd", "plist"), ("cron", "* *")])
def test_dry_run_prints_and_installs_nothing(run, settings, cron, how, shown):
    """With --dry-run what would be installed is printed, for any scheduler, and nothing is written."""
    ran = run("schedule", "--at", "06:30", "--how", how, "--dry-run")
    assert ran.code == 0 and shown in ran.out
    assert not cron.exists() and not (settings.parent / ".config").exists()


def test_a_timer_takes_the_place_of_a_crontab_line(run, settings, cron):
    """Where systemd has come to a machine, its timer replaces the crontab line, and lingering is told of."""
    run("schedule", "--at", "06:30")
    programs.program(cron.parent, "systemctl", "exit 0\n")
    programs.program(cron.parent, "loginctl", "echo no\n")
    ran = run("schedule", "--at", "06:30")
    assert "  systemd  " in ran.out and "loginctl enable-linger" in ran.err
    assert not cron.exists()


def test_mail_is_what_is_scheduled_where_it_is_set_up(run, settings, cron):
    """Where the settings say to whom mail goes, the scheduled command is `email`."""
    settings.write_text(MAILED, "utf-8")
    run("schedule", "--at", "06:30")
    assert "briefing email --config=" in cron.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--at", "6.30"], "write it as 06:30"),
        (["--at", "06:30", "--days", "never"], "names no days"),
        (["--at", "06:30", "--command", "show"], "begin it with make or email"),
        (["--at", "06:30", "--command", "make --minuts 5"], "--minuts"),
        (["--at", "06:30", "--command", "make --date 2026-01-01"], "no option of a scheduled run"),
        (["--at", "06:30", "--command", "make '"], "No closing quotation"),
        (["--at", "06:30", "--how", "at"], "is no scheduler"),
        (["--at", "06:30", "--config", "nowhere.toml"], "is not there"),
        ([], "name a time"),
    ],
)
def test_what_would_fail_every_morning_fails_now(run, settings, cron, arguments, said):
    """A mistake in the time, the days, the command or the settings is exit code 2, and installs nothing."""
    ran = run("schedule", *arguments)
    assert ran.code == 2 and said in ran.err
    assert not cron.exists()


def test_no_scheduler_at_all_is_said(run, settings, monkeypatch, tmp_path):
    """A machine without any scheduler is told what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("schedule", "--at", "06:30")
    assert ran.code == 1 and "apt-get install cron" in ran.err


def test_a_day_has_one_briefing(run, settings):
    """A second scheduled run of a day makes nothing and says so, with exit code 0; so after one by hand."""
    first, second = run("make", DUE), run("make", DUE)
    assert first.code == 0 and first.out.startswith("out/briefing-")
    assert (second.code, second.out) == (0, "") and "has been made; the next is due" in second.err
    assert run("make").out, "one by hand is made whenever it is asked for"


def test_one_by_hand_counts(run, settings):
    """After a briefing that was made by hand, that of its day is not made again."""
    assert run("make").code == 0
    assert run("make", "--config", settings, DUE).out == ""


def test_a_failed_one_is_made_up(run, settings, tmp_path):
    """What failed is made by the next look; its failure is in the journal."""
    (tmp_path / "news").rename(tmp_path / "away")
    assert run("make", DUE).code == 1
    (tmp_path / "away").rename(tmp_path / "news")
    assert run("make", DUE).out
    runs = Runs(Database(home() / FILE)).latest(5)
    assert [each.code for each in runs] == [0, 1]


def test_other_settings_have_their_own_day(run, settings):
    """That one settings file's briefing is made says nothing of another's."""
    other = settings.with_name("other.toml")
    other.write_text(f'title = "Another"\n{SETTINGS}', "utf-8")
    assert run("make", DUE).out and run("make", DUE, "--config", other).out


def test_what_was_due_before_it_was_scheduled_is_not_made(run, settings):
    """A schedule that was just set up waits for its first time."""
    ran = run("make", f"--due={Due(schedule('00:00'), datetime.now(UTC) + timedelta(minutes=1))}")
    assert (ran.code, ran.out) == (0, "") and "no briefing is due yet" in ran.err


def test_a_day_has_one_mail(run, settings, tmp_path):
    """However often it is started, a day's briefing is mailed once, also where it is not remembered."""
    settings.write_text(f"only_new = false\n{MAILED}", "utf-8")
    assert run("email", DUE).out == "ada@example.org\n"
    for _ in range(3):
        again = run("email", DUE)
        assert (again.code, again.out) == (0, "")
    assert _mails(tmp_path) == 1


def test_mail_that_is_refused_for_good_is_not_sent_again(run, settings, tmp_path):
    """What was refused for good waits for somebody to do something, and is not handed over at each look."""
    sendmail = programs.program(tmp_path / "bin", "sendmail", f"{programs.NOTES}exit 77\n")  # EX_NOPERM
    refusing = MAILED.replace('how = "maildir"', f'how = "sendmail"\nsendmail = "{sendmail}"')
    settings.write_text(refusing, "utf-8")
    assert [run("email", DUE).code for _ in range(3)] == [1, 0, 0]
    assert len((tmp_path / "bin" / "sendmail.asked").read_text("utf-8").splitlines()) == 1


def test_settings_that_are_wrong_are_noted(run, settings):
    """A scheduled run that its settings stop leaves a note of why; one by hand, which was seen, none."""
    settings.write_text("sources = 3", "utf-8")
    assert run("make").code == 2 and not (home() / FILE).exists()
    assert run("make", DUE).code == 2
    (only,) = Runs(Database(home() / FILE)).latest(5)
    assert only.code == 2 and "sources" in only.problems[0].message


def test_without_a_journal_it_is_made_at_its_time_alone(run, settings):
    """Where no journal can be kept, a look long after the time makes nothing and says why."""
    home().mkdir(exist_ok=True)
    (home() / FILE).write_bytes(b"no library" * 1000)
    now = datetime.now().astimezone()
    long_ago = Due(schedule(f"{now - timedelta(hours=2):%H:%M}"), datetime(2026, 1, 1, tzinfo=UTC))
    just_now = Due(schedule(f"{now:%H:%M}"), datetime(2026, 1, 1, tzinfo=UTC))
    late = run("make", f"--due={long_ago}")
    assert late.code == 1 and "nobody knows whether it was made" in late.err
    assert run("make", f"--due={just_now}").out


def _started(folder: Path, *arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-P", "-m", "briefing", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_starts_at_once_make_one(settings, tmp_path):
    """Of two scheduled runs that start together one makes the briefing; the other waits and finds it made."""
    settings.write_text(MAILED, "utf-8")
    both = [_started(tmp_path, "email", DUE) for _ in range(2)]
    ended = [each.communicate(timeout=120) for each in both]
    assert [each.returncode for each in both] == [0, 0], ended
    assert sorted(out for out, _ in ended) == ["", "ada@example.org\n"]
    assert _mails(tmp_path) == 1


def test_a_run_that_is_killed_is_made_up(run, settings, tmp_path):
    """A run that is killed midway is known not to have ended, and the next look makes the briefing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        sources = f'sources = ["news", "http://127.0.0.1:{port}/feed"]\n'
        settings.write_text(f'{sources}[fetch]\nallow = ["127.0.0.1:{port}"]\n', "utf-8")
        killed = _started(tmp_path, "make", DUE)
        server.settimeout(60)
        with server.accept()[0]:  # it is in the middle of reading, and is not answered
            os.kill(killed.pid, signal.SIGKILL)
            killed.communicate(timeout=60)
    assert "did not end" in run("status").out
    settings.write_text(SETTINGS, "utf-8")
    assert run("make", DUE).out
    assert "made (exit code 0)" in run("status").out


def test_a_journal_keeps_ninety_days():
    """Runs of more than ninety days ago are let go, but for the last fifty."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for day in range(200):
        now = begin + timedelta(days=day)
        runs = Runs(Database(home() / FILE), clock=lambda now=now: now)
        runs.note(Run("make", now, ended_at=now, code=0))
    assert len(runs.latest(1000)) == 91
    late = begin + timedelta(days=2000)
    Runs(Database(home() / FILE), clock=lambda: late).note(Run("make", late, ended_at=late, code=0))
    assert len(runs.latest(1000)) == 50


def test_every_line_of_a_json_log_is_an_object(run, settings):
    """With --log-format json each line of stderr is an object with its time, level and event."""
    ran = run("make", "news", "nowhere.txt", "--log-format", "json")
    assert ran.code == 3 and ran.out.startswith("out/")
    lines = [json.loads(line) for line in ran.err.splitlines()]
    assert all({"ts", "level", "event", "message"} <= line.keys() for line in lines)
    (problem,) = (line for line in lines if line["event"] == "problem")
    assert problem["source"] == "nowhere.txt" and problem["level"] == "warning" and problem["cause"]
    took = {line["step"]: line["seconds"] for line in lines if line["event"] == "step done"}
    assert took["reading"] > 0
    assert lines[-1]["event"] == "outcome" and lines[-1]["code"] == 3
    assert time.time() - datetime.fromisoformat(lines[-1]["ts"]).timestamp() < 3600


def test_a_json_log_tells_errors_and_is_quiet_where_asked(run, settings):
    """An error is an object too; with --quiet there is nothing else; text is what there is by default."""
    ran = run("make", "nowhere.txt", "--log-format", "json", "--quiet")
    (line,) = map(json.loads, ran.err.splitlines())
    assert (line["level"], line["event"]) == ("error", "error") and ran.code == 1
    assert run("make", "nowhere.txt").err.startswith("briefing: nowhere.txt: ")
    assert run("make", "--log-format", "xml").code == 2
