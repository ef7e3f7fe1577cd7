from dataclasses import replace

import pytest

from briefing.model import Bullet, Evidence
from briefing.text.document import document
from briefing.verify import verify
from tests.factory import article, bullet

ARTICLE = article()
DOCUMENTS = [document(ARTICLE)]


def test_exact_span_is_verified():
    """A bullet that says what stands at its span is verified."""
    assert verify(bullet(ARTICLE, verified=False), DOCUMENTS).verified


def _told(source: str, text: str, *names: tuple[int, int]) -> Bullet:
    """Return what becomes of a bullet that tells `source` as `text`, with names from spans of it."""
    of = article(source)
    spans = ((0, source.index(".") + 1), *names)
    evidence = tuple(Evidence(of.id, start, end, source[start:end]) for start, end in spans)
    return verify(Bullet(text, "news", evidence), [document(of)])


def test_changed_word_is_told_as_the_source_has_it():
    """A bullet that differs from its evidence by one word becomes the sentence of its evidence."""
    good = bullet(ARTICLE)
    changed = verify(replace(good, text=good.text.replace("two", "three")), DOCUMENTS)
    assert changed.text == good.text and changed.verified


def test_words_may_be_left_out():
    """A bullet that leaves out a connective or an aside is verified as it is."""
    told = _told("But the ferry, a grey ship, left at dawn.", "The ferry left at dawn.")
    assert told.verified and told.text == "The ferry left at dawn."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The ferry did not sink in the storm.", "The ferry did sink in the storm."),
        ("The ferry didn't leave on Monday.", "The ferry leave on Monday."),
        ("The mayor allegedly took the money.", "The mayor took the money."),
        ("The bridge may close in the spring.", "The bridge close in the spring."),
        ("The pier reopens on Friday if the rain stops.", "The pier reopens on Friday."),
        ("The crane fell on the quay at noon.", "The quay fell on the crane at noon."),
        ("The union counts 18 dead.", "The union counts 81 dead."),
        ("Opponents say the minister stole the money.", "The minister stole the money."),
        ("Police deny that officers fired on the crowd.", "Officers fired on the crowd."),
        ("Nearly 500 people came to the pier.", "500 people came to the pier."),
        ("Министр не признал вину в суде.", "Министр признал вину в суде."),
        ("The repair costs $5 million in all.", "The repair costs €5 million in all."),
        ("The balance stood at -5 million.", "The balance stood at 5 million."),
        ("The mayor, who did not vote, left early.", "The mayor left early."),
        ('The mayor, "a thief", left early.', "The mayor left early."),
    ],
)
def test_what_binds_cannot_be_left_out(source, text):
    """What loses a negation, a doubt or a condition, or changes the order, is told as the source has it."""
    told = _told(source, text)
    assert told.text == source and told.verified


def test_name_from_another_span_may_be_put_in():
    """A pronoun may give way to a name that stands in a further span of the evidence, and to no strange one.

    Where the bullet doesn't cite it, the sentence with the name becomes part of its evidence.
    """
    source = "She leaves the post in May. Anna Berg told the council."
    name = (source.index("Anna"), source.index(" told"))
    assert _told(source, "Anna Berg leaves the post in May.", name).text.startswith("Anna Berg")
    assert _told(source, "Eva Holm leaves the post in May.", name).text.startswith("She leaves")
    uncited = _told(source, "Anna Berg leaves the post in May.")
    assert uncited.verified and any("Anna Berg" in evidence.text for evidence in uncited.evidence)


def test_name_cannot_bring_a_negation():
    """Only a name may be put in from a further span: no "not", and nothing in small letters."""
    source = "She took the post in May. Anna Berg did not take the money."
    span = (source.index("Anna"), len(source) - 1)
    assert _told(source, "She did not take the post in May.", span).text == source[:25]


def test_endless_sentence_is_told_as_it_is():
    """A bullet that shortens a sentence of 100,000 words is told in the source's words, without comparing."""
    source = "word " * 100_000 + "end."
    assert _told(source, "Word end.").text == source


def test_line_break_in_the_source_is_no_difference():
    """A sentence that the source breaks over two lines is verified as one line."""
    broken = article("The ferry sank on\nMonday night.")
    whole = bullet(broken, 0, len(broken.text))
    assert verify(replace(whole, text="The ferry sank on Monday night."), [document(broken)]).verified


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("But the company sold the pier.", "Alda Pier Inc. sold the pier."),
        ("The company's pier is shut.", "Alda Pier Inc's pier is shut."),
        ("The museum sold the pier.", "The Museum of the Harbour sold the pier."),
    ],
)
def test_organisation_may_stand_in_for_the_company(sentence, text):
    """The name of an organisation from a further span may stand where the sentence has "the company"."""
    source = f"{sentence} Divers told Alda Pier Inc. and the Museum of the Harbour."
    names = [(source.index(n), source.index(n) + len(n)) for n in ("Alda Pier Inc.", "Museum of the Harbour")]
    assert _told(source, text, *names).text == text


@pytest.mark.parametrize(
    ("sentence", "text", "name"),
    [
        ("The driver sold the pier.", "Alda Motors sold the pier.", "Alda Motors"),
        ("The company sold the pier.", "Norvik Motors sold the pier.", "Alda Motors"),
        ("The company sold the pier.", "Alda Motors denied sold the pier.", "Alda Motors denied"),
        ("The company did not sell the pier.", "Alda Motors did sell the pier.", "Alda Motors"),
        ("A rival of the company sold the pier.", "Alda Motors sold the pier.", "Alda Motors"),
    ],
)
def test_organisation_stands_in_for_nothing_else(sentence, text, name):
    """No other noun gives way to a name, no name comes from nowhere, and nothing else is lost with it."""
    source = f"{sentence} Divers say Alda Motors denied this."
    place = source.index(name)
    assert _told(source, text, (place, place + len(name))).text == sentence
