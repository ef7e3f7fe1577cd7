from dataclasses import replace

import pytest

from briefing.model import Bullet, Evidence, Verdict
from briefing.text.document import document
from briefing.verify import verify
from tests.factory import article, bullet

SOURCE = "Nearly 500 people came to the pier, the harbour board said. It rained."
SENTENCE = SOURCE[: SOURCE.index(" It rained")]
DOCUMENTS = [document(article(SOURCE, id="a"))]


def _bullet(text: str) -> Bullet:
    return Bullet(text, "news", (Evidence("a", 0, len(SENTENCE), SENTENCE),))


@pytest.mark.parametrize("mode", ["repair", "strict"])
def test_what_fails_is_told_in_the_sources_words(mode):
    """A bullet that drops what binds becomes the sentence that it rests on, and says what was wrong."""
    told = verify(_bullet("500 people came to the pier, the harbour board said."), DOCUMENTS, mode)
    assert told.verified and told.text == SENTENCE
    assert told.reasons == ("it leaves out 'Nearly'",)


def test_what_holds_has_no_reasons():
    """A bullet that holds is verified as it is, with nothing to say about it."""
    told = verify(_bullet(SENTENCE), DOCUMENTS)
    assert (told.verified, told.text, told.reasons) == (True, SENTENCE, ())


def test_nothing_is_checked():
    """With verification off every bullet stays as it is and is marked, be it as true as can be."""
    told = verify(_bullet(SENTENCE), DOCUMENTS, "off")
    assert (told.verified, told.text) == (False, SENTENCE)
    assert told.reasons


@pytest.mark.parametrize("start", [-1, 5, 10**9])
def test_span_that_is_not_there(start):
    """A bullet that cites words which do not stand where it says is not verified, and says so."""
    of = article()
    good = bullet(of)
    (receipt,) = good.evidence
    told = verify(replace(good, evidence=(replace(receipt, start=start),)), [document(of)])
    assert not told.verified and told.text == good.text
    assert told.reasons == ("it cites words that are not in the article",)


def test_bullet_that_cites_nothing():
    """A bullet without evidence is given the sentences that it rests on; where there are none it fails."""
    told = verify(Bullet("Nearly 500 people came to the pier, the board said.", "own", ()), DOCUMENTS)
    assert told.verified and [e.text for e in told.evidence] == [SENTENCE]
    told = verify(Bullet("Volcanoes erupted elsewhere.", "own", ()), DOCUMENTS)
    assert not told.verified and told.evidence == () and told.reasons


FERRY = (
    "The night ferry between Aldermouth and the Skerry islands will sail again from March, "
    "the harbour board said. "
    "Two ships with room for 240 passengers each have been chartered at a cost of £18m. "
    "Fares will not rise before the summer, said Ada Brun, who leads the board."
)


def _own(text: str, mode: str = "repair") -> Bullet:
    """Return what becomes of a bullet in words of its own, which cites the first sentence."""
    told = document(article(FERRY, id="ferry"))
    first = told.sentences[0]
    evidence = (Evidence("ferry", first.start, first.end, first.text),)
    return verify(Bullet(text, "own", evidence), [told], mode)


def test_own_wording_that_holds():
    """A bullet in words of its own is verified where its article bears it out, and cites what does."""
    told = _own("The night ferry between Aldermouth and Skerry is to sail again in March.")
    assert told.verified and not told.reasons and told.evidence[0].start == 0
    told = _own("Two ships have been chartered at a cost of £18m for 240 passengers each.")
    assert told.verified and not told.reasons
    assert told.evidence[0].text.startswith("Two ships")


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Two ships with room for 420 passengers each were chartered.", "room for 240 passengers"),
        ("Two ships were chartered at a cost of £81m.", "cost of £18m"),
        (
            "The night ferry between Aldermouth and the Faroe islands will sail again from March.",
            "the Skerry islands",
        ),
        ("The night ferry between Aldermouth and the Skerry islands will sail again from May.", "from March"),
        ("Fares will rise before the summer, said Ada Brun, who heads the board.", "will not rise before"),
    ],
)
def test_what_is_at_fault_is_put_back(text, mended):
    """A wrong figure, name, date or a lost "not" is put back from the source; "strict" tells the sentence."""
    told = _own(text)
    assert told.verified and told.reasons
    assert mended in told.text and told.text != told.evidence[0].text
    strict = _own(text, "strict")
    assert strict.verified and strict.reasons
    assert strict.text == strict.evidence[0].text and mended in strict.text


def test_what_cannot_be_mended_is_replaced():
    """Where it is not certain what the source's words would be, its sentence is told."""
    told = _own("Ministers in Oslo praised the cheap new ferry to Bergen as a gift to the islands.")
    assert told.verified and told.reasons and told.text == told.evidence[0].text


def test_hostile_bullets():
    """Whatever an engine writes gets a verdict: nothing crashes."""
    for text in ("", "…", "((((" * 5000, "0 " * 5000, "\x00\u202e", "«»" * 999, "Ada " * 3000):
        assert _own(text).text is not None


def test_model_is_asked_in_the_checks_place():
    """Where a judge is given it decides about a wording of its own, and its reasons are told."""

    def never(_text: str, _language: str):
        return lambda _claim: Verdict(False, 0.1, ("the model does not find it",))

    told = document(article(FERRY, id="ferry"))
    first = told.sentences[0]
    evidence = (Evidence("ferry", first.start, first.end, first.text),)
    fine = Bullet("The night ferry between Aldermouth and Skerry is to sail again in March.", "own", evidence)
    assert verify(fine, [told]).reasons == ()
    judged = verify(fine, [told], judge=never)
    assert judged.text == first.text and judged.reasons == ("the model does not find it",)
    cut = Bullet(first.text, "news", evidence)
    assert verify(cut, [told], judge=never).reasons == ()
