import pytest

from briefing.errors import EngineUnavailable
from briefing.summarizers.abstractive.server.budget import Budget, Usage
from briefing.summarizers.abstractive.server.settings import Server


def test_what_is_held_back_counts():
    """A request that would overstep the budget together with those under way is not made."""
    budget = Budget(Server(tokens=1000))
    budget.hold(Usage(500, 200))
    with pytest.raises(EngineUnavailable, match=r"budget of 1,000 tokens .*700.*\b400\b.*llm\.tokens"):
        budget.hold(Usage(300, 100))
    budget.hold(Usage(200, 100))


def test_what_was_not_used_is_free_again():
    """What a request did not take of what was held back for it can be spent on another."""
    budget = Budget(Server(tokens=1000))
    budget.hold(Usage(500, 500))
    budget.settle(Usage(500, 500), Usage(100, 50))
    budget.hold(Usage(800, 50))
    with pytest.raises(EngineUnavailable):
        budget.hold(Usage(1, 0))


def test_money():
    """A limit in money counts what is read and what is written at their own prices."""
    budget = Budget(Server(cost=0.01, price_in=1.0, price_out=10.0))
    budget.hold(Usage(5000, 400))
    with pytest.raises(EngineUnavailable, match=r"budget of 0\.01 is spent \(0\.009 used.*llm\.cost"):
        budget.hold(Usage(0, 101))
