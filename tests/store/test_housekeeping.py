"""What is counted and let go."""

from datetime import date, timedelta

import pytest

from briefing.model import Validators
from briefing.store.housekeeping import Holdings, Pruned
from tests.factory import article, briefing
from tests.store.invented import articles, report, reworded


def test_counts(library, clock):
    """Everything that is there is counted."""
    assert library.holdings() == Holdings()
    made = articles([report(1), report(2)])
    library.add(made)
    library.deliver(library.record(briefing(made[0])))
    library.learn("https://a.org", Validators())
    library.failed("https://b.org", "it hung")
    assert library.holdings() == Holdings(2, 1, 1, 2, 1, 0, clock.now)
    assert library.size() > 10_000


def test_prune_lets_go_of_what_is_old(library, clock):
    """Old articles, briefings and addresses go, with their words; young ones stay."""
    old, young = articles([report(1) + " walrus", report(2) + " penguin"])
    library.add([old])
    library.record(briefing(old, date=date(2026, 8, 1)))
    library.learn("https://old.org", Validators())
    clock.pass_(days=100)
    library.add([young])
    library.learn("https://young.org", Validators())
    assert library.prune(clock.now - timedelta(days=90)) == Pruned(articles=1, briefings=1)
    assert not library.search(["walrus"]) and library.search(["penguin"])
    assert library.validators("https://old.org") is None and library.validators("https://young.org")


def test_prune_keeps_what_was_seen(library, clock):
    """What was delivered stays known for ever, also in a library without articles."""
    told = articles([report(1)])[0]
    library.deliver(library.record(briefing(told)))
    clock.pass_(days=1000)
    assert library.prune(clock.now) == Pruned(articles=1, briefings=1)
    assert library.unseen([told])[0] == ()


def test_prune_keeps_the_copies_of_a_month(library, clock):
    """Whatever is let go, copies of what was delivered lately are recognised."""
    told, copy = articles([report(1), reworded(report(1), 5)])
    library.deliver(library.record(briefing(told)))
    clock.pass_(days=20)
    library.prune(clock.now + timedelta(days=1))
    assert library.unseen([copy])[0] == ()


def test_prune_keeps_what_sources_give(library, clock):
    """What a source gave last stays as long as the source is asked."""
    one = article(url="https://a.org/x")
    library.give("https://a.org/feed", [one])
    library.learn("https://a.org/feed", Validators("1"))
    clock.pass_(days=200)
    library.learn("https://a.org/feed", Validators("1"))
    library.prune(clock.now - timedelta(days=90))
    assert library.given("https://a.org/feed") == (one,)
    clock.pass_(days=200)
    library.prune(clock.now - timedelta(days=90))
    assert library.given("https://a.org/feed") == ()


def test_prune_gives_the_room_back(library, clock):
    """The file is smaller when most of it was let go."""
    library.add(articles([report(seed) for seed in range(300)]))
    before = library.size()
    library.prune(clock.now + timedelta(days=1))
    assert library.size() < before / 5


@pytest.mark.slow
def test_ten_thousand_articles(library, clock):
    """Ten thousand articles are kept, found, recorded, delivered and told from those that are not."""
    made = articles([report(seed, 4) for seed in range(10_000)])
    assert library.add(made).new == 10_000
    assert library.add(made).known == 10_000
    assert len(library.search(["harbour", "crane"], 50)) == 50
    library.deliver(library.record(briefing(*made[:500])))
    fresh, dropped = library.unseen(made)
    assert fresh == tuple(made[500:]) and len(dropped) == 500
