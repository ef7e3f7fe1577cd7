"""Whether a text bears a claim out."""

import json
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.model import Verdict
from briefing.verify.checker import Checker
from briefing.verify.passages import passage_of

FERRY = """\
The ferry Aurora sank off the coast of Norway on Tuesday, 4 March 2014. Eighteen people were rescued, police
in Bergen said. "We heard a loud bang and then the lights went out," said Ada Brun, a passenger from Glasgow.
The company, Nordline, said profits fell by 1.2 billion crowns last year. Its captain, Carl Dorn, 52, is
suspected of leaving the bridge. Dorn was not on duty before noon. The ship was 50 km (30 miles) from the
harbour when it sank. Rovers beat Albion 3-1 in front of 2,300 people. The Federal Maritime Board plans to
close the route. Ms Brun may sue the company.
""".replace("\n", " ")
SUPPORTED = (
    "The ferry Aurora sank off Norway on Tuesday.",
    "18 people were rescued.",
    "Eighteen people were rescued, police in Bergen said.",
    "Nordline said profits fell by 1.2bn crowns last year.",
    "Brun is a passenger from Glasgow.",
    "Ada Brun may sue the company.",
    "The ship was 30 miles from the harbour when it sank.",
    "“We heard a loud bang and then the lights went out,” said Ada Brun.",
    "The Norwegian ferry Aurora sank.",
    "The FMB plans to close the route.",
    "Rovers beat Albion in front of over 2,000 people.",
    "Dorn wasn't on duty before noon.",
    "Dorn is suspected of leaving the bridge.",
    "Albion were beaten 3-1 by Rovers.",
)
FALSE = {
    "81 people were rescued.": "the source says Eighteen, not 81",
    "The ferry Aurora sank off the coast of Norway on Friday.": (
        "the date Friday is not in the source; it has Tuesday"
    ),
    "Ada Brun is a passenger from Edinburgh.": "'Edinburgh' is not in the source; it has 'Glasgow'",
    "Nordline said profits rose by 1.2 billion crowns last year.": "'rose' turns the source's 'fell' round",
    "The ship was 30 km from the harbour when it sank.": "the source says 50 km, not 30 km",
    "“We heard a big bang and then the lights went out,” said Ada Brun.": (
        "'We heard a big bang and then the lights went out,' is not in the source in these words"
    ),
    "Carl Dorn said “the ship was 50 km from the harbour”.": (
        "'the ship was 50 km from the harbour' is not in the source in these words"
    ),
    "Dorn “was not on duty before noon”.": (
        "'was not on duty before noon' is in the source, but not as a quotation"
    ),
    "Dorn was on duty before noon.": "the source says 'not on', and the claim leaves it out",
    "Eighteen people were not rescued, police in Bergen said.": "the source does not say 'not rescued'",
    "Dorn is leaving the bridge.": "the source says 'suspected', and the claim leaves it out",
    "Dorn was not on duty after noon.": "'after' turns the source's 'before' round",
    "Carl Brun is a passenger from Glasgow.": "the source says 'Ada' here, not 'Carl'",
    "Albion beat Rovers 3-1.": "the source has 'Albion' and 'Rovers' the other way round about 'beat'",
    "Its captain, Carl Dorn, 18, is suspected of leaving the bridge.": "the source says 52 here, not 18",
    "The Federal Maritime Board will close the "
    "route.": "the source says 'plans', and the claim leaves it out",
    "Ada Brun will sue the company.": "the source says 'may', and the claim leaves it out",
}


@pytest.mark.parametrize("claim", SUPPORTED)
def test_supported(claim):
    """What the text says, in other words or in fewer, is supported, and nothing speaks against it."""
    verdict = briefing.check(claim, FERRY)
    assert verdict.supported and verdict.score >= 0.5 and verdict.reasons == ()


@pytest.mark.parametrize(("claim", "reason"), FALSE.items(), ids=lambda value: value[:40])
def test_not_supported(claim, reason):
    """One changed fact makes a claim unsupported, and the reason names it with what the text has instead."""
    verdict = briefing.check(claim, FERRY)
    assert not verdict.supported and verdict.score < 0.5
    assert reason in verdict.reasons


QUARRY = """\
At least 40 miners were trapped below the quarry at Sarn, a rescue charity said on Friday.
Sarn's council said it had shut the road, sending home 15 “volunteers”, whom the charity had called in.
"Nobody told us that the pumps had failed," Ines Hale said. Omar Reed said that the pumps were old.
Tickets were free, the museum said. Local officials said the rain would last for days.
The firm's crane, on hire from Norway, lifted 12 crates on Sunday before the wind rose.
"""
BOUND = {
    "Sarn's council sent home 40 volunteers.": "the source says 15 here, not 40",
    "At least 40 miners were trapped, Sarn's council said.": (
        "the source has this from 'a rescue charity', not from 'Sarn's council'"
    ),
    "According to Sarn's council, at least 40 miners were trapped below the quarry.": (
        "the source has this from 'a rescue charity', not from 'Sarn's council'"
    ),
    "Nobody had told them that the pumps had failed, Omar Reed said.": (
        "the source has this from 'Ines Hale', not from 'Omar Reed'"
    ),
    "In the storm the crane had lifted 40 miners.": "the source says 12 of this, not 40",
}
UNBOUND = (
    "At least 40 miners were trapped below the quarry, a charity said.",
    "Sarn's council sent home 15 volunteers.",
    "The pumps had failed, Ines Hale said.",
    "The rain would last for days, the council's officials said.",
    "At least 40 miners were trapped below the quarry, officials said.",
    "The crane lifted 12 crates.",
)


@pytest.mark.parametrize(("claim", "reason"), BOUND.items(), ids=lambda value: value[:40])
def test_bound(claim, reason):
    """A figure belongs to what it counts and to who did it, and a statement to the one who made it."""
    assert reason in briefing.check(claim, QUARRY).reasons


@pytest.mark.parametrize("claim", UNBOUND)
def test_not_bound(claim):
    """A shorter name of the same speaker, or officials who may be anybody, are no fault."""
    assert briefing.check(claim, QUARRY).supported


def test_words_that_the_source_lacks():
    """A claim about something else is not supported, and the words that the text lacks are named."""
    verdict = briefing.check("The minister resigned over a scandal.", FERRY)
    assert not verdict.supported
    assert verdict.reasons == ("the source says nothing of 'minister', 'resigned', 'scandal'",)


def test_closer_claim_scores_higher():
    """Of two claims the one that the text says scores higher than the one that it half says."""
    true = briefing.check("Nordline said profits fell by 1.2 billion crowns.", FERRY)
    half = briefing.check("Nordline warned that profits collapsed by 1.2 billion crowns.", FERRY)
    assert true.score > half.score


def test_names_without_capitals():
    """In a text without capitals the figures and the words still tell."""
    small = FERRY.lower()
    assert briefing.check("eighteen people were rescued, police in bergen said.", small).supported
    assert not briefing.check("eighty people were rescued, police in bergen said.", small).supported


def test_several_sentences():
    """A claim of several sentences is supported where each of them is."""
    true = "Eighteen people were rescued. Nordline said profits fell."
    assert briefing.check(true, FERRY).supported
    verdict = briefing.check(f"{true} Carl Dorn, 53, is the captain.", FERRY)
    assert verdict.reasons == ("the source says 52, not 53",)


@pytest.mark.parametrize(
    ("claim", "text", "reason"),
    [
        ("", FERRY, "the claim is empty"),
        (" \n\t", FERRY, "the claim is empty"),
        ("?!", FERRY, "the claim is empty"),
        ("The ferry sank.", "", "the source is empty"),
        ("The ferry sank.", "...", "the source is empty"),
        ("word " * 3_000, FERRY, "the claim is longer than 10,000 characters"),
        (
            "Le navire a coulé mardi au large des côtes, selon la police de cette ville.",
            FERRY,
            "the claim is in another language (fr) than the source (en)",
        ),
    ],
)
def test_bad_input(claim, text, reason):
    """What cannot be compared is not supported, and the reason says why."""
    assert briefing.check(claim, text) == Verdict(False, 0.0, (reason,))


def test_claim_longer_than_the_source():
    """A claim that says more than its source is not supported."""
    assert not briefing.check(
        "The ferry sank after a fire broke out in its engine room.", "The ferry sank."
    ).supported


BAIT = (
    "(",
    "a ",
    "1",
    '"',
    "'a ",
    "1 ",
    "A. ",
    "A",
    "Ab Cd ",
    "..!",
    "1,1",
    "x's ",
    "$",
    "not ",
    "'Tis “a ",
    "ab\n",
)


@pytest.mark.parametrize("piece", BAIT, ids=ascii)
def test_bait(piece):
    """Repeated marks, figures, names and quotation marks get a verdict, as text and as claim."""
    bait = piece * (60_000 // len(piece))
    claim = 'Ada Brun said 18 people "left the bridge" on Tuesday in ABC.'
    assert not briefing.check(claim, bait, language="en").supported
    for said in (bait, bait[:9_000]):
        assert isinstance(briefing.check(said, FERRY), Verdict)
        assert isinstance(briefing.check(said, bait, language="en"), Verdict)


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["en", "de", "ar", "zh", None]))
def test_any_text(claim, text, language):
    """Any claim and any text get a score from 0 to 1, and a reason where it is not supported."""
    verdict = briefing.check(claim, text, language=language)
    assert 0 <= verdict.score <= 1
    assert verdict.supported == (not verdict.reasons)


@pytest.mark.parametrize(
    ("language", "text", "true", "false"),
    [
        (
            "fr",
            "Le navire Aurore a coulé mardi au large de Brest. Dix-huit passagers sur 250 ont été secourus.",
            "Le navire Aurore a coulé au large de Brest.",
            "Le navire Aurore a coulé au large de Calais.",
        ),
        (
            "de",
            "Die Fähre sank am Dienstag vor Bergen. 18 Menschen wurden gerettet, sagte die Polizei.",
            "18 Menschen wurden gerettet.",
            "81 Menschen wurden gerettet.",
        ),
        (
            "zh",
            "渡轮周二在挪威海岸沉没，18人获救。警方正在调查。",
            "渡轮在挪威海岸沉没，18人获救。",
            "渡轮在挪威海岸沉没，81人获救。",
        ),
        (
            "ar",
            "غرقت العبارة يوم الثلاثاء وأنقذ 18 شخصا قبالة الساحل.",
            "غرقت العبارة وأنقذ 18 شخصا.",
            "غرقت العبارة وأنقذ 81 شخصا.",
        ),
    ],
)
def test_other_languages(language, text, true, false):
    """In any language a strange figure or name is a fault."""
    assert briefing.check(true, text, language=language).supported
    assert not briefing.check(false, text, language=language).supported


def test_checker_is_prepared_once():
    """A text that was prepared for one claim gives every other the same verdict as one prepared anew."""
    prepared = Checker(FERRY)
    for claim in (*SUPPORTED, *FALSE):
        assert prepared(claim) == Checker(FERRY)(claim)


WRAPPED = "Dr. Hale sold the  mill\nto the town. It was not cheap. Old mills seldom are, she said"


@pytest.mark.parametrize(
    ("claim", "whole"),
    [
        ("It was not cheap.", True),
        ("Dr. Hale sold the mill to the town.", True),
        ("Old mills seldom are, she said", True),
        ("It was not cheap. Old mills seldom are, she said", False),
        ("Hale sold the mill to the town.", False),
        ("It was not", False),
        ("was not cheap.", False),
        ("It was not cheap", False),
    ],
)
def test_whole_sentence(claim, whole):
    """A whole sentence of the text is known before the text is prepared, a part of one is not."""
    checker = Checker(WRAPPED, "en")
    assert checker(claim).supported
    assert ("passages" not in vars(checker.source)) == whole


def test_whole_sentence_scores_the_same():
    """A whole sentence scores what its comparison with the text gives."""
    for sentence in re.split(r"(?<=\w{3}\.) ", FERRY.strip()):
        checker = Checker(f"{FERRY} {sentence[:-1]}, it was said.", "en")
        assert checker(sentence).score == checker._judge(passage_of(sentence, "en")).score


def test_weights_are_signed():
    """No weight of a fault speaks for a claim."""
    weights = json.loads((files("briefing.verify") / "check.json").read_text("utf-8"))
    for language in ("en", "other"):
        assert all(weights[language][kind] <= 0 for kind in ("number", "name", "quote"))
        assert weights[language]["known"] > 0
