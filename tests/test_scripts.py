import os
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
# The machine's state is handed to the functions that decide; what they would run is only told.
MACHINE = """
set -eu
root=$PWD
steps=1
. "{library}"
missing_packages() {{ echo "$missing"; }}
optional_packages() {{ echo "$optional"; }}
has_apt() {{ "$apt"; }}
is_root() {{ "$administrator"; }}
can_sudo() {{ false; }}
install_packages() {{ echo installing; }}
"""


@pytest.fixture
def shell(tmp_path):
    """Run lines of shell in an empty checkout whose path has a space, with the scripts' functions at hand."""
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    (checkout / "pyproject.toml").write_text("[project]\n")

    def shell(lines: str, **machine: str) -> subprocess.CompletedProcess[str]:
        state = {"missing": "", "optional": "", "apt": "true", "administrator": "false"} | machine
        program = MACHINE.format(library=CHECKOUT / "scripts" / "lib.sh") + lines
        return subprocess.run(
            ["sh", "-c", program, "scripts/setup"],
            cwd=checkout,
            env={**os.environ, **state, "TMPDIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return shell


@pytest.mark.parametrize("name", ["scripts/setup", "scripts/test", ".ci/run"])
def test_commands_can_be_run_by_name(name):
    """Each command has its executable bit and is free of syntax errors."""
    assert os.access(CHECKOUT / name, os.X_OK)
    assert subprocess.run(["sh", "-n", CHECKOUT / name], check=False).returncode == 0


def test_whole_machine_is_left_alone(shell):
    """Where nothing is missing nothing is installed."""
    done = shell("prepare_system", administrator="true")
    assert (done.returncode, done.stdout) == (0, "")
    assert "all there" in done.stderr


def test_administrator_gets_what_is_missing(shell):
    """An administrator's run installs what is missing without asking."""
    done = shell("prepare_system", missing="python3-venv", administrator="true")
    assert (done.returncode, done.stdout) == (0, "installing\n")


def test_user_gets_the_one_command_to_ask_for(shell):
    """Who may not install packages gets the command to ask for, alone on its line, and exit status 1."""
    done = shell("prepare_system", missing="python3-venv libpango-1.0-0", optional="fonts-noto-core")
    assert done.returncode == 1
    command = "apt-get update && apt-get install -y --no-install-recommends"
    assert f"\n{command} python3-venv libpango-1.0-0 fonts-noto-core\n" in done.stderr


def test_fonts_alone_stop_nobody(shell):
    """Without fonts for other scripts the setup goes on, with a hint."""
    done = shell("prepare_system", optional="fonts-noto-core")
    assert (done.returncode, done.stdout) == (0, "")
    assert "fonts-noto-core" in done.stderr


def test_machine_without_apt_is_told_what_to_install(shell):
    """Without apt-get the packages are named and the exit status is 1."""
    done = shell("prepare_system", missing="libpango-1.0-0", apt="false", administrator="true")
    assert done.returncode == 1
    assert "libpango-1.0-0" in done.stderr


def test_old_release_is_told_so(shell):
    """A release without a recent Python gets that as the reason, and no command that would not help."""
    done = shell("prepare_system", missing="no-recent-python libpango-1.0-0")
    assert done.returncode == 1
    assert "3.11" in done.stderr
    assert "apt-get install" not in done.stderr


def test_failure_shows_its_last_lines_and_its_log(shell, tmp_path):
    """A failed step shows the command's last words and keeps the whole log; one that succeeds leaves none."""
    done = shell("run sh -c 'echo the cause; exit 3' || explain")
    assert done.returncode == 1
    assert "| the cause" in done.stderr
    (log,) = tmp_path.glob("briefing.*")
    assert str(log) in done.stderr
    log.unlink()
    assert shell("run echo quiet").stderr == ""
    assert list(tmp_path.glob("briefing.*")) == []


def test_exit_status_of_a_step_is_its_command_s(shell):
    """What a command exits with is what the step returns."""
    assert shell("run sh -c 'exit 7' || echo $?").stdout == "7\n"


def test_interrupted_installation_is_not_trusted(shell):
    """An environment in which pip was killed counts as broken, though its Python runs."""
    make = 'mkdir -p "$state"; venv_python() { true; }; '
    assert shell(make + "venv_works && echo works").stdout == "works\n"
    assert shell(make + ': >"$state/installing"; venv_works || echo broken').stdout == "broken\n"


def test_moved_environment_is_not_trusted(shell):
    """An environment that was made at another path or for another Python counts as broken."""
    lines = 'mkdir -p "$state"; venv_python() { true; }; echo elsewhere >"$state/place"; '
    assert shell(lines + "venv_works || echo broken").stdout == "broken\n"


def test_package_is_installed_again_when_its_requirements_change(shell):
    """What is installed is remembered until pyproject.toml changes; what the tests need includes the rest."""
    lines = """
        mkdir -p "$state" "$venv/bin"; : >"$venv/bin/briefing"; chmod +x "$venv/bin/briefing"
        run() { echo pip; }
        install_package ''; install_package ''; install_package test; install_package test; rm "$state/base"
        install_package ''; echo changed; echo >>pyproject.toml; install_package ''
    """
    assert shell("venv_python() { true; }" + lines).stdout.split() == ["pip", "pip", "changed", "pip"]


def test_torch_without_cuda_comes_first(shell):
    """PyTorch is asked of the index of builds without CUDA, and of the usual one only where that fails."""
    lines = """
        run() { "$@"; }
        venv_python() {
            case $* in "-c "*) return 1 ;; *whl/cpu*) echo cpu && "$reachable" ;; *) echo usual ;; esac
        }
        prepare_torch
    """
    assert shell("reachable=true" + lines).stdout.split() == ["cpu"]
    assert shell("reachable=false" + lines).stdout.split() == ["cpu", "usual"]


def test_continuous_integration_runs_the_same_tests(tmp_path):
    """`.ci/run` is `scripts/test`, from any folder, with its arguments and its exit status."""
    for name in (".ci/run", "scripts/test"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text((CHECKOUT / ".ci/run").read_text())
    (tmp_path / "scripts" / "test").write_text('echo "$@"; exit 5')
    done = subprocess.run(
        ["sh", tmp_path / ".ci" / "run", "-k", "x"], cwd="/", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (5, b"-k x\n")
