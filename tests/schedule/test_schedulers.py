import json
import os
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import BriefingError, ConfigError
from briefing.schedule import Due, Task, crontab, launchd, schedule, systemd
from briefing.schedule.task import due_in
from tests.schedule import programs

SAY = "import json, os, sys; print(json.dumps([sys.argv[1:], os.getcwd(), os.environ['BRIEFING_HOME']]))"
FOLDERS = ["plain", "two words", "50% of it", 'it\'s "quoted"', "café 東京 ñ", "$HOME;`x`&*", "trailing "]


@pytest.fixture(params=FOLDERS)
def task(request, tmp_path) -> Task:
    """Make a task in a folder with a difficult name, which says what it was given."""
    folder = tmp_path / request.param
    folder.mkdir()
    say = folder / "say.py"
    say.write_text(SAY, "utf-8")
    settings = folder / "briefing.toml"
    due = Due(schedule("06:30", "mon-fri"), datetime(2026, 11, 22, 19, 5, tzinfo=UTC))
    command = (sys.executable, str(say), f"--config={settings}", "--title", "100% $HOME", f"--due={due}")
    return Task(settings, command, due, {"BRIEFING_HOME": str(folder / ".home"), "PATH": os.environ["PATH"]})


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """Return the home folder of somebody with a scheduler's programs."""
    bin_ = tmp_path / "bin"
    for name in ("systemctl", "loginctl", "launchctl"):
        programs.program(bin_, name, programs.NOTES)
    programs.program(bin_, "crontab", programs.CRONTAB)
    monkeypatch.setenv("PATH", f"{bin_}:{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path / "home"


def test_a_cron_line_runs_what_it_was_given(task):
    """What a shell makes of the line that cron hands it is the command, in its folder, with its home."""
    (line,) = [line for line in crontab.plan(task).splitlines() if not line.startswith("#")]
    assert line.startswith("30 * * * * ")
    command = line.split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", command)  # would end the command
    handed = command.replace("\\%", "%").replace(" >/dev/null", "")
    ran = subprocess.run(
        ["/bin/sh", "-c", handed], capture_output=True, text=True, check=True, cwd="/", env={}
    )
    said, folder, home = json.loads(ran.stdout)
    assert said == [*task.command[2:], "--quiet"]
    assert (folder, home) == (str(task.folder), task.environment["BRIEFING_HOME"])


def test_a_unit_reads_back_as_it_was_meant(task):
    """Read by systemd's rules, the unit's command, folder and environment are the task's."""
    service, _ = systemd.files(task).values()
    value = dict(line.split("=", 1) for line in service.splitlines() if "=" in line and line[0] != "#")
    program, *rest = (word.replace("%%", "%") for word in shlex.split(value["ExecStart"]))
    assert (program, *(word.replace("$$", "$") for word in rest)) == task.command
    assert value["WorkingDirectory"].replace("%%", "%") == f"{task.folder}/."
    environment = re.findall(r"^Environment=(.*)$", service, re.MULTILINE)
    words = (shlex.split(line)[0].replace("%%", "%").split("=", 1) for line in environment)
    assert dict(words) == task.environment


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_finds_nothing_wrong(task, tmp_path, monkeypatch):
    """Of systemd itself: it verifies the service and the timer."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    paths = []
    for path, text in systemd.files(task).items():
        paths.append(tmp_path / path.name)
        paths[-1].write_text(text, "utf-8")
    command = ["systemd-analyze", "verify", "--user", *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_agent_reads_back_as_it_was_meant(task):
    """The property list holds the command, the folder, and Monday to Friday at half past six."""
    agent = plistlib.loads(launchd.plan(task).partition("\n")[2].encode())
    assert agent["ProgramArguments"] == [*task.command, "--quiet"]
    assert agent["WorkingDirectory"] == str(task.folder)
    assert agent["EnvironmentVariables"] == task.environment
    at = {(each["Weekday"], each["Hour"], each["Minute"]) for each in agent["StartCalendarInterval"][:5]}
    assert at == {(day, 6, 30) for day in range(1, 6)}  # 0 is Sunday


def test_all_say_what_is_due(task):
    """From what any scheduler is given, the time and days can be read back."""
    for scheduler in (systemd, launchd, crontab):
        assert due_in(scheduler.plan(task)) == task.due


@pytest.mark.parametrize("scheduler", [systemd, launchd, crontab])
def test_what_is_installed_is_found_and_removed(task, home, scheduler):
    """What was installed is listed with its times, replaced by the next, and gone after it is removed."""
    if scheduler is crontab and "\\" in str(task.settings):
        return
    for _ in range(2):
        scheduler.install(task)
    (found,) = scheduler.installed()
    assert (found.name, found.how, found.due) == (task.name, scheduler.NAME, task.due)
    assert all(path.is_file() for path in found.files)
    assert scheduler.remove(task.name)
    assert not tuple(scheduler.installed()) and not scheduler.remove(task.name)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_a_timer_is_started(task, home, tmp_path):
    """Installing a timer has systemd read it, enable it and start it anew; removing stops it."""
    systemd.install(task)
    systemd.remove(task.name)
    asked = (tmp_path / "bin" / "systemctl.asked").read_text("utf-8").splitlines()
    timer = f"{task.name}.timer"
    assert asked == [
        f"--user {words}"
        for words in (
            "daemon-reload",
            f"enable {timer}",
            f"restart {timer}",
            f"disable --now {timer}",
            "daemon-reload",
        )
    ]


def test_other_lines_of_a_crontab_stay(task, home):
    """Somebody's own lines are the same after installing and removing, also without a last line break."""
    own = "MAILTO=ada\n# mine, 100%\n5 4 * * * true"
    subprocess.run(["crontab", "-"], input=own, text=True, check=True)
    crontab.install(task)
    crontab.remove(task.name)
    listed = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=True)
    assert listed.stdout == f"{own}\n"


def test_a_crontab_that_cannot_be_read_is_not_written(task, home, tmp_path):
    """Where the crontab is not shown, none is written in its place."""
    programs.program(tmp_path / "bin", "crontab", 'echo "you may not" >&2; exit 1\n')
    with pytest.raises(BriefingError, match="you may not"):
        crontab.install(task)


@pytest.mark.parametrize("name", ["a\nb", "a\rb", "a\x00b", "a\udcffb", "a\u2028b"])
def test_what_no_scheduler_can_be_told_is_refused(name):
    """A line break or a byte that is no text in a path is an error and not another line."""
    due = Due(schedule("06:30"), datetime(2026, 11, 22, tzinfo=UTC))
    with pytest.raises(ConfigError, match="cannot be scheduled"):
        Task(Path("/") / name, ("briefing",), due)


def test_a_long_search_path_is_left_out_for_cron(task):
    """Where a line is too long for cron the search path is left out; if that is not enough, it is refused."""
    long = Task(task.settings, task.command, task.due, {**task.environment, "PATH": "/usr/bin:" * 120})
    assert "/usr/bin:" not in crontab.plan(long) and "BRIEFING_HOME" in crontab.plan(long)
    with pytest.raises(BriefingError, match="too long for cron"):
        crontab.plan(Task(task.settings, (*task.command, "x" * 1000), task.due))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("mon-fri", "mon-fri"),
        ("Monday,WED,sat", "mon,wed,sat"),
        ("fri-mon", "mon,fri,sat,sun"),
        ("mon-sun", "daily"),
        ("sat,sun", "sat,sun"),
        ("tue", "tue"),
    ],
)
def test_days(days, said):
    """Days are named singly or from one to another, also over the week's end."""
    assert schedule("6:05", days).days_text == said
    assert str(schedule("6:05", said)) == f"06:05 {said}"


@pytest.mark.parametrize(
    ("at", "days"), [("25:00", "daily"), ("6", "daily"), ("06:60", "mon"), ("06:30", "xyz"), ("06:30", "mo")]
)
def test_what_is_no_time_or_day_is_refused(at, days):
    """A time or a day that is none is named, with how it is written."""
    with pytest.raises(ConfigError, match="write"):
        schedule(at, days)
