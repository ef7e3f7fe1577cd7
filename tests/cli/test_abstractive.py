"""Bullets by a model on this machine, through the whole command: real weights, loaded from a folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.summarizers.abstractive.local import model as local
from tests.summarizers.abstractive.invented import news
from tests.summarizers.abstractive.small_models import copying_bart, copying_t5

__all__ = ["copying_bart", "copying_t5"]

pytest.importorskip("transformers")


@pytest.fixture
def articles(tmp_path):
    """Twelve invented articles in a file of JSON lines, and the texts by id."""
    told = {
        f"n{number}": "\n".join(each.sentences) for number, each in enumerate(news(12, seed=77, points=2))
    }
    lines = (json.dumps({"id": name, "title": f"News {name}", "text": text}) for name, text in told.items())
    (tmp_path / "news.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path / "news.jsonl"


def _made(ran):
    return json.loads(Path(ran.out.split()[0]).read_text("utf-8"))


def _bullets(made):
    return [b for section in made["sections"] for story in section["stories"] for b in story["bullets"]]


@pytest.mark.slow
@pytest.mark.parametrize("taught", ["copying_bart", "copying_t5"])
def test_a_model_s_bullets_are_told_and_checked(run, articles, request, taught):
    """Most bullets are the model's own; every one is verified against the sentences that it cites."""
    folder = request.getfixturevalue(taught)
    ran = run("make", articles, "--engine", "abstractive", "--model", folder, "--format", "json")
    made = _made(ran)
    told = _bullets(made)
    assert len(made["articles"]) == 12 and ran.code in (0, 3)
    assert sum(b["engine"] == "abstractive" for b in told) > len(told) / 2
    for bullet in told:
        assert bullet["verified"] and bullet["engine"] in ("abstractive", "news", "lead")
        for receipt in bullet["evidence"]:
            text = made["articles"][receipt["article"]]["text"]
            assert text[receipt["start"] : receipt["end"]] == receipt["text"]


@pytest.mark.slow
def test_second_run_calls_the_model_zero_times(run, articles, copying_bart, monkeypatch):
    """What the model wrote is remembered: a second run tells the same and never runs it."""
    arguments = ("make", articles, "--engine", "abstractive", "--model", copying_bart, "--format", "json")
    first = _bullets(_made(run(*arguments)))

    def never(*_arguments):
        raise AssertionError("the model was run")

    monkeypatch.setattr(local.batches, "run", never)
    assert _bullets(_made(run(*arguments))) == first


@pytest.mark.slow
def test_summarize_takes_a_folder(run, articles, copying_bart):
    """Line by line, each text is condensed by the model in the folder."""
    ran = run("summarize", "--jsonl", articles, "--engine", "abstractive", "--model", copying_bart)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in rows] == [f"n{number}" for number in range(12)]
    assert any(b["engine"] == "abstractive" for row in rows for b in row["bullets"])


def test_folder_without_a_model(run, articles, tmp_path):
    """A folder that holds no model is named once, with what it lacks, and `news` tells everything."""
    (tmp_path / "empty").mkdir()
    ran = run("make", articles, "--engine", "abstractive", "--model", tmp_path / "empty", "--format", "json")
    (problem,) = _made(ran)["problems"]
    assert ran.code == 3 and problem["source"] == "engine abstractive" and "empty" in problem["message"]
    assert {b["engine"] for b in _bullets(_made(ran))} == {"news"}


WITHOUT = """
import sys
for name in ("torch", "transformers", "ctranslate2"):
    sys.modules[name] = None
from briefing.cli import main
main()
"""


@pytest.mark.parametrize("command", ["make", "summarize", "doctor", "engines"])
def test_without_the_extra(command, articles, tmp_path):
    """Without transformers the briefing is made all the same, and the command that brings it is told."""
    given = {
        "make": [articles, "--engine", "abstractive", "--format", "json"],
        "summarize": [articles, "--engine", "abstractive"],
    }
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, command, *map(str, given.get(command, []))],
        cwd=tmp_path,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = ran.stdout + ran.stderr
    assert "Traceback" not in said
    assert "pip install" in said and "whl/cpu" in said and "GB" in said
    assert ran.returncode == (3 if given.get(command) else 0)
    if command == "make":
        assert list(tmp_path.glob("out/*.json"))
