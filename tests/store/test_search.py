"""Articles by their words."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.store import Library
from briefing.store.query import terms
from briefing.store.snippet import snippet
from tests.factory import BODY, article, briefing

CRANE = article(id="crane", url="https://a.org/crane")
FERRY = article(
    "The café on the Ångström ferry reopens. Élodie Nguyễn said prices stay.\nElections come in May.",
    id="ferry",
    title="A ferry's café",
    url="https://a.org/ferry",
)
TOKYO = article(
    "東京都の港は月曜日に再開した。船は百隻を超える。", id="tokyo", title="東京", url="https://a.org/t"
)
SEOUL = article("서울에서 새 다리가 열렸다.", id="seoul", title="다리", url="https://a.org/s")
HINDI = article("दिल्ली में नई मेट्रो शुरू हुई।", id="hindi", title="मेट्रो", url="https://a.org/h")
HEBREW = article("שָׁלוֹם נאמר בבוקר.", id="hebrew", title="חדשות", url="https://a.org/he")


@pytest.fixture
def full(library):
    """Return a library with articles in several scripts."""
    library.add([CRANE, FERRY, TOKYO, SEOUL, HINDI, HEBREW])
    return library


def found(library, *words):
    """Return the ids of what is found."""
    return [hit.article.id for hit in library.search(words)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("breakwater", "crane"),
        ("BREAKWATER quays", "crane"),
        ("cafe", "ferry"),
        ("CAFÉ elodie", "ferry"),
        ("cafe\u0301", "ferry"),
        ("angstrom", "ferry"),
        ("nguyen", "ferry"),
        ("elect*", "ferry"),
        ('"prices stay"', "ferry"),
        ("ferry's", "ferry"),
        ("東京都", "tokyo"),
        ("京", "tokyo"),
        ("月曜日 船", "tokyo"),
        ("서울", "seoul"),
        ("मेट्रो", "hindi"),
        ("שלום", "hebrew"),
    ],
)
def test_words_are_found(full, asked, expected):
    """Words are found whatever their capitals, accents, points or script; phrases and beginnings, too."""
    assert found(full, *asked.split(" ")) == [expected] == found(full, asked)


@pytest.mark.parametrize("asked", ["break", "ferry quays", '"stay prices"', "京東", "zzz", "मे"])
def test_what_is_not_there_is_not_found(full, asked):
    """Half a word, words of two articles, and words in another order are not found."""
    assert found(full, asked) == []


@pytest.mark.parametrize(
    "asked",
    [
        '"', "*", '""', "AND", "a AND", "NOT x", "NEAR(a b)", "title:x", "{title}:x", "-", "^zzz",
        "a + b", "(", "';--", "\0", "\ud800", "a\0b", "%zzz", "x" * 100_000, "x " * 5_000, '"' * 999, "* * *",
        "ﷺ", "\u202e", "𝒳", "a*b*c*",
    ],
)  # fmt: skip
def test_hostile_queries_are_harmless(full, asked):
    """Nothing that is asked is an operator or an error."""
    assert full.search([asked]) == ()


def test_operators_are_words(full):
    """AND, OR, NOT and NEAR are looked for as the words that they are."""
    full.add([article("Near or not, and so on.", id="op", url="https://a.org/op")])
    assert found(full, "NEAR", "OR", "NOT", "AND") == ["op"]


@settings(max_examples=200)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_query_ends(tmp_path_factory, asked):
    """Any text at all is a query, and finds nothing where there is nothing."""
    with Library(tmp_path_factory.getbasetemp() / "any.sqlite") as library:
        assert library.search(asked) == () and library.problem is None


@given(st.text(max_size=200))
def test_article_is_found_by_its_own_words(tmp_path_factory, text):
    """An article is found by each of the first words of its text."""
    with Library(tmp_path_factory.mktemp("own") / "l.sqlite") as library:
        library.add([article(f"{text} anchor", url="https://a.org/x")])
        for word in [*terms([text.replace('"', " ")])[:3], "anchor"]:
            assert len(library.search([word])) == 1, word
        assert library.problem is None


def test_headline_tells_more(full):
    """An article with the word in its headline comes before one with it in its text."""
    full.add([article("A long text about anchors.", title="Nothing", id="t", url="https://a.org/1")])
    full.add([article("A long text about nothing.", title="Anchors", id="h", url="https://a.org/2")])
    assert found(full, "anchors") == ["h", "t"]


def test_most_that_are_wanted(full):
    """No more are given than are wanted."""
    full.add([article(f"{n} sails", id=str(n), url=f"https://a.org/{n}") for n in range(30)])
    assert len(full.search(["sails"], 5)) == 5 and len(full.search(["sails"])) == 20


def test_changed_article_is_found_by_what_it_says_now(full):
    """Words that an article no longer has do not find it."""
    full.add([dataclasses.replace(CRANE, text="All is well again.")])
    assert found(full, "breakwater") == [] and found(full, "well again") == ["crane"]


def test_days_of_its_briefings(full):
    """An article names the days of the delivered briefings that it was in, and of no others."""
    for day, delivered in ((20, True), (21, False), (22, True)):
        name = full.record(briefing(CRANE, date=date(2026, 11, day)))
        assert not delivered or full.deliver(name)
    (hit,) = full.search(["breakwater"])
    assert hit.article == CRANE
    assert hit.briefings == (date(2026, 11, 20), date(2026, 11, 22))


def test_snippet_shows_the_words():
    """A snippet is a line of about 160 characters around the words, cut between words."""
    text = "Before that. " * 50 + BODY + " After this." * 50
    shown = snippet(text, ["Breakwater", "14"])
    assert "14 ships wait outside the breakwater" in shown
    assert shown.startswith("… ") and shown.endswith(" …") and "\n" not in shown
    assert 100 < len(shown) <= 166
    assert all(word in text.split() for word in shown.strip("… ").split())


def test_snippet_of_a_short_text_is_the_text():
    """A short text is shown whole, also where the word stands only in the headline."""
    assert snippet("Ice on the quays.\nMore.", ["harbour"]) == "Ice on the quays. More."


@given(st.text(max_size=400), st.lists(st.text(max_size=10), max_size=3))
def test_snippet_of_any_text_is_short(text, asked):
    """Whatever the text and the words are, the snippet is one short line of it."""
    shown = snippet(text, asked)
    assert len(shown) <= 166 and len(shown.splitlines()) <= 1
