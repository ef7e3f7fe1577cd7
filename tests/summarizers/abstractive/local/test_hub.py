import os
import shlex
import socket
import subprocess
import sys

import pytest

pytest.importorskip("torch")

from tests.summarizers.abstractive.local.hub_stub import COMMIT, hub
from tests.summarizers.abstractive.local.tiny import saved

_PROGRAM = """
import logging, sys
logging.basicConfig(format="%(name)s %(levelname)s %(message)s")
from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local.hub import snapshot
try:
    print(snapshot(sys.argv[1]))
except EngineUnavailable as error:
    print("refused:", error)
"""


@pytest.fixture
def ask(tmp_path):
    """Return what asks for a model in a process of its own, whose cache is empty at first."""

    def asking(model, address, **more):
        known = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
        known |= {"HF_ENDPOINT": address, "HF_HOME": str(tmp_path / "cache"), "HF_HUB_DISABLE_TELEMETRY": "1"}
        known |= {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", **more}
        return subprocess.run(
            [sys.executable, "-c", _PROGRAM, model], env=known, capture_output=True, text=True, check=True
        )

    return asking


@pytest.fixture
def nobody():
    """Return an address at which nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture
def repository(tmp_path):
    """Return the files of a model as one finds them on the hub, some of them for other libraries."""
    folder = saved(tmp_path / "repository")
    (folder / "pytorch_model.bin").write_bytes(b"a pickle")
    (folder / "README.md").write_text("about it")
    (folder / "onnx").mkdir()
    (folder / "onnx" / "config.json").write_text("{}")
    return folder


def test_a_model_is_fetched_once(ask, repository, tmp_path):
    """A model of the hub is fetched with a word about it, and after that the hub is not asked again."""
    with hub(repository) as server:
        first = ask("some/model", server.address)
        asked = len(server.asked)
        second = ask("some/model", server.address)
    assert first.stdout == second.stdout
    assert first.stdout.strip().endswith(COMMIT)
    assert "WARNING fetching the model some/model from the hub, once: 0.00 GB" in first.stderr
    assert second.stderr == ""
    assert len(server.asked) == asked


def test_only_what_is_needed_is_fetched(ask, repository):
    """Neither pickles nor the files of other libraries are fetched."""
    with hub(repository) as server:
        ask("some/model", server.address)
    fetched = {path.rpartition("/")[2] for path in server.asked if "/resolve/" in path}
    assert {"config.json", "model.safetensors", "tokenizer.json"} <= fetched
    assert not fetched & {"pytorch_model.bin", "README.md"}


def test_what_was_fetched_needs_no_network(ask, repository, nobody):
    """A model that was fetched is found when the hub cannot be reached."""
    with hub(repository) as server:
        first = ask("some/model", server.address)
    assert ask("some/model", nobody).stdout == first.stdout


def test_the_command_fetches_what_is_needed(ask, repository, nobody, tmp_path):
    """What the advised command fetches is all that the model needs, and no pickle."""
    advised = ask("some/model@refs/pr/1", nobody).stdout.partition("a network: ")[2]
    command = shlex.split(advised)
    with hub(repository) as server:
        known = {**os.environ, "HF_ENDPOINT": server.address, "HF_HOME": str(tmp_path / "cache")}
        subprocess.run(command, env=known, capture_output=True, check=True)
    assert not any("pytorch_model.bin" in path for path in server.asked)
    assert ask("some/model@refs/pr/1", nobody).stdout.strip().endswith(COMMIT)


def test_a_revision(ask, repository):
    """A revision is named behind the id."""
    with hub(repository) as server:
        assert ask("some/model@refs/pr/1", server.address).stdout.strip().endswith(COMMIT)
    assert any("refs%2Fpr%2F1" in path for path in server.asked)


def test_an_unreachable_hub(ask, nobody):
    """Where the hub cannot be reached, one line says so and what to do."""
    said = ask("some/model", nobody).stdout
    assert said.startswith("refused: some/model is not in the local cache and the hub cannot be reached")
    assert " download some/model --exclude '*/*' --include '*.json'" in said
    assert said.count("\n") == 1


def test_offline(ask, repository):
    """Who tells the hub's client to stay offline is obeyed."""
    with hub(repository) as server:
        said = ask("some/model", server.address, HF_HUB_OFFLINE="1").stdout
    assert "cannot be reached" in said
    assert server.asked == []


def test_pickles_alone(ask, repository):
    """A model that is on the hub as a pickle alone is refused before anything is fetched."""
    (repository / "model.safetensors").unlink()
    with hub(repository) as server:
        said = ask("some/model", server.address).stdout
    assert "the hub's some/model: its weights are only in pytorch_model.bin, a pickle" in said
    assert not any("/resolve/" in path for path in server.asked)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (404, "RepoNotFound", "no folder here, nor a model on the hub"),
        (401, "RepoNotFound", "hf auth login"),
        (403, "GatedRepo", "asks for its licence"),
        (404, "RevisionNotFound", "has no such revision"),
        (400, "", "cannot be reached"),
    ],
)
def test_what_the_hub_refuses(ask, repository, status, code, words):
    """What the hub says is told in one line: an unknown model, a private one, a licence, a fault."""
    with hub(repository) as server:
        server.refuses, server.says = status, code
        said = ask("some/model", server.address).stdout
    assert words in said
    assert said.count("\n") == 1
