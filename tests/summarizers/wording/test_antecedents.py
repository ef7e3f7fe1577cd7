import pytest

from briefing.summarizers.engine import candidates
from briefing.summarizers.news import Teller
from briefing.summarizers.wording.antecedents import taken_up
from briefing.text.document import document
from tests.factory import article

BEFORE = "A grey trawler ran aground off Lindvik on Monday."


def _taken_up(text: str, before: str = BEFORE) -> tuple[str, ...]:
    return taken_up(document(article(f"{before} {text}")), 1, text)


def test_what_came_in_before():
    """A sentence about "the trawler" takes up the trawler that an earlier sentence has brought in."""
    assert _taken_up("The trawler was towed to port.") == ("trawler",)
    assert _taken_up("The old trawlers' hulls are thin.", "Two trawlers sank.") == ("trawler",)
    assert _taken_up("The companies were paid for the tow.", "One company owns it.") == ("compan",)


@pytest.mark.parametrize(
    "text",
    [
        "Divers left the trawler unharmed.",
        "The crew of the trawler was safe.",
        "On Tuesday, the grey trawler was towed to port.",
        "The 40-year-old Florida trawler came back in May.",
        "The Norwegian trawler came back in May.",
        "“We were lucky,” nobody but the trawler's cook said.",
    ],
)
def test_early_definites(text):
    """A thing that one of the first few words names is taken up, and so is whoever speaks after his words."""
    assert "trawler" in _taken_up(text)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Divers know those boats well.", ("boat", "well")),
        ("Ada Brun, a diver, knows those boats.", ("boat",)),
        ("Divers know such storms.", ("storm",)),
        ("The end of that voyage was near.", ("voyage",)),
        ("One of the boats was lost.", ("boat",)),
        ("Divers wait for these two boats.", ("two", "boat")),
    ],
)
def test_pointed_at(text, needed):
    """Whatever "those", "such" or "that" points at must be told, be it in an earlier sentence or not."""
    assert _taken_up(text) == needed


@pytest.mark.parametrize(
    "text",
    [
        "Divers know those who sailed.",
        "Divers know storms such as that of May.",
        "Divers are busy this week.",
        "One of the boats, Aurora, was lost.",
        "Divers know those boats that sank.",
        "One of the oldest boats was lost.",
        "Divers say that voyages are long.",
        "When the boats sank, divers knew those boats.",
        "Divers said “those boats are old”.",
    ],
)
def test_points_at_nothing(text):
    """A "those" that stands for itself, a time, or what its own sentence tells points at nothing."""
    assert _taken_up(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The pilot was taken to hospital.",  # nobody spoke of a pilot
        "The trawler that sank in May was towed to port.",
        "The trawler Aurora was towed to port.",
        "The Trawler Museum was closed.",
        "Divers at Lindvik said on Friday that the trawler was empty.",
        "One trawler met the trawler on Tuesday.",
        "A trawler was towed to port.",
        "The government paid for the tow.",
    ],
)
def test_what_is_told_by_itself(text):
    """What is new, named, told by what follows, or known to everybody leans on nothing."""
    assert _taken_up(text, f"{BEFORE} The government and a museum sent divers.") == ()


def test_told_only_with_what_it_takes_up():
    """Such a sentence is taken after one that tells of the trawler, or under a headline that does, only."""
    text = f"{BEFORE} Rain fell on Lindvik for a third day. The trawler was towed to port on Tuesday."
    for title, order, taken in (
        ("Storm", (1, 2), [True, False]),
        ("Storm", (0, 2), [True, True]),
        ("Trawler aground", (1, 2), [True, True]),
    ):
        told = document(article(text, title=title))
        offered, teller = candidates([told]), Teller([told])
        assert [teller.take(offered[i]) for i in order] == taken
