import pytest

from briefing.text.disputes import claims, disputes

LEAD = "At least 18 people were killed in an airstrike on the market of Lindvik, a rebel group said."
ARMY = "The army said it carried out an air strike near the market of Lindvik, killing 11 rebels."


def _pairs(*sentences: str) -> list[tuple[int, int]]:
    """Return the numbers of the sentences that dispute each other's figures."""
    return [(one.index, other.index) for one, other in disputes(sentences)]


def test_two_sides_of_one_article():
    """Two figures for the dead of one event, each with its side, are a pair, whatever stands between."""
    assert _pairs(LEAD, "Rain fell on the town at noon.", ARMY) == [(0, 2)]


def test_three_figures():
    """Where three give three figures, each stands beside the two others."""
    third = "Doctors in Lindvik counted 23 dead at the market, according to the hospital of the town."
    assert _pairs(LEAD, ARMY, third) == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police said 300 people were arrested at the harbour of Lindvik.",
         "Lawyers said 520 people were arrested at the harbour of Lindvik."),
        ("Two thousand people marched to the harbour of Lindvik, police said.",
         "According to the union, 9,000 people marched to the harbour of Lindvik."),
        ("The fire at the Lindvik harbour killed six people, the mayor said.",
         "The hospital put the death toll of the Lindvik harbour fire at nine, doctors said."),
        ("The council said it paid $2 million for the bridge of Lindvik.",
         "Auditors said they put the cost at $5 million for the bridge of Lindvik."),
        ("The storm left 40 people missing off Lindvik island, the coast guard said.",
         "Fishermen said 75 people were missing off Lindvik island."),
    ],
)  # fmt: skip
def test_other_figures(one, other):
    """Arrests, crowds, tolls, money and the missing are counted too."""
    assert _pairs(one, other) == [(0, 1)]


@pytest.mark.parametrize(
    "other",
    [
        "Some 18 people were killed in the airstrike on the market of Lindvik, the army said.",  # the same
        "About 19 people were killed in the airstrike on the market of Lindvik, the army said.",  # nearly
        "The airstrike on the market of Lindvik killed 11 people.",  # nobody says so
        "The rebel group said the airstrike on the market of Lindvik killed 11 soldiers.",  # the same side
        "He said the airstrike on the market of Lindvik killed 11 people.",
        "Seven people were injured in the airstrike on the market of Lindvik, the army said.",  # another harm
        "Last month, an airstrike on the market of Lindvik killed 24 people, the army said.",  # another time
        "An airstrike on the market of Lindvik killed 24 people in 2019, the army said.",
        "A ferry sank off Norvik, killing 24 people, the coast guard said.",  # another event
        "The army said the airstrike on the market of Lindvik killed a 24-year-old rebel.",
        "The army said the airstrike on the market of Lindvik killed rebels 24 miles away.",
        "The dead of the airstrike on the market of Lindvik include 11 children, the army said.",
        "One Dane and three Swedes were killed in the airstrike on the market of Lindvik, the army said.",
        "The army said its airstrike on the market of Lindvik will not be the last in 11 weeks.",
    ],
)
def test_no_dispute(other):
    """The same or a rounded figure, one side alone, another event, a part, an age and a distance are none."""
    assert _pairs(LEAD, other) == []


def test_a_claim_as_it_is_written():
    """A claim tells its figure and the one who gives it as the sentence writes them."""
    ((one, other),) = disputes([LEAD, ARMY])
    assert (one.count.figure, one.who) == ("at least 18", "a rebel group")
    assert (other.count.figure, other.who) == ("11", "The army")


def test_it_said():
    """Where "it said" gives the figure, it is the body that the sentence before opens with."""
    before = "The army gave a different account of the raid."
    ((one, other),) = disputes(
        [
            "Bombs dropped by the army on a market killed 18 people or more, according to a rebel group.",
            before,
            "Its aircraft, it said, had hit a refuge and 11 “terrorists” were dead.",
        ]
    )
    assert (one.count.figure, one.who) == ("18 or more", "a rebel group")
    assert (other.count.figure, other.who) == ("11", "The army")
    told = "Its aircraft, it said, had hit a refuge and 11 “terrorists” were dead."
    assert claims(1, told, "Rain fell at noon.") == []
