"""Articles that are longer than a model can read."""

import pytest

from briefing.errors import EngineError
from briefing.summarizers.abstractive.reduction import reduced
from briefing.text.document import document
from tests.factory import BODY, article
from tests.summarizers.abstractive.writers import Scripted

LONG = "\n".join(
    f"Paragraph {n} says that ship number {n} waits outside the harbour of Lindvik." for n in range(60)
)


def _reduced(*texts, room=1000, **fields):
    documents = [document(article(text, id=f"a{n}", **fields)) for n, text in enumerate(texts)]
    return reduced(documents, 3, Scripted(lambda _: ("",), room=room))


def test_what_fits_is_given_whole():
    """A short article is given as it is, paragraph by paragraph."""
    assert _reduced(BODY).text == BODY


def test_what_does_not_fit_is_chosen_in_order():
    """Of a long article whole sentences are given, in their order, as many as there is room for."""
    request = _reduced(LONG, room=100)
    sentences = [s for s in request.sentences if s]
    assert sum(len(s.split()) for s in sentences) <= 100
    assert len(sentences) == 7  # of 13 words each
    assert all(s in LONG for s in sentences)
    assert sentences == sorted(sentences, key=LONG.index)


def test_every_article_has_its_say():
    """Of several articles that do not fit together the best of each is given."""
    others = [LONG.replace("Lindvik", place).replace("ship", "boat") for place in ("Odde", "Varn")]
    text = _reduced(LONG, *others, room=72).text
    assert all(place in text for place in ("Lindvik", "Odde", "Varn"))


def test_articles_are_apart():
    """Where an article ends a paragraph ends."""
    assert _reduced("One ship sank off Odde today.", "Two ships sank off Varn today.").text.count("\n") == 1


def test_no_sentence_fits():
    """Where not one sentence fits, the engine says so, and the next can do it; nothing is cut."""
    with pytest.raises(EngineError, match="short enough"):
        _reduced("word " * 200 + "end.", room=50)


def test_no_text():
    """An article without text is refused."""
    with pytest.raises(EngineError, match="no text"):
        _reduced(" ")
