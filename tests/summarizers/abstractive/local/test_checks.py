import json
import sys

import pytest

pytest.importorskip("torch")

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.local import writer
from tests.summarizers.abstractive.local.tiny import OnTorch, asking, save_words, saved


def _refusal(model):
    """Return the one line with which a model is refused at its first use."""
    with pytest.raises(EngineUnavailable) as refused:
        list(OnTorch(str(model))([asking("The port of Delvik opened .")]))
    message = str(refused.value)
    assert "\n" not in message
    assert str(model) in message
    return message


def _changed(folder, **values):
    file = folder / "config.json"
    config = json.loads(file.read_text()) | values
    file.write_text(json.dumps({name: value for name, value in config.items() if value is not None}))
    return folder


def test_a_folder_that_is_not_there(tmp_path):
    """A folder that does not exist is named as such; the hub is not asked for it."""
    assert "no such folder" in _refusal(tmp_path / "nothing")


def test_an_empty_folder(tmp_path):
    """A folder without a configuration holds no model."""
    assert "config.json" in _refusal(tmp_path)


def test_a_pickle(tmp_path):
    """Weights in a pickle alone are refused, with the reason and a way out."""
    folder = saved(tmp_path)
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    message = _refusal(folder)
    assert "pytorch_model.bin" in message
    assert "can run code" in message
    assert "save_pretrained" in message


@pytest.mark.parametrize("name", ["tf_model.h5", "flax_model.msgpack"])
def test_weights_of_another_library(tmp_path, name):
    """Weights of TensorFlow or Flax are refused by their name."""
    folder = saved(tmp_path)
    (folder / "model.safetensors").rename(folder / name)
    assert name in _refusal(folder)


def test_a_gguf(tmp_path):
    """A GGUF file belongs to a server."""
    (tmp_path / "model-Q4.gguf").touch()
    assert "--engine llm" in _refusal(tmp_path)


def test_no_weights(tmp_path):
    """A folder with all but the weights is told apart."""
    folder = saved(tmp_path)
    (folder / "model.safetensors").unlink()
    assert "holds no weights" in _refusal(folder)


def test_truncated_weights(tmp_path):
    """Weights that were cut short in a download are named, with what to do."""
    file = saved(tmp_path) / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-100])
    message = _refusal(tmp_path)
    assert "model.safetensors is cut short or damaged" in message
    assert "fetch it again" in message


def test_weights_that_are_noise(tmp_path):
    """A file that is no safetensors at all is refused."""
    (saved(tmp_path) / "model.safetensors").write_bytes(b"\xff" * 500)
    assert "cut short or damaged" in _refusal(tmp_path)


def test_a_pointer_of_git_lfs(tmp_path):
    """What Git leaves in place of large files is recognised."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    (saved(tmp_path) / "model.safetensors").write_text(pointer)
    assert "git lfs pull" in _refusal(tmp_path)


def test_a_missing_shard(tmp_path):
    """Weights in several files must all be there."""
    folder = saved(tmp_path)
    (folder / "model.safetensors").rename(folder / "model-00001-of-00002.safetensors")
    shards = {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": shards}))
    assert "model-00002-of-00002.safetensors is missing" in _refusal(folder)


def test_missing_weights(tmp_path):
    """A model some of whose weights are in no file would write at random: it is refused."""
    assert "not in its files" in _refusal(_changed(saved(tmp_path), decoder_layers=2))


def test_weights_of_another_size(tmp_path):
    """Weights that do not fit the configuration are one line, not a traceback."""
    assert "cannot be loaded" in _refusal(_changed(saved(tmp_path), d_model=32))


def test_code_of_its_own(tmp_path):
    """A model that brings program code is refused: such code is never run."""
    folder = _changed(saved(tmp_path), model_type="marvel", auto_map={"AutoConfig": "marvel.Config"})
    (folder / "marvel.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    assert "never run" in _refusal(folder)
    assert not (tmp_path / "ran").exists()


def test_code_beside_a_known_architecture(tmp_path):
    """Code that comes along with an architecture of transformers is passed over, and the model runs."""
    folder = _changed(saved(tmp_path), auto_map={"AutoModelForSeq2SeqLM": "marvel.Model"})
    (folder / "marvel.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    assert len(list(OnTorch(str(folder))([asking("The port opened .")]))) == 1
    assert not (tmp_path / "ran").exists()


def test_a_classifier(tmp_path):
    """A model that classifies is named, and what to choose instead."""
    message = _refusal(_changed(saved(tmp_path), architectures=["BartForSequenceClassification"]))
    assert "BartForSequenceClassification does not write summaries" in message


def test_no_model_of_transformers(tmp_path):
    """A config.json of something else is told."""
    assert "no model_type" in _refusal(_changed(saved(tmp_path), model_type=None))


def test_a_broken_configuration(tmp_path):
    """A configuration that is no JSON is one line."""
    (saved(tmp_path) / "config.json").write_text("{")
    assert "configuration cannot be read" in _refusal(tmp_path)


def test_no_tokenizer(tmp_path):
    """A model without its tokenizer is told apart."""
    folder = saved(tmp_path)
    (folder / "tokenizer.json").unlink()
    assert "no tokenizer" in _refusal(folder)


def test_a_broken_tokenizer(tmp_path):
    """A tokenizer that cannot be read is one line."""
    (saved(tmp_path) / "tokenizer.json").write_text("{}")
    assert "tokenizer cannot be loaded" in _refusal(tmp_path)


@pytest.mark.parametrize(
    ("file", "lacking"),
    [("spiece.model", ["sentencepiece", "google.protobuf"]), ("vocab.tiktoken", ["tiktoken"])],
)
def test_what_a_tokenizer_needs(tmp_path, monkeypatch, file, lacking):
    """A tokenizer that takes another package to read it names the package and how to install it."""
    folder = saved(tmp_path)
    (folder / "tokenizer.json").rename(folder / file)
    for name in lacking:
        monkeypatch.setitem(sys.modules, name, None)
    wanted = " ".join(name.removeprefix("google.") for name in lacking)
    assert _refusal(folder).endswith(f"pip install {wanted}")


def test_no_chat_template(tmp_path):
    """A decoder that was not taught to follow instructions is refused."""
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=20, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2
    )
    LlamaForCausalLM(config).save_pretrained(tmp_path)
    save_words(tmp_path)
    assert "no chat template" in _refusal(tmp_path)


def test_constructing_is_free(tmp_path):
    """A writer for a model that does not exist is made; it is refused when it is used."""
    made = writer(str(tmp_path / "nothing"))
    with pytest.raises(EngineUnavailable):
        made.room  # noqa: B018
