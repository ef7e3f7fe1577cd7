import json
import shutil

import pytest

pytest.importorskip("torch")

from briefing.errors import EngineError
from briefing.summarizers.abstractive.local import writer
from tests.summarizers.abstractive.invented import news
from tests.summarizers.abstractive.local.tiny import OnTorch, asking

pytestmark = pytest.mark.slow  # the models are taught first


def _asked(articles):
    return [asking(*article.sentences) for article in articles]


def _right(articles, wanted, writer):
    """Return which part of the articles is summarized as wanted."""
    written = dict(writer(_asked(articles)))
    assert sorted(written) == list(range(len(articles)))
    return sum(written[i] == wanted(article) for i, article in enumerate(articles)) / len(articles)


def _running(article):
    return (" ".join(article.points),)


@pytest.mark.parametrize("made", [writer, OnTorch])
def test_bart_copies_what_it_never_saw(copying_bart, made):
    """A BART from a folder writes the points of at least four in five articles that it was not taught."""
    assert _right(news(60, seed=2, points=2), _running, made(str(copying_bart))) >= 0.8


@pytest.mark.parametrize("made", [writer, OnTorch])
def test_t5_copies_what_it_never_saw(copying_t5, made):
    """A T5 from a folder, with its prefix, writes the point of at least four in five articles."""
    assert _right(news(60, seed=2), _running, made(str(copying_t5))) >= 0.8


def test_t5_needs_its_prefix(copying_t5, tmp_path):
    """Without the prefix of its configuration the T5 writes something else: it is the prefix that tells."""
    folder = shutil.copytree(copying_t5, tmp_path / "t5")
    config = json.loads((folder / "config.json").read_text())
    config["task_specific_params"]["summarization"]["prefix"] = ""
    (folder / "config.json").write_text(json.dumps(config))
    assert _right(news(60, seed=2), _running, OnTorch(str(folder))) < 0.8


def test_an_instruct_model_answers_in_a_list(copying_instruct):
    """An instruct model, asked through its template, answers at least three in four articles with a list."""
    articles = news(40, seed=2)
    assert _right(articles, lambda article: article.points, OnTorch(str(copying_instruct))) >= 0.75


@pytest.mark.parametrize("name", ["copying_bart", "copying_t5", "copying_instruct"])
def test_together_as_alone(request, name):
    """What is written of an article does not depend on what else is in its batch."""
    model = OnTorch(str(request.getfixturevalue(name)))
    asked = _asked(news(12, seed=3))
    together = dict(model(asked))
    assert together == {n: written for n, one in enumerate(asked) for _, written in model([one])}


def test_one_bad_request_costs_no_other(copying_bart):
    """A text that is too long and one that is empty get their errors, the others their summaries."""
    model = writer(str(copying_bart))
    good = news(2, seed=4, points=2)
    long = asking(*["The port of Delvik opened 48 shops on Monday."] * 40)
    answers = dict(model([asking(""), *_asked(good[:1]), long, *_asked(good[1:])]))
    assert isinstance(answers[0], EngineError)
    assert "and the model takes 256 at a time" in str(answers[2])
    assert [answers[1], answers[3]] == [_running(article) for article in good]


class Counting:
    """A runtime that counts its batches, which are small."""

    def __init__(self, runtime):
        self.runtime, self.name, self.budget, self.batches = runtime, runtime.name, 100, 0

    def __call__(self, prompts):
        """Count, and let the runtime write."""
        self.batches += 1
        return self.runtime(prompts)


def test_batches_come_as_they_are_done(copying_bart):
    """The first summaries are there before the last article is read."""
    model = OnTorch(str(copying_bart))
    counting = model.__dict__["_runtime"] = Counting(model._runtime)
    answers = model(_asked(news(30, seed=5)))
    next(answers)
    assert counting.batches == 1
    assert len(list(answers)) == 29
    assert counting.batches > 2


def test_identity(copying_bart, tmp_path):
    """The identity is the same for the same files and settings, and another where either changes."""
    first = OnTorch(str(copying_bart)).identity
    assert OnTorch(str(copying_bart)).identity == first
    assert writer(str(copying_bart)).identity != first  # int8 or bfloat16 write otherwise
    folder = shutil.copytree(copying_bart, tmp_path / "bart")
    copied = OnTorch(str(folder)).identity
    assert copied.replace(str(folder), str(copying_bart)) == first
    settings = json.loads((folder / "generation_config.json").read_text()) | {"num_beams": 2}
    (folder / "generation_config.json").write_text(json.dumps(settings))
    assert OnTorch(str(folder)).identity.split()[0] != copied.split()[0]
    assert OnTorch(str(folder)).identity.split()[-1] != copied.split()[-1]


def test_identity_of_the_wording(copying_instruct, monkeypatch):
    """What an instruct model is told is part of its identity."""
    from briefing.summarizers.abstractive.local.instruct import Instruct

    first = OnTorch(str(copying_instruct)).identity
    monkeypatch.setattr(Instruct, "version", "another")
    assert OnTorch(str(copying_instruct)).identity != first


def test_knowing_a_model_loads_no_weights(copying_bart):
    """Identity, room and counts are had before any weights are loaded."""
    model = OnTorch(str(copying_bart))
    assert model.room == 254
    assert model.tokens(["The port of Delvik."]) > [3]
    assert model.identity
    assert model._runtime._model is None


def test_nothing_is_printed(copying_bart, capfd):
    """Loading and writing print nothing, on neither stream."""
    list(OnTorch(str(copying_bart))(_asked(news(2, seed=6))))
    assert capfd.readouterr() == ("", "")
