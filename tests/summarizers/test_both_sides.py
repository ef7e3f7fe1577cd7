from briefing.summarizers.both_sides import both_sides
from briefing.summarizers.engine import candidates
from briefing.summarizers.news import News
from briefing.text.document import document
from tests.factory import article

REBELS = "At least 18 people were killed in an airstrike on the market of Lindvik, a rebel group said."
ARMY = "The army said it carried out an air strike near the market of Lindvik, killing 11 rebels."
OTHERS = (
    "Rain fell on the harbour of Norvik for a third day.",
    "The ferry to the Skerry islands stayed at the quay all night.",
    "A school in the north opened its doors to the stranded.",
    "The mayor of Norvik thanked the crews of both tugs.",
)


def _offered(*sentences: str, language: str = "en"):
    return candidates([document(article(" ".join(sentences), language=language))])


def _all(_: int) -> bool:
    return True


def test_other_side_takes_the_weakest_place():
    """Where as many as are wanted are chosen, the other side stands in the place of the weakest."""
    offered = _offered(REBELS, *OTHERS[:3], ARMY)
    assert both_sides([0, 2, 1], offered, 3, _all) == [0, 2, 4]
    assert both_sides([0, 2], offered, 3, _all) == [0, 2, 4]


def test_nothing_is_disputed():
    """Without another figure the choice stays as it is."""
    assert both_sides([2, 0], _offered(REBELS, *OTHERS), 3, _all) == [2, 0]


def test_both_are_chosen_already():
    """Where both sides are chosen nothing changes."""
    assert both_sides([1, 0], _offered(REBELS, ARMY, *OTHERS), 2, _all) == [1, 0]


def test_other_side_that_cannot_be_told():
    """A sentence that doesn't fit is not told, though it disputes a figure; a single bullet stays alone."""
    offered = _offered(REBELS, OTHERS[0], ARMY)
    assert both_sides([0, 1], offered, 2, lambda i: i != 2) == [0, 1]
    assert both_sides([0], offered, 1, _all) == [0]


def test_news_tells_both_figures():
    """The default engine tells both sides' figures, however late the second stands."""
    text = " ".join(
        (REBELS, *OTHERS * 1, "Nobody saw the planes come.", "The market is held on Sundays.", ARMY)
    )
    for count in (2, 3, 5):
        told = " ".join(bullet.text for bullet in News()([document(article(text))], count))
        assert "18 people" in told and "11 rebels" in told


def test_news_tells_both_figures_of_two_articles():
    """So it does where one article has the one figure and another the other."""
    documents = [
        document(article(" ".join((REBELS, *OTHERS[:2])), id="a")),
        document(article(" ".join((*OTHERS[2:], ARMY)), id="b")),
    ]
    told = " ".join(bullet.text for bullet in News()(documents, 3))
    assert "18 people" in told and "11 rebels" in told
