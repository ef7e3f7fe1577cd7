"""A model asked after the topic: a tiny one with random weights, made here, and plain functions."""

import importlib.util

import pytest

from briefing.group.topics import TOPICS, ZeroShot, topic
from briefing.verify.entailment import Entailment
from tests.factory import article

INSTALLED = (
    importlib.util.find_spec("transformers") is not None and importlib.util.find_spec("torch") is not None
)
VAGUE = "It was the third time this week, and nobody on the street could say why."
SPORT = "The striker scored twice in the second half, and his team goes into the cup final unbeaten."


def _sure_of(number):
    """Return a judge that is sure of one label."""
    return lambda _text, labels: [float(n == number) for n in range(len(labels))]


def test_judge_names_what_words_leave_open():
    """A model's answer is taken where the words tell no topic, in whatever language."""
    for language in ("en", "xx"):
        found = [topic([article(VAGUE, title="", language=language)], _sure_of(n)) for n in range(9)]
        assert found == [*TOPICS, None]


def test_judge_is_not_asked_twice():
    """A model is not asked about a story whose topic its words tell."""

    def judge(_text, _labels):
        raise AssertionError

    assert topic([article(SPORT, title="")], judge) == "Sport"


def test_unsure_judge_names_none():
    """A model for which all labels are alike leaves the story without a topic."""
    assert topic([article(VAGUE, title="")], ZeroShot(lambda _text, _claim: 0.4)) is None


def test_chances_are_in_proportion():
    """A label's chance is its probability of entailment over the sum of all."""
    judge = ZeroShot(lambda _text, claim: 0.6 if "sport" in claim else 0.2)
    assert judge("The cup.", ["sport", "health"]) == pytest.approx((0.75, 0.25))
    assert ZeroShot(lambda _text, _claim: 0.0)("The cup.", ["sport", "health"]) == (0.5, 0.5)


@pytest.mark.skipif(not INSTALLED, reason="needs transformers and torch")
@pytest.mark.filterwarnings("ignore")
def test_model_of_entailment_judges(tmp_path):
    """A model of entailment in a directory judges labels: each gets its share, by the model's own label."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = "[PAD] [UNK] [CLS] [SEP] [MASK] this is news about sport health the cup final ."
    (tmp_path / "vocab.txt").write_text("\n".join(words.split()), "utf-8")
    labels = {0: "entailment", 1: "not_entailment"}
    config = BertConfig(
        vocab_size=len(words.split()), hidden_size=8, num_hidden_layers=1, num_attention_heads=1,
        intermediate_size=8, id2label=labels, label2id={name: n for n, name in labels.items()},
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(tmp_path / "model")
    BertTokenizerFast(vocab_file=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path / "model")
    entailment = Entailment(str(tmp_path / "model"))
    given = [
        entailment.probability("the cup final", f"This is news about {label}.")
        for label in ("sport", "health")
    ]
    found = ZeroShot(entailment.probability)("the cup final", ("sport", "health"))
    assert found == pytest.approx(tuple(each / sum(given) for each in given))
