"""A model of entailment behind the same interface: a tiny one with random weights, made here."""

import importlib.util

import pytest

from briefing.errors import EngineError
from briefing.verify.entailment import Entailment, entailing

INSTALLED = (
    importlib.util.find_spec("transformers") is not None and importlib.util.find_spec("torch") is not None
)
with_model = pytest.mark.skipif(not INSTALLED, reason="needs transformers and torch")
TEXT = "The ferry Aurora sank off Norway on Tuesday. Eighteen people were rescued."
WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the ferry aurora sank off norway on tuesday eighteen people were ."


@pytest.fixture
def model(tmp_path):
    """Return a folder with a model whose labels are in an order of their own."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    (tmp_path / "vocab.txt").write_text("\n".join(WORDS.split()), "utf-8")
    labels = {0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}
    config = BertConfig(
        vocab_size=len(WORDS.split()), hidden_size=8, num_hidden_layers=1, num_attention_heads=1,
        intermediate_size=8, id2label=labels, label2id={name: n for n, name in labels.items()},
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(tmp_path / "model")
    BertTokenizerFast(vocab_file=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path / "model")
    return tmp_path / "model"


@with_model
@pytest.mark.filterwarnings("ignore")
def test_score_is_the_probability_of_entailment(model):
    """Where no fault is certain the model decides, and the score is its probability of entailment."""
    entailment = Entailment(str(model))
    claim, sentence = "The ferry Aurora sank.", "The ferry Aurora sank off Norway on Tuesday."
    verdict = entailment(TEXT)(claim)
    assert verdict.score == round(entailment.probability(sentence, claim), 4)
    assert verdict.supported == (verdict.score >= 0.5) == (not verdict.reasons)


@with_model
@pytest.mark.filterwarnings("ignore")
def test_certain_faults_stay(model):
    """A strange figure is a fault whatever a model says, and an empty claim never reaches it."""
    judge = Entailment(str(model))(TEXT, "en")
    assert judge("Eighty people were rescued.").reasons == ("the source says Eighteen, not Eighty",)
    assert judge("").reasons == ("the claim is empty",)


@with_model
@pytest.mark.filterwarnings("ignore")
def test_safetensors_only(model):
    """A folder without safetensors is refused, and so is one that is no model."""
    (model / "model.safetensors").rename(model / "model.bin")
    with pytest.raises(EngineError, match="safetensors"):
        Entailment(str(model))
    with pytest.raises(EngineError):
        Entailment(str(model.parent / "nothing"))


@pytest.mark.skipif(INSTALLED, reason="transformers is installed")
def test_missing_library():
    """Without transformers the error says what to install."""
    with pytest.raises(EngineError, match=r"pip install 'briefing\[abstractive\]'"):
        Entailment("some/model")


def test_labels():
    """The label is found by its name, in whatever order and spelling, and never by its opposite."""
    assert entailing({0: "not_entailment", 1: "entailment"}, "m") == 1
    assert entailing({0: "Entailment", 1: "neutral"}, "m") == 0
    with pytest.raises(EngineError, match="none of its labels"):
        entailing({0: "LABEL_0", 1: "LABEL_1"}, "m")
