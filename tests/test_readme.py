"""What the README shows is so."""

import re
from pathlib import Path

import briefing
from briefing.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_first_two_commands_are_the_scripts():
    """The first command sets up and makes the sample briefing, the second runs the tests; both are there."""
    commands = [block.split()[1] for block in _blocks("sh")[:2]]
    assert commands == ["scripts/setup", "scripts/test"]
    assert all((ROOT / command).is_file() for command in commands)


def test_commands_exist():
    """Every sub-command that the README uses exists."""
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    known |= {group.name or group.typer_instance.info.name for group in app.registered_groups}
    used = set(re.findall(r"bin/briefing (\w+)", README)) | set(re.findall(r"`briefing (\w+)", README))
    assert used <= known


def test_python_example_runs(monkeypatch, capsys):
    """The Python example prints bullets of the sample news with their places."""
    monkeypatch.chdir(ROOT)
    (example,) = _blocks("python")
    exec(example, {"briefing": briefing})
    assert len(capsys.readouterr().out.splitlines()) >= 4


def test_links_lead_somewhere():
    """Every file that the README and the pages in docs/ link to is there."""
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
