"""A model of entailment, where one is set, also tells topics."""

import pytest

from briefing.config import Config
from briefing.pipeline.engines import condenser, topic_judge
from tests.verify.test_entailment import model, with_model

__all__ = ["model"]


def test_no_model_is_asked():
    """Without a model of entailment words alone tell the topics."""
    assert topic_judge(condenser(Config())[0]) is None


@with_model
@pytest.mark.filterwarnings("ignore")
def test_model_is_asked(model):
    """The model that checks bullets says how likely a text is about each topic: 1 in sum."""
    judge = topic_judge(condenser(Config(entailment=str(model)))[0])
    assert judge is not None
    assert sum(judge("The ferry sank.", ("sport", "politics"))) == pytest.approx(1.0)
