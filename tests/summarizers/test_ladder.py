"""The ladder of engines."""

import pytest

from briefing.errors import EngineError, EngineUnavailable
from briefing.summarizers import Ladder, Options, engines
from briefing.summarizers.abstractive.engine import Abstractive
from briefing.text.document import document
from tests.factory import BODY, article
from tests.summarizers.abstractive.writers import Scripted

BELOW = ("news", "lead")


def _ladder(says):
    writer = Scripted(says)
    below = [engines.get(name)(Options()) for name in BELOW]
    return Ladder([Abstractive("abstractive", "…", lambda: writer), *below])


def _stories(*titles):
    return [[document(article(BODY, id=title, title=title, origin=f"{title}.txt"))] for title in titles]


def test_each_story_has_its_number():
    """Summaries that are done in another order carry their story's number."""
    ladder = _ladder(lambda request: (f"The {request.title} harbour closed on Monday.",))
    told = dict(ladder.each(_stories("Odde", "Varn", "Lind"), 3))
    assert [told[n].bullets[0].text.split()[1] for n in range(3)] == ["Odde", "Varn", "Lind"]


def test_one_failure_costs_one_article():
    """Where the engine fails on one article, the next engine tells that one and the failure is named."""
    ladder = _ladder(
        lambda r: EngineError("too hot") if r.title == "Varn" else ("Lindvik harbour has closed.",)
    )
    told = dict(ladder.each(_stories("Odde", "Varn"), 2))
    assert {b.engine for b in told[0].bullets} == {"abstractive"} and not told[0].problems
    assert {b.engine for b in told[1].bullets} == {"news"}
    (problem,) = told[1].problems
    assert problem.source == "Varn.txt" and "abstractive could not summarize it: too hot" in problem.message


def test_engine_that_is_not_there_is_named_once():
    """An engine that cannot work at all is one problem, not one for each article."""

    def says(_request):
        raise EngineUnavailable("no such model")

    ladder = _ladder(says)
    told = dict(ladder.each(_stories("Odde", "Varn", "Lind"), 2))
    problems = [p for n in sorted(told) for p in told[n].problems]
    assert [(p.source, p.message) for p in problems] == [
        ("engine abstractive", "no such model; news tells instead")
    ]
    assert {b.engine for n in told for b in told[n].bullets} == {"news"}
    assert ladder.summarize(_stories("Sund")[0], 2).problems == ()


def test_what_was_written_before_the_end_is_kept():
    """What a server wrote before it broke is told."""

    def says(request):
        if request.title == "Odde":  # the last request is answered first
            raise EngineUnavailable("gone")
        return ("Lindvik harbour has closed.",)

    told = dict(_ladder(says).each(_stories("Odde", "Varn"), 2))
    assert told[1].bullets[0].engine == "abstractive" and told[0].bullets[0].engine == "news"


@pytest.mark.parametrize("wrote", [(), ("",), ("- ",), ("The crane fell across",)])
def test_nothing_that_can_be_told(wrote):
    """A model that wrote nothing whole is a step down the ladder."""
    summary = _ladder(lambda _: wrote).summarize(_stories("Odde")[0], 2)
    assert {b.engine for b in summary.bullets} == {"news"}
    assert "wrote no sentence" in summary.problems[0].message
