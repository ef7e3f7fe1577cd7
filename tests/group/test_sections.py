from datetime import UTC, datetime

from briefing.config import SectionRule
from briefing.group import group
from briefing.model import Story
from tests.factory import article


def _grouped(articles, rules=(), other="News"):
    stories = [Story(each.title, (), (each.id,)) for each in articles]
    sections = group(stories, {each.id: each for each in articles}, rules, other)
    return {section.title: [story.articles[0] for story in section.stories] for section in sections}


def test_folder_names_the_section():
    """Without rules an article's section is the first part of its folder's name."""
    found = _grouped([article(id="a", folder="local-news/harbour"), article(id="b", folder="")])
    assert found == {"Local news": ["a"], "News": ["b"]}


def test_usual_sections_come_in_the_usual_order():
    """World stands before Business and Sport, however the folders sort; unknown ones follow."""
    folders = ["sport", "astrology", "business", "world", ""]
    found = _grouped([article(id=name or "top", folder=name) for name in folders])
    assert list(found) == ["World", "Business", "Sport", "Astrology", "News"]


def test_first_rule_that_fits_decides():
    """An article goes to the first of the user's sections that takes it, in the user's order."""
    ships = SectionRule(title="Ships", keywords=("harbour",))
    rules = (ships, SectionRule(title="Post", sources=("lindvik post",)))
    found = _grouped([article(id="a"), article(id="b", title="Vote", text="A vote was held.")], rules)
    assert found == {"Ships": ["a"], "Post": ["b"]}


def test_keyword_is_a_whole_word():
    """The keyword "art" does not take an article about a party."""
    rules = (SectionRule(title="Culture", keywords=("art",)),)
    assert list(_grouped([article(title="The party", text="Two parties met.")], rules)) == ["News"]


def test_keyword_may_hold_regex_signs():
    """A keyword is text, never a pattern."""
    rules = (SectionRule(title="Code", keywords=("c++", "(x")),)
    assert list(_grouped([article(title="A c++ compiler", text="It is fast.")], rules)) == ["Code"]


def test_folder_rule_takes_subfolders():
    """A rule for a folder takes what lies below it, and no folder that only begins like it."""
    rules = (SectionRule(title="Abroad", folders=("world",)),)
    found = _grouped([article(id="a", folder="world/africa"), article(id="b", folder="worldly")], rules)
    assert found == {"Abroad": ["a"], "Worldly": ["b"]}


def test_newest_first_and_undated_last():
    """Stories stand newest first; those without a date keep their order behind them."""
    old, new = datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)
    rows = [("u", None), ("o", old), ("n", new), ("v", None)]
    found = _grouped([article(id=name, published=when) for name, when in rows])
    assert found["News"] == ["n", "o", "u", "v"]
