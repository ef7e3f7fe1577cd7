from dataclasses import replace

import pytest

from briefing.model import Bullet, Evidence
from briefing.verify import verify
from tests.factory import article, bullet

ARTICLE = article()
TEXTS = {ARTICLE.id: ARTICLE.text}


def test_exact_span_is_verified():
    """A bullet that says what stands at its span is verified."""
    assert verify(bullet(ARTICLE, verified=False), TEXTS).verified


def _told(source: str, text: str, *names: tuple[int, int]) -> Bullet:
    """Return what becomes of a bullet that tells `source` as `text`, with names from spans of it."""
    of = article(source)
    spans = ((0, source.index(".") + 1), *names)
    evidence = tuple(Evidence(of.id, start, end, source[start:end]) for start, end in spans)
    return verify(Bullet(text, "news", evidence), {of.id: source})


def test_changed_word_is_told_as_the_source_has_it():
    """A bullet that differs from its evidence by one word becomes the sentence of its evidence."""
    good = bullet(ARTICLE)
    changed = verify(replace(good, text=good.text.replace("two", "three")), TEXTS)
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
    ],
)
def test_what_binds_cannot_be_left_out(source, text):
    """What loses a negation, a doubt or a condition, or changes the order, is told as the source has it."""
    told = _told(source, text)
    assert told.text == source and told.verified


def test_name_from_another_span_may_be_put_in():
    """A pronoun may give way to a name that stands in a further span of the evidence, and to no other."""
    source = "She leaves the post in May. Anna Berg told the council."
    name = (source.index("Anna"), source.index(" told"))
    assert _told(source, "Anna Berg leaves the post in May.", name).text.startswith("Anna Berg")
    assert _told(source, "Eva Holm leaves the post in May.", name).text.startswith("She leaves")
    assert _told(source, "Anna Berg leaves the post in May.").text.startswith("She leaves")


def test_endless_sentence_takes_no_time():
    """A bullet on a sentence of 100,000 words is compared in no time."""
    source = "word " * 100_000 + "end."
    assert _told(source, "Word end.").verified


def test_shifted_span_is_not_verified():
    """Evidence whose offsets do not lead to its text is not verified."""
    good = bullet(ARTICLE)
    moved = replace(good.evidence[0], start=1, end=good.evidence[0].end + 1)
    assert not verify(replace(good, evidence=(moved,)), TEXTS).verified


def test_missing_evidence_is_not_verified():
    """A bullet without evidence, or with that of an unknown article, is not verified."""
    assert not verify(Bullet("Anything at all.", "lead", ()), TEXTS).verified
    assert not verify(bullet(ARTICLE), {}).verified


def test_line_break_in_the_source_is_no_difference():
    """A sentence that the source breaks over two lines is verified as one line."""
    broken = article("The ferry sank on\nMonday night.")
    whole = bullet(broken, 0, len(broken.text))
    assert verify(replace(whole, text="The ferry sank on Monday night."), {broken.id: broken.text}).verified
