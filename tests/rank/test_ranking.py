"""What comes first, and why."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.errors import ConfigError
from briefing.rank import Candidate, rank
from tests.rank.makers import NOW, article, ranked, story


def hours(number: float) -> datetime:
    """Return when it was, so many hours before now."""
    return NOW - timedelta(hours=number)


def test_quiet_day():
    """Where nothing happened, nothing is ranked."""
    found = ranked()
    assert (found.order, found.importance, found.reasons, found.muted) == ((), (), (), {})


def test_sources():
    """More independent sources come first; copies of one report are one source."""
    one, four = story(article()), story(*(article() for _ in range(4)))
    wire = story(*(article() for _ in range(6)), independent=1)
    found = ranked(one, wire, four)
    assert found.order == (2, 0, 1)
    assert found.reasons[1][0] == "6 sources, 1 of them independent"
    assert found.reasons[2][0] == "4 sources"
    assert found.importance[2] > 2.9 * found.importance[1]


def test_recency():
    """The later a story's latest article, the further up it stands."""
    old, fresh = story(article(published=hours(30))), story(article(published=hours(2)))
    goes_on = story(article(source="A", published=hours(40)), article(source="A", published=hours(1)))
    found = ranked(old, fresh, goes_on)
    assert found.order == (2, 1, 0)
    assert [reasons[1] for reasons in found.reasons] == ["30 hours ago", "2 hours ago", "60 minutes ago"]


def test_undated():
    """A story without a date is taken to be as old as the others are in the middle."""
    days = [story(article(published=hours(each))) for each in (1, 10, 40)]
    found = ranked(*days, story(article(published=None)))
    assert found.order == (0, 1, 3, 2)
    assert found.importance[3] == pytest.approx(found.importance[1])
    assert found.reasons[3][1] == "undated"


def test_future():
    """What is dated ahead is as new as what was published now, not newer."""
    found = ranked(story(article(published=hours(0))), story(article(published=hours(-900))))
    assert found.order == (0, 1)
    assert found.importance[0] == found.importance[1]
    assert found.reasons[1][1] == "just now"


def test_old():
    """Once a story is old, its age makes no more difference: an archive is ranked by all else."""
    found = ranked(story(article(published=hours(2000))), story(article(published=hours(100))))
    assert found.order == (0, 1)
    assert found.reasons[0][1] == "83 days ago"


def test_dates_without_time():
    """A date without a time is told in days, in its own zone, and is neither early nor late that day."""
    west = timezone(timedelta(hours=-8))
    today = story(article(published=datetime(2026, 11, 22, tzinfo=UTC)))
    eve = story(article(published=datetime(2026, 11, 21, tzinfo=west)))
    before = story(article(published=datetime(2026, 11, 19, tzinfo=UTC)))
    found = ranked(before, eve, today)
    assert [reasons[1] for reasons in found.reasons] == ["3 days ago", "today", "today"]
    assert found.order[-1] == 0


def test_novelty():
    """A story that goes on with little new stands behind a new one, but before what is long told."""
    new, some, little = (story(novelty=share) for share in (1, 0.5, 0.1))
    found = ranked(little, some, new, story(novelty=0.9))
    assert found.order == (2, 3, 1, 0)
    assert found.reasons[0][-1] == "goes on, little is new"
    assert found.reasons[1][-1] == "goes on, some is new"
    assert found.reasons[3][-1] == "goes on, much is new"


def test_weight():
    """The most valued source of a story counts, and is told."""
    plain, valued = story(), story(article(), article(weight=2.0), independent=1)
    found = ranked(plain, valued, story(article(weight=0.5)))
    assert found.order == (1, 0, 2)
    assert "source weight 2" in found.reasons[1]
    assert "source weight 0.5" in found.reasons[2]


def test_stub():
    """Three words are not the day's first story."""
    found = ranked(story(article("Fire in Ostra", "More soon here.")), story())
    assert found.order == (1, 0)
    assert found.reasons[0][-1] == "only a few words of it are known"


def test_editors_order():
    """What a source tells first is worth a little more; nothing that matters is outdone by it."""
    paper = [story(article(source="Ostra Page")) for _ in range(4)]
    assert ranked(*paper).order == (0, 1, 2, 3)
    worth = ranked(*paper).importance
    assert worth[0] > worth[3]
    assert ranked(*paper, story(article(source="Ostra Page"), article())).order[0] == 4


def test_topic_does_not_take_over():
    """The further stories of one topic make room for others, and say why."""
    war = [story(*(article() for _ in range(4)), thread=7) for _ in range(5)]
    others = [story(article(), article(), thread=-each) for each in range(1, 6)]
    found = ranked(*war, *others)
    assert found.order[0] == 0
    assert sum(number < 5 for number in found.order[:5]) <= 2
    assert "second story of its topic" in found.reasons[1]
    assert "fifth story of its topic" in found.reasons[4]


def test_section_does_not_take_over():
    """A section with most of the stories does not have most of the first ones."""
    sport = [story(article(), article(), section="Sport") for _ in range(40)]
    others = [story(section=name) for name in ("World", "Business", "Health") for _ in range(4)]
    found = ranked(*sport, *others)
    assert sum(number < 40 for number in found.order[:16]) <= 10
    assert "tenth story of Sport" in found.reasons[9]
    assert "31st story of Sport" in found.reasons[30]


def test_one_section_is_no_matter():
    """Where all stories are in one section, it changes nothing of their order."""
    candidates = [story(*(article() for _ in range(1 + each % 5))) for each in range(30)]
    sole = [replace(each, section="News") for each in candidates]
    assert ranked(*sole).order == ranked(*candidates).order


def test_importance_falls_along_the_order():
    """Importance never rises from one story to the next."""
    draw = random.Random(5)
    candidates = [
        story(
            *(article(published=hours(draw.random() * 70)) for _ in range(draw.randint(1, 6))),
            section=draw.choice(["Sport", "World", "Science"]),
            thread=draw.randint(1, 12),
            novelty=draw.choice([1.0, 0.3]),
        )
        for _ in range(120)
    ]
    found = ranked(*candidates)
    worth = [found.importance[number] for number in found.order]
    assert worth == sorted(worth, reverse=True)
    assert sorted(found.order) == list(range(120))
    assert ranked(*candidates) == found


def test_greedy_choice():
    """Each place goes to the story that is worth most after those chosen, reckoned the slow way."""
    draw = random.Random(3)
    candidates = [
        story(
            *(article() for _ in range(draw.randint(1, 5))),
            section=draw.choice("AB"),
            thread=draw.randint(1, 9),
        )
        for _ in range(60)
    ]
    alone = {n: ranked(*candidates).importance[n] for n in range(60)}
    order = ranked(*candidates).order
    topics, sections = [candidates[n].thread for n in order], [candidates[n].section for n in order]
    before = [
        (topics[:n].count(t), sections[:n].count(s))
        for n, (t, s) in enumerate(zip(topics, sections, strict=True))
    ]
    base = {n: alone[n] * (1 + t / 2) * (1 + s / 6) for n, (t, s) in zip(order, before, strict=True)}
    left = list(range(60))
    for place, chosen in enumerate(order):
        after = {
            n: base[n]
            / (1 + topics[:place].count(candidates[n].thread) / 2)
            / (1 + sections[:place].count(candidates[n].section) / 6)
            for n in left
        }
        assert after[chosen] == pytest.approx(max(after.values()), abs=1e-4)
        left.remove(chosen)


def test_ties_keep_reading_order():
    """Stories of equal worth stand as they were read."""
    same = [story(article(source=f"S{each}")) for each in range(9)]
    assert ranked(*same).order == tuple(range(9))


def test_interests():
    """A story that is of interest comes first, and says of which one; an aside says so too."""
    aside = story(article(text="A long evening in Ostra.\nThe climate report was put off." * 20))
    about = story(article("Climate plan of Talora agreed"))
    found = ranked(story(), aside, about, interests=["climate", "ski jumping"])
    assert found.order == (2, 1, 0)
    assert "interest: climate" in found.reasons[2]
    assert "interest: climate, in passing" in found.reasons[1]
    assert not any(reason.startswith("interest") for reason in found.reasons[0])


def test_interest_of_many_articles():
    """One reporter's headline among many articles is less of an interest than all of theirs."""
    some = story(article("Climate talks in Ostra"), *(article() for _ in range(3)))
    whole = story(*(article("Climate talks in Ostra") for _ in range(4)))
    found = ranked(some, whole, interests=["climate"])
    assert found.order == (1, 0)


def test_interests_are_bounded():
    """Twenty interests that all meet one story triple it, no more."""
    words = "Harbour strike closes ferry line to Talora as winter storm nears".split()
    rich = story(article(" ".join(words)))
    plain, wished = ranked(rich).importance[0], ranked(rich, interests=words).importance[0]
    assert wished == pytest.approx(3 * plain)


def test_mute():
    """A muted story is out of the order, and the word that muted it is named."""
    found = ranked(
        story(), story(article("Premier League: Ostra win again")), mute=["royals", "premier league"]
    )
    assert found.order == (0,)
    assert found.muted == {1: "premier league"}
    assert found.reasons[1] == ("muted: premier league",)
    assert found.importance[1] == 0


def test_an_aside_mutes_nothing():
    """A word further down in a text, or in one report of many, does not mute the story."""
    deep = story(article(text="Trains stand still in Ostra.\nEven the lottery draw was put off."))
    few = story(article(), article(), article("Lottery draw put off by strike"))
    assert ranked(deep, few, mute=["lottery"]).muted == {}


@pytest.mark.parametrize(
    "titles",
    [
        ("Lottery draw put off", "Strike", "Strike"),
        ("Strike", "Lottery draw put off"),
        ("Lotteries", "Lottery"),
    ],
)
def test_what_mutes(titles):
    """The most typical headline mutes a story, and so do half of its reports."""
    assert ranked(story(*map(article, titles)), mute=["lottery"]).muted == {0: "lottery"}


def test_mute_counts_for_sections():
    """A muted story takes no other's place in its topic."""
    found = ranked(story(article("Lottery winner"), thread=1), story(thread=1), mute=["lottery"])
    assert not any("topic" in reason for reason in found.reasons[1])


def test_wrong_wishes():
    """A wish without a word is an error that names it."""
    with pytest.raises(ConfigError, match=r"'\?!' has no word"):
        ranked(story(), mute=["?!"])


@pytest.mark.parametrize("fields", [{"articles": ()}, {"independent": 0}, {"novelty": 1.5}, {"novelty": -1}])
def test_wrong_candidates(fields):
    """A candidate without an article or with a figure out of range is refused."""
    with pytest.raises(ValueError, match="a candidate has"):
        Candidate(**{"articles": (article(),), **fields})


def test_reordering_changes_only_ties():
    """In which order candidates are given changes no more than the little that an editor's order is worth."""
    candidates = [story(*(article() for _ in range(each))) for each in (1, 5, 3, 8, 2)]
    turned = rank(candidates[::-1], now=NOW)
    assert [len(candidates[n].articles) for n in ranked(*candidates).order] == [8, 5, 3, 2, 1]
    assert [len(candidates[::-1][n].articles) for n in turned.order] == [8, 5, 3, 2, 1]
