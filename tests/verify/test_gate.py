from dataclasses import replace

import pytest

from briefing.model import Bullet, Evidence
from briefing.verify import verify
from tests.factory import article, bullet

SOURCE = "Nearly 500 people came to the pier, the harbour board said. It rained."
SENTENCE = SOURCE[: SOURCE.index(" It rained")]
TEXTS = {"a": SOURCE}


def _bullet(text: str) -> Bullet:
    return Bullet(text, "news", (Evidence("a", 0, len(SENTENCE), SENTENCE),))


@pytest.mark.parametrize("mode", ["repair", "strict"])
def test_what_fails_is_told_in_the_sources_words(mode):
    """A bullet that drops what binds becomes the sentence that it rests on, and says what was wrong."""
    told = verify(_bullet("500 people came to the pier, the harbour board said."), TEXTS, mode)
    assert told.verified and told.text == SENTENCE
    assert told.reasons == ("it leaves out 'Nearly'",)


def test_what_holds_has_no_reasons():
    """A bullet that holds is verified as it is, with nothing to say about it."""
    told = verify(_bullet(SENTENCE), TEXTS)
    assert (told.verified, told.text, told.reasons) == (True, SENTENCE, ())


def test_nothing_is_checked():
    """With verification off every bullet stays as it is and is marked, be it as true as can be."""
    told = verify(_bullet(SENTENCE), TEXTS, "off")
    assert (told.verified, told.text) == (False, SENTENCE)
    assert told.reasons


@pytest.mark.parametrize("start", [-1, 5, 10**9])
def test_span_that_is_not_there(start):
    """A bullet that cites words which do not stand where it says is not verified, and says so."""
    of = article()
    good = bullet(of)
    (receipt,) = good.evidence
    told = verify(replace(good, evidence=(replace(receipt, start=start),)), {of.id: of.text})
    assert not told.verified and told.text == good.text
    assert told.reasons == ("it cites words that are not in the article",)


def test_bullet_that_cites_nothing():
    """A bullet without evidence is never verified."""
    told = verify(Bullet("It rained.", "news", ()), TEXTS)
    assert not told.verified and told.reasons == ("it cites nothing",)
