"""The choice of sentences from several articles about one event."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.summarizers.engine import candidates
from briefing.summarizers.several import TASTE, Taste, choose_several
from briefing.text.document import document
from tests.factory import article

FERRY = "The ferry Alma ran aground off Lindvik on Monday with 80 passengers aboard."
WIND = "Wind of 30 knots pushed it onto the rocks, the coast guard reported."
TUG = "Two tugs from Marnes will try to pull it free at high tide."
CAFE = "A café near the quay sells soup to those who wait."
OIL = "Divers found no oil in the water around the hull."


def _offered(*texts: str, language: str = "en"):
    return candidates(
        [document(article(text, id=f"a{n}", title="", language=language)) for n, text in enumerate(texts)]
    )


def _told(offered, most: int, **options) -> list[str]:
    return [offered[i].text for i in choose_several(offered, most, **options)]


def test_what_all_articles_say_comes_first():
    """The sentence whose words most articles share is told first, wherever its article stands."""
    offered = _offered(
        f"{CAFE} {OIL}",
        "The ferry Alma is aground. Nobody of the 80 passengers is hurt.",
        "Rocks hold the ferry Alma off Lindvik since Monday. Tugs are on their way.",
        f"{FERRY} {WIND}",
    )
    assert _told(offered, 1) == [FERRY]


def test_early_sentences_win():
    """Of two sentences alike in all but their place, the one that begins its article is told."""
    offered = _offered(f"{FERRY} {CAFE}", f"{OIL} {TUG} {WIND}")
    first, second = _told(offered, 2)
    assert {first, second} == {FERRY, OIL}


def test_no_news_twice():
    """A report that only repeats another in nearly the same words is passed over for one that adds to it."""
    offered = _offered(FERRY, FERRY.replace("Monday", "Monday morning"), TUG)
    assert len(_told(offered, 3)) == 2
    assert TUG in _told(offered, 2)


def test_every_article_has_its_say():
    """Where as many bullets are wanted as there are articles, each article of its own matter gets one."""
    offered = _offered(
        f"{FERRY} {WIND}", f"{TUG} {CAFE}", f"{OIL} Its captain had steered this coast for years."
    )
    chosen = choose_several(offered, 3)
    assert sorted(offered[i].article.id for i in chosen) == ["a0", "a1", "a2"]


def test_short_articles_yield_fewer():
    """Bullets that would retell most of some short articles are not told, but three always may be."""
    offered = _offered(f"{FERRY} {WIND}", f"{TUG} {CAFE}", OIL)
    assert len(choose_several(offered, 5, taste=Taste(length=0.1))) == 3
    words = sum(len(c.words) for c in offered)
    told = sum(len(offered[i].words) for i in choose_several(offered, 5))
    assert told <= TASTE.length * math.sqrt(words) + max(len(c.words) for c in offered)


def test_refused_sentences_are_not_chosen():
    """A sentence that cannot be told alone is passed over for the next."""
    offered = _offered(f"{FERRY} {WIND}", TUG)
    best = choose_several(offered, 1)[0]
    assert best not in choose_several(offered, 3, fits=lambda i: i != best)
    assert choose_several(offered, 3, fits=lambda _: False) == []


def test_quotation_is_worth_less():
    """Of two sentences with the same words, the one that is no quotation is told."""
    offered = _offered(f"“{FERRY}”", FERRY.replace("The ferry", "A ferry"))
    assert _told(offered, 1) == [FERRY.replace("The ferry", "A ferry")]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("el", "Το πλοίο προσάραξε τη Δευτέρα στα βράχια.", "Δύο ρυμουλκά θα το τραβήξουν αύριο."),
        ("zh", "渡轮星期一在港口外搁浅，没有人受伤。", "两艘拖船明天将把它拉出来。"),
        ("xx", "Bala teru mino kasta rimo.", "Dorin falo besta kurim nalo."),
    ],
)
def test_any_language(language, first, second):
    """Articles in any script, also of a language without stop words or stems, are told article by article."""
    offered = _offered(first, second, language=language)
    assert set(_told(offered, 2)) == {first, second}


def test_nothing_offered():
    """Of nothing, nothing is chosen."""
    assert choose_several([], 3) == []


WORDS = st.sampled_from("ferry rocks tug oil wind coast guard crew tide hull quay soup the a of".split())
SENTENCES = st.lists(WORDS, min_size=4, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
ARTICLES = st.lists(st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join), min_size=2, max_size=4)


@given(ARTICLES)
def test_wanting_more_changes_nothing_before(texts):
    """Whoever wants more bullets gets the same ones first."""
    offered = _offered(*texts)
    ten = choose_several(offered, 10)
    assert len(ten) == len(set(ten)) <= 10
    for most in range(10):
        assert choose_several(offered, most) == ten[:most]


def test_first_sentences_of_reports_are_told_once():
    """Of reports that begin with the same news in other words one beginning is told, then what follows."""
    offered = _offered(
        f"{FERRY} {WIND}",
        f"On Monday the ferry Alma with 80 passengers on board ran onto rocks off Lindvik. {TUG}",
        f"The ferry Alma, with 80 passengers aboard, is aground off Lindvik. {OIL}",
    )
    told = _told(offered, 3)
    assert len([text for text in told if "80 passengers" in text]) == 1
    assert len(told) == 3
