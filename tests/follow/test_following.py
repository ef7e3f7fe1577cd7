"""What goes on, piece by piece."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.follow import follow
from briefing.model import Article, Earlier, Told
from briefing.text.document import document

FIRE = (
    "A fire swept through the timber mill of Osterby on Sunday night and killed at least 12 people.\n"
    "Sixty firefighters fought the flames until dawn.\n"
    "The mill, which belongs to Ravn Wood, employs 140 people."
)
MORE = (
    "The fire at the timber mill of Osterby killed 19 people, the police said.\n"
    "Sixty firefighters had fought the flames until dawn."
)


def _article(text, name="now", day=17, **fields):
    published = datetime(2026, 11, day, 9, tzinfo=UTC)
    given = {"title": "Mill fire", "source": "Lindvik Post", "published": published, **fields}
    return Article(id=name, text=text, **given)


def _told(*articles, day=17, headline="Mill burns in Osterby"):
    earlier = Earlier(date(2026, 11, day), headline, "Morning briefing")
    return Told(earlier, (articles[0].text.split("\n")[0],), articles)


def _follow(text, *told, **fields):
    (found,) = follow([[document(_article(text, **fields))]], told, [range(len(told))])
    return found


def _figures(before, now):
    found = _follow(f"{now}\n{FIRE}", _told(_article(f"{before}\n{FIRE}", "then", 16)))
    return [(change.about, change.before.figure, change.now.figure) for change in found.changes]


def test_what_was_not_told_goes_on_from_nothing():
    """A story that is like no earlier one is new, and so is one without articles."""
    one = document(_article(MORE))
    told = [_told(_article(FIRE, "then", 16))]
    assert follow([[one], []], told, [(), (0,)]) == (None, None)
    assert follow([], told, []) == ()


def test_latest_briefing_is_named():
    """A story that was told on two days goes on from the later, and repeats neither."""
    first = _told(_article(FIRE, "a", 16), day=17)
    second = _told(
        _article("Ravn Wood will rebuild the mill of Osterby.", "b", 17), day=18, headline="Rebuilt"
    )
    text = f"{MORE}\nRavn Wood will rebuild the mill of Osterby."
    found = _follow(text, second, first, day=18)
    assert found.earlier.headline == "Rebuilt" and found.earlier.date == date(2026, 11, 18)
    assert found.fresh == (frozenset([0]),)


def test_documents_stay_whole():
    """What is new is told by numbers: the documents keep all that it is understood by."""
    found = _follow(MORE, _told(_article(FIRE, "then", 16)))
    assert [sentence.index for sentence in found.documents[0].sentences] == [0, 1]
    assert found.fresh == (frozenset([0]),) and 0 < found.novelty < 1 and not found.unchanged


def test_told_in_a_bullet_is_known():
    """What a bullet said is known even where no article is left that says it."""
    told = replace(_told(_article(FIRE, "then", 16)), bullets=("The owner, Pelle Rask, will rebuild it.",))
    found = _follow(f"{FIRE}\nThe owner, Pelle Rask, will rebuild it.", told)
    assert found.unchanged and found.novelty == 0 and found.changes == ()


def test_earlier_version_has_an_id_of_its_own():
    """An article that changed is cited in both versions: the earlier goes under an id that is not today's."""
    then = _article(FIRE, "page", 16)
    found = _follow(f"{MORE}\n{FIRE.split(chr(10), 1)[1]}", _told(then), name="page")
    (change,), (cited,) = found.changes, found.articles
    assert (change.before.figure, change.now.figure) == ("at least 12", "19")
    assert cited == replace(then, id=cited.id) and cited.id != "page"
    assert change.before.evidence.article == cited.id and change.now.evidence.article == "page"
    for side, article in ((change.before, cited), (change.now, found.documents[0].article)):
        assert article.text[side.evidence.start : side.evidence.end] == side.evidence.text


def test_article_that_stays_is_cited_under_its_id():
    """An earlier article of which there is one version keeps its id."""
    found = _follow(MORE, _told(_article(FIRE, "then", 16)))
    assert [article.id for article in found.articles] == ["then"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("At least 12 people were killed.", "Twelve people were killed."),
        ("About 20 people were killed.", "The police said that 21 people were killed."),
        ("The blaze killed 12 people.", "Three of the 12 dead were firefighters."),
        ("The blaze killed 12 people.", "Four children were killed."),
        ("The blaze killed 12 people.", "Among the dead are five women."),
        ("The blaze killed 12 people.", "Another 2 people were killed when a truck crashed in Selwyn."),
        ("The blaze killed 12 people.", "It was like the blaze that killed 31 people in 1987."),
        ("The blaze killed 12 people.", "Two people died in hospital."),
        ("The town has 12 schools.", "The county has 31 schools."),
    ],
)
def test_no_change(before, now):
    """A bound that is met, a part of a number, more on top of it and another's number are no changes."""
    plain = FIRE.replace(" and killed at least 12 people", "")
    then = _article(f"{before}\n{plain}", "then", 16)
    found = _follow(f"{now}\n{plain}", _told(then))
    assert found.changes == ()


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ("12 people were hurt.", "The number of injured has risen to 15.", ("injured", "12", "15")),
        ("12 are missing.", "Seven people remain missing.", ("missing", "12", "Seven")),
        ("Police arrested 3 men.", "Police arrested 5 men.", ("arrested", "3", "5")),
        ("30 people were injured.", "The number of injured was lowered to 28.", ("injured", "30", "28")),
        (
            "About 900 workers of Ravn Wood walked out in the port.",
            "About 1,400 workers of Ravn Wood walked out in the port.",
            ("workers", "about 900", "about 1,400"),
        ),
    ],
)
def test_change(before, now, change):
    """A figure for the same thing that is another now is a change, up or, where that can be, down."""
    assert change in _figures(before, now)


def test_figure_that_was_told_is_no_change():
    """Where the new figure was told, too, by another, nothing changed."""
    told = (_article(FIRE, "a", 16), _article(MORE, "b", 16))
    found = _follow(f"{FIRE}\n{MORE}", _told(*told))
    assert found.changes == () and found.unchanged


def test_changes_count_from_the_latest():
    """A figure that moved twice is told with the one that the reader knows."""
    first = _told(_article(FIRE, "a", 16), day=17)
    second = _told(_article(MORE, "b", 17), day=18)
    found = _follow(MORE.replace("19", "21"), first, second, day=18)
    assert [(c.before.figure, c.now.figure) for c in found.changes] == [("19", "21")]


def test_sense_is_told():
    """What was expected and has come to pass is new, and so is what is denied now."""
    then = f"The council is expected to close the mill of Osterby on Friday.\n{FIRE}"
    for now in ("The council closed the mill of Osterby.", "The council is not expected to close the mill."):
        found = _follow(f"{now}\n{FIRE}", _told(_article(then, "then", 16)))
        assert 0 in found.fresh[0], now


def test_added_sentence_of_an_edited_article_is_told():
    """Where nearly all of an article stays, what is added to it is told, however plain its words are."""
    found = _follow(f"{FIRE}\nNobody knows yet what became of the cat.", _told(_article(FIRE, "now", 16)))
    assert found.fresh == (frozenset([3]),)


def test_undated_articles_are_followed():
    """Without dates days are compared by their names."""
    told = _told(_article(FIRE, "then", published=None))
    assert _follow(MORE, told, published=None).fresh == (frozenset([0]),)


def test_languages_without_lists_are_followed():
    """In a language of which nothing is known but its words, figures and words tell."""
    then = (
        "Na wyspie Skarven po 60 latach wykluły się cztery szare ptaki.\nLatarnik znalazł gniazdo pod skałą."
    )
    now = f"{then}\nLatarnik zamknął wyspę na 9 tygodni."
    found = _follow(now, _told(_article(then, "then", 16, language="pl")), language="pl")
    assert found.fresh == (frozenset([2]),)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["en", "fr", "de", "zh", "xx"]))
def test_any_text(then, now, language):
    """Whatever the texts are, numbers are those of sentences, and the answer is always the same."""
    told = [_told(_article(f"{then}\n{FIRE}", "then", 16, language=language))]
    documents = [[document(_article(f"{now}\n{FIRE}", language=language))]]
    found = follow(documents, told, [(0,)])
    assert found == follow(documents, told, [(0,)])
    if found[0]:
        assert 0 <= found[0].novelty <= 1
        assert found[0].fresh[0] <= {sentence.index for sentence in documents[0][0].sentences}


def test_same_text_is_unchanged():
    """A story that says to the letter what it said is unchanged."""
    assert _follow(FIRE, _told(_article(FIRE, "then", 16))).unchanged


def test_hostile_text_takes_no_time():
    """Long runs of figures, names and signs are read in time that grows with their length."""
    for piece in ("12 killed ", "Aa-", "number of ", "1,", "a.b ", "« ", "not "):
        text = piece * (40_000 // len(piece))
        follow([[document(_article(text))]], [_told(_article(text, "then", 16))], [(0,)])
