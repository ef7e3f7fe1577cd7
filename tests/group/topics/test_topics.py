"""Which topic a story is given, in each language, and when none."""

import numpy as np
import pytest

from briefing.group.topics import TOPICS, chances, topic
from briefing.group.topics.lexicon import languages, lexicon
from tests.factory import article
from tests.group.topics.sentences import SENTENCES

SPORT = "The striker scored twice in the second half, and his team goes into the cup final unbeaten."
VAGUE = "It was the third time this week, and nobody on the street could say why."


@pytest.mark.parametrize(("language", "expected", "text"), SENTENCES)
def test_sentence_tells_its_topic(language, expected, text):
    """One plain sentence of a section's news is enough to find the section."""
    assert topic([article(text, title="", language=language)]) == expected


def test_each_language_is_tried():
    """Every language that has words has sentences to try them on."""
    assert sorted({language for language, _, _ in SENTENCES}) == languages()


@pytest.mark.parametrize("language", languages())
def test_each_topic_has_words(language):
    """A language has at least twenty terms for each topic, and none of them for all topics alike."""
    known = lexicon(language)
    for name in TOPICS:
        assert sum(name in topics for topics in known.values()) >= 20
    assert all(len(topics) < len(TOPICS) for topics in known.values())


@pytest.mark.parametrize("text", [VAGUE, "", "123 456", "?!"])
def test_unsure_is_none(text):
    """A story whose words speak for no topic has none."""
    assert topic([article(text, title="")]) is None


def test_unknown_language_is_none():
    """A story in a language without words has no topic."""
    assert topic([article(SPORT, language="xx")]) is None
    assert topic([article(SPORT, language="../en")]) is None


def test_no_article_is_none():
    """A story without articles has no topic."""
    assert topic([]) is None and chances([]) is None


def test_crime_is_no_topic():
    """A burglary is none of the eight topics."""
    text = (
        "Police arrested a man who broke into two houses; neighbours say he stole jewellery from a woman, 82."
    )
    assert topic([article(text, title="Burglar held after neighbours call police")]) is None


def test_headline_counts():
    """What the text leaves open, the headline settles."""
    assert topic([article(VAGUE, title="Champions League: striker's late goal wins semi-final")]) == "Sport"


def test_all_articles_have_a_say():
    """A story goes by what its articles tell together, where the first says nothing."""
    vague = article(VAGUE, title="", id="a")
    told = [article(SPORT, title="", id=name) for name in "bc"]
    assert topic([vague, *told]) == "Sport"


def test_languages_of_one_story_may_differ():
    """An article in a language without words leaves the topic to the others."""
    unknown, known = article(SPORT, id="a", language="xx"), article(SPORT, id="b", title="")
    assert topic([unknown, known]) == "Sport"


def test_chances_sum_to_one():
    """The chances of all topics and of none add up to one."""
    found = chances([article()])
    assert len(found) == len(TOPICS) + 1 and np.isclose(found.sum(), 1)


def test_elided_article_is_no_part_of_the_word():
    """French "l'hôpital" is a hospital."""
    assert topic([article("l'hôpital, l’hôpital et d'hôpital", title="", language="fr")]) == "Health"


def test_long_text_says_no_more():
    """What stands far down in a text changes nothing."""
    opening = article(SPORT + " " + VAGUE * 40, title="")
    longer = article(opening.text + " parliament election minister" * 500, title="")
    assert np.allclose(chances([opening]), chances([longer]))
