"""What a source tells as somebody's word."""

import pytest

from briefing.model import Bullet
from briefing.text.document import document
from briefing.verify import verify
from tests.factory import article

RAID = "At least 18 people were killed in the raid on Friday, a separatist group said on Monday."


def _told(wrote, text=RAID, mode="repair", language="en"):
    return verify(Bullet(wrote, "abstractive", ()), [document(article(text, language=language))], mode)


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (RAID, ", a separatist group said."),
        ("The army said at least 18 people were killed in the raid.", ", the army said."),
        ("According to Amnesty, at least 18 people were killed in the raid.", ", Amnesty said."),
    ],
)
def test_contested_matter_keeps_its_speaker(text, ending):
    """A model that tells one side's word as a fact is mended: who said so is put back, with the reason."""
    told = _told("At least 18 people were killed in the raid.", text)
    assert told.text == "At least 18 people were killed in the raid" + ending
    assert told.verified and "the source has it from" in told.reasons[0]


def test_strict_takes_the_whole_sentence():
    """With "strict" the sentence stands instead."""
    assert _told("At least 18 people were killed in the raid.", mode="strict").text == RAID


def test_two_speakers():
    """Where two speak in one sentence nobody's word is guessed: the sentence stands instead."""
    text = (
        "The army said 40 fighters had been killed, and a rebel leader claimed that 18 of them were children."
    )
    told = _told("Some 40 fighters had been killed.", text)
    assert told.text == text


@pytest.mark.parametrize(
    ("wrote", "text"),
    [
        ("A separatist group says at least 18 people were killed in the raid.", RAID),
        ("At least 18 people were reportedly killed in the raid.", RAID),
        ("The concert will be held on 4 June.", "The concert will be held on 4 June, the museum said."),
        (
            "At least 18 people were killed in the raid.",
            "At least 18 people were killed in the raid on Friday.",
        ),
    ],
)
def test_nothing_is_added(wrote, text):
    """Who names a speaker, or tells what is settled or what the source tells as a fact, stays as it is."""
    assert _told(wrote, text).text == wrote
