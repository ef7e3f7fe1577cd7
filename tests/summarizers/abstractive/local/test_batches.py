import pytest

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers.abstractive.local.batches import planned, run
from briefing.summarizers.abstractive.local.prompts import Prompt


class Small:
    """A runtime with room for `most` prompts at a time; it cannot read the token 13 at all."""

    name = "small"
    budget = 100

    def __init__(self, most):
        self.most = most
        self.sizes = []

    def __call__(self, prompts):
        """Answer each prompt with its number."""
        self.sizes.append(len(prompts))
        if len(prompts) > self.most:
            raise RuntimeError("DefaultCPUAllocator: can't allocate memory")
        if any(13 in prompt.ids for prompt in prompts):
            raise IndexError("index out of range")
        return [[prompt.number] for prompt in prompts]


def _prompts(*lengths):
    return [Prompt(number, (1,) * length) for number, length in enumerate(lengths)]


def test_batches_are_of_like_length():
    """The longest texts come first, together with those that are nearly as long."""
    batches = list(planned(_prompts(10, 50, 9, 48, 11), budget=100))
    assert [[prompt.number for prompt in batch] for batch in batches] == [[1, 3], [4, 0, 2]]


def test_a_batch_keeps_to_the_budget():
    """The padded tokens of a batch are at most the budget, unless one text alone takes more."""
    batches = list(planned(_prompts(*range(1, 60), 250), budget=100))
    assert len(batches[0]) == 1
    for batch in batches[1:]:
        assert max(len(prompt.ids) for prompt in batch) * len(batch) <= 100
    assert sorted(prompt.number for batch in batches for prompt in batch) == list(range(60))


def test_a_batch_is_of_one_kind():
    """Texts whose summaries begin with different languages, or have different minima, run apart."""
    prompts = [
        Prompt(0, (1,), begin=5),
        Prompt(1, (1,), begin=6),
        Prompt(2, (1,), begin=5),
        Prompt(3, (1,), 8),
    ]
    kinds = [{prompt.kind for prompt in batch} for batch in planned(prompts, budget=100)]
    assert len(kinds) == 3
    assert all(len(kind) == 1 for kind in kinds)


def test_nothing_to_do():
    """Without prompts there is no batch."""
    assert list(planned([], budget=100)) == []


def test_a_batch_that_is_too_much_is_halved():
    """Where memory runs out the batch is halved until it fits, and every text is answered, in order."""
    runtime = Small(most=2)
    answers = list(run(runtime, _prompts(*[4] * 7)))
    assert [(prompt.number, ids) for prompt, ids in answers] == [(n, [n]) for n in range(7)]
    assert runtime.sizes == [7, 3, 1, 2, 4, 2, 2]


def test_a_text_that_cannot_be_read_costs_no_other():
    """The one text at which the model fails gets the error; the others are answered."""
    prompts = [Prompt(0, (1,)), Prompt(1, (13,)), Prompt(2, (1,)), Prompt(3, (1,))]
    answers = {prompt.number: ids for prompt, ids in run(Small(most=9), prompts)}
    assert isinstance(answers[1], EngineError)
    assert "index out of range" in str(answers.pop(1))
    assert answers == {0: [0], 2: [2], 3: [3]}


def test_a_text_that_is_too_much_alone():
    """A text for which memory does not suffice even alone is an error that says so."""
    (answer,) = run(Small(most=0), _prompts(4))
    assert "can't allocate memory" in str(answer[1])


def test_a_model_that_is_not_there():
    """A model that cannot be loaded is not tried again with half of the batch."""

    def runtime(prompts):
        raise EngineUnavailable("no model")

    with pytest.raises(EngineUnavailable, match="no model"):
        list(run(runtime, _prompts(4, 4)))
