"""Which section a story belongs in, and how sections stand on the page."""

import pytest

from briefing.config import SectionRule
from briefing.group import arrange, assign
from briefing.group.topics import TOPICS
from briefing.model import Story
from tests.factory import article
from tests.group.topics.sentences import SENTENCES

TEXTS = {topic: text for language, topic, text in SENTENCES if language == "en"}
VAGUE = "It was the third time this week, and nobody on the street could say why."


def _events(*named, **fields):
    """Return an event of one article for each topic, "" for none."""
    return [
        [article(TEXTS.get(name, VAGUE), id=f"{name}{n}", title="", **fields)] for n, name in enumerate(named)
    ]


def _arranged(*titles, rules=(), other="News"):
    stories = [Story(f"{n} {title}", (), (str(n),)) for n, title in enumerate(titles)]
    return {
        s.title: [story.headline[0] for story in s.stories] for s in arrange(stories, titles, rules, other)
    }


# By rules.


def test_first_rule_that_fits_decides():
    """A story goes to the first of the user's sections that takes it, in the user's order."""
    ships = SectionRule(title="Ships", keywords=("harbour",))
    rules = (ships, SectionRule(title="Post", sources=("lindvik post",)))
    events = [[article(id="a")], [article(id="b", title="Vote", text="A vote was held.")]]
    assert assign(events, rules, "News") == ("Ships", "Post")


def test_keyword_is_a_whole_word():
    """The keyword "art" does not take an article about a party."""
    rules = (SectionRule(title="Culture", keywords=("art",)),)
    assert assign([[article(title="The party", text="Two parties met.")]], rules, "News") == ("News",)


def test_keyword_may_hold_regex_signs():
    """A keyword is text, never a pattern."""
    rules = (SectionRule(title="Code", keywords=("c++", "(x")),)
    assert assign([[article(title="A c++ compiler", text="It is fast.")]], rules, "News") == ("Code",)


def test_folder_rule_takes_subfolders():
    """A rule for a folder takes what lies below it, and no folder that only begins like it."""
    rules = (SectionRule(title="Abroad", folders=("world",)),)
    events = [[article(id="a", folder="world/africa")], [article(id="b", folder="worldly")]]
    assert assign(events, rules, "News") == ("Abroad", "Worldly")


def test_rule_fits_any_of_the_first_articles():
    """A rule takes a story for any of its three first articles, and for no later one."""
    plain = [article("Nothing.", id=name, title="") for name in "abc"]
    about = article(id="d")
    rules = (SectionRule(title="Ships", keywords=("harbour",)),)
    assert assign([[*plain[:2], about]], rules, "News") == ("Ships",)
    assert assign([[*plain, about]], rules, "News") == ("News",)


def test_rule_comes_before_folder_and_topic():
    """What a rule takes goes by neither its folder nor its topic."""
    rules = (SectionRule(title="Post", sources=("Lindvik Post",)),)
    assert set(assign(_events(*["Sport"] * 4, folder="world"), rules, "News")) == {"Post"}


# By folder.


def test_folder_names_the_section():
    """Without rules a story's section is the first part of its folder's name."""
    events = [[article(id="a", folder="local-news/harbour")], [article(id="b", folder="")]]
    assert assign(events, (), "News") == ("Local news", "News")


def test_most_folders_decide():
    """A story of several articles goes by the folder that most of them lie in; of as many, by the first's."""
    lying = {name: article(id=name, folder=name) for name in ("world", "sport")}
    world, sport = lying["world"], lying["sport"]
    assert assign([[world, sport, sport], [sport, world], [article(), world]], (), "News") == (
        "Sport", "Sport", "World",
    )  # fmt: skip


def test_folder_comes_before_topic():
    """A story about sport in the folder "harbour" stands under "Harbour"."""
    assert set(assign(_events(*["Sport"] * 4, folder="harbour"), (), "News")) == {"Harbour"}


# By topic.


def test_topics_name_the_sections():
    """Without rules and folders a day's stories are sorted by topic, and what has none is news."""
    named = [name for name in TOPICS for _ in range(2)]
    assert assign(_events(*named, ""), (), "News") == (*named, "News")


def test_topics_can_be_turned_off():
    """Without topics all is in the one section."""
    assert set(assign(_events(*TOPICS, *TOPICS), (), "News", topics=False)) == {"News"}


def test_three_stories_are_one_list():
    """A day of three stories has no sections by topic; one of four has."""
    assert assign(_events("Sport", "Sport", "Sport"), (), "News") == ("News",) * 3
    assert assign(_events("Sport", "Sport", "Sport", ""), (), "News") == ("Sport",) * 3 + ("News",)


def test_single_stories_stand_together_where_most_are_single():
    """Where topics have fewer than two stories on average, those with one have no section of their own."""
    found = assign(_events("Sport", "Sport", "Health", "World", ""), (), "News")
    assert found == ("Sport", "Sport", "News", "News", "News")
    assert set(assign(_events(*TOPICS), (), "News")) == {"News"}


def test_single_story_keeps_its_section_in_a_full_day():
    """Where sections are long enough on average, one story may stand alone in its own."""
    assert assign(_events("Sport", "Sport", "Sport", "Health"), (), "News")[-1] == "Health"


def test_topic_joins_the_section_of_its_name():
    """A topic stands under the user's section or folder of the same name, as it is spelt there."""
    rules = (SectionRule(title="SPORT", sources=("Nobody",)),)
    assert assign(_events("Sport", "", "", ""), rules, "News") == ("SPORT", "News", "News", "News")
    foldered = [article(VAGUE, id="f", title="", folder="sport")]
    assert assign([foldered, *_events("Sport", "", "")], (), "News") == ("Sport", "Sport", "News", "News")


def test_judge_is_asked_where_words_tell_nothing():
    """What a judge is sure of names the section of a story whose words don't."""
    sure = [float(name == "Health") for name in (*TOPICS, "other")]
    assert set(assign(_events("", "", "", ""), (), "News", judge=lambda _text, _labels: sure)) == {"Health"}


# By place.


def test_local_news_stands_under_its_place():
    """Three stories without a topic that are filed from one place stand under it; two do not."""
    lindvik, mirador = _events("", "", "", place="LINDVIK, Norrland"), _events("", "", place="Mirador")
    assert assign([*lindvik, *mirador], (), "News") == ("Lindvik",) * 3 + ("News",) * 2


def test_topic_comes_before_place():
    """A story with a topic stands under it, wherever it was filed."""
    assert assign(_events("Sport", "Sport", "", "", "", place="LINDVIK"), (), "News") == (
        "Sport", "Sport", "Lindvik", "Lindvik", "Lindvik",
    )  # fmt: skip


# On the page.


def test_order_given_is_kept():
    """In a section the stories stand in the order in which they were given."""
    assert _arranged("World", "Sport", "World", "World") == {"World": ["0", "2", "3"], "Sport": ["1"]}


def test_usual_sections_come_in_the_usual_order():
    """World stands before Business and Sport, whatever came first; unknown ones follow, then the rest."""
    assert list(_arranged("Sport", "Astrology", "News", "Business", "World")) == [
        "World", "Business", "Sport", "Astrology", "News",
    ]  # fmt: skip


def test_sections_of_the_user_come_first():
    """The user's sections stand first, in the user's order."""
    rules = (SectionRule(title="Ships"), SectionRule(title="Post"))
    assert list(_arranged("World", "Post", "Ships", rules=rules)) == ["Ships", "Post", "World"]


def test_rest_comes_first_where_it_is_most():
    """Where most stories are in the section for the rest, it stands before all but the user's."""
    rules = (SectionRule(title="Ships"),)
    assert list(_arranged("World", "News", "News", "Ships", "News", rules=rules)) == [
        "Ships",
        "News",
        "World",
    ]
    assert list(_arranged("World", "News")) == ["World", "News"]


def test_no_stories_no_sections():
    """Of nothing come no sections."""
    assert assign([], (), "News") == () and arrange([], [], (), "News") == ()


def test_each_story_has_a_title():
    """Stories and titles that don't match in number are refused."""
    with pytest.raises(ValueError, match="zip"):
        arrange([Story("a", (), ("1",))], [], (), "News")
