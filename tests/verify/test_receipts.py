from dataclasses import replace

from briefing.model import Bullet
from briefing.verify import verify
from tests.factory import article, bullet

ARTICLE = article()
TEXTS = {ARTICLE.id: ARTICLE.text}


def test_exact_span_is_verified():
    """A bullet that says what stands at its span is verified."""
    assert verify(bullet(ARTICLE, verified=False), TEXTS).verified


def test_changed_word_is_not_verified():
    """A bullet that differs from its evidence by one word is not verified."""
    good = bullet(ARTICLE)
    assert not verify(replace(good, text=good.text.replace("two", "three")), TEXTS).verified


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
