"""A model of entailment, where one is installed: asked after the certain faults, in place of the score."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.errors import EngineError
from briefing.model import Verdict
from briefing.text.clean import one_line
from briefing.verify.checker import Checker
from briefing.verify.score import THRESHOLD

_MOST_TOKENS = 512  # of passages and claim together


class Entailment:
    """A sequence-classification model of transformers that tells whether a premise entails a hypothesis.

    `Entailment(model)(text, language)` is to be used like `Checker(text, language)`: it gives a verdict on
    each claim. What is certain without a model (a strange figure, name or quotation) stays certain; of the
    rest the model judges by the passages that the claim rests on. The score is its probability of entailment.
    """

    def __init__(self, model: str) -> None:
        """Load a local directory, or a model by its id on the hub. Only safetensors are read.

        Raises EngineError where transformers is missing, the model cannot be loaded, or has no such label.
        """
        self.name = model
        try:
            torch, transformers = import_module("torch"), import_module("transformers")
        except ImportError as error:
            raise EngineError(
                f"the entailment model {model} needs transformers and torch: `briefing doctor` says how to "
                "install them"
            ) from error
        if Path(model).is_dir() and not any(Path(model).glob("*.safetensors")):
            raise EngineError(f"{model}: no .safetensors file in it; only such weights are read")
        try:
            self._tokenizer: Any = transformers.AutoTokenizer.from_pretrained(model)
            self._model: Any = transformers.AutoModelForSequenceClassification.from_pretrained(
                model, use_safetensors=True
            )
        except (OSError, ValueError) as error:
            raise EngineError(f"{model}: {one_line(str(error))}") from error
        self._torch, self._label = torch, entailing(self._model.config.id2label, model)
        self._model.eval()

    def __call__(self, text: str, language: str | None = None) -> Callable[[str], Verdict]:
        """Return what gives a verdict on each claim about `text`."""
        return _Judge(self, Checker(text, language))

    def probability(self, premise: str, hypothesis: str) -> float:
        """Return how likely the model holds it that `premise` entails `hypothesis`, from 0 to 1."""
        given = self._tokenizer(
            premise, hypothesis, truncation="only_first", max_length=_MOST_TOKENS, return_tensors="pt"
        )
        with self._torch.inference_mode():
            logits = self._model(**given).logits[0]
        return float(logits.softmax(-1)[self._label])


class _Judge:
    def __init__(self, model: Entailment, checker: Checker) -> None:
        self._model, self._checker = model, checker

    def __call__(self, claim: str) -> Verdict:
        said = one_line(claim)
        verdict = self._checker(said)
        if not self._checker.uncertain(said, verdict):
            return verdict
        score = round(self._model.probability(self._checker.premise(said), said), 4)
        if score >= THRESHOLD:
            return Verdict(True, score)
        return Verdict(False, score, (f"the model {self._model.name} does not find it in the source",))


def entailing(labels: dict[int, str], model: str) -> int:
    """Return which label says that the premise entails the hypothesis, by the model's own names."""
    for number, name in labels.items():
        if name.lower().startswith("entail"):
            return int(number)
    raise EngineError(f"{model}: none of its labels ({', '.join(labels.values())}) is entailment")
