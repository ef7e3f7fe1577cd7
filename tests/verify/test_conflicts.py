from briefing.text.document import document
from briefing.verify import conflicts
from tests.factory import article

REBELS = "At least 18 people were killed in an airstrike on the market of Lindvik, a rebel group said."
ARMY = "The army said it carried out an air strike near the market of Lindvik, killing 11 rebels."
DOCTORS = "Doctors in Lindvik counted 23 dead at the market, according to the hospital of the town."


def _conflicts(*texts: str, **fields):
    return conflicts([document(article(text, id=f"a{i}", **fields)) for i, text in enumerate(texts)])


def test_sides_of_one_article():
    """Different figures for the same thing stand side by side, each with whose it is and its sentence."""
    text = f"{REBELS} It rained. {ARMY}"
    (found,) = _conflicts(text)
    assert found.about == "killed"
    assert [(s.figure, s.said_by) for s in found.sides] == [
        ("at least 18", "a rebel group"),
        ("11", "The army"),
    ]
    for side, sentence in zip(found.sides, (REBELS, ARMY), strict=True):
        assert text[side.evidence.start : side.evidence.end] == side.evidence.text == sentence


def test_sides_of_several_articles():
    """Across articles all figures for one thing are one conflict, each side once."""
    (found,) = _conflicts(REBELS, ARMY, f"{DOCTORS} {ARMY}")
    assert [side.evidence.article for side in found.sides] == ["a0", "a1", "a2"]
    assert [side.figure for side in found.sides] == ["at least 18", "11", "23"]


OPERATOR = "With the strike at the port of Lindvik 34 ships wait outside the harbour, the operator said."
UNION = (
    "Dockers shut the port of Lindvik on Friday with a strike that left 41 ships at anchor, the union said."
)


def test_reports_that_count_things_otherwise():
    """Two reports' figures for the same things stand side by side; within one they count two parts."""
    (found,) = _conflicts(OPERATOR, UNION)
    assert [(s.figure, s.said_by) for s in found.sides] == [("34", "the operator"), ("41", "the union")]
    assert _conflicts(f"{OPERATOR} {UNION}") == ()


def test_reports_that_count_other_things():
    """Figures of two reports that share little else are no conflict."""
    other = "The company has built 12 ships at Brenmark since spring, the managing director said."
    assert _conflicts(OPERATOR, other) == ()


def test_no_conflict():
    """Where the figures agree, or another language is written, there is none."""
    assert _conflicts(REBELS, REBELS) == ()
    assert _conflicts(f"{REBELS} {ARMY}", language="de") == ()
