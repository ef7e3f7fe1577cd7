import pytest

from briefing.errors import ConfigError, EngineError
from briefing.model import Document
from briefing.summarizers import Ladder, Options, engines
from briefing.summarizers.news import Limits, choose
from briefing.text.document import document
from tests.factory import BODY, article

SUMY = ("lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction", "edmundson")
LONG = article(
    "\n".join(
        f"On day {day} the crew of the tug lifted part {day} of the crane off the floor near quay {day % 4}."
        for day in range(300)
    )
)


def _bullets(name: str, *documents: Document, count: int = 3):
    return engines.get(name)(Options())(documents, count)


def _doc(text: str = BODY, **fields) -> Document:
    return document(article(text, **fields))


@pytest.mark.parametrize("name", ["news", "lead", *SUMY])
class TestEveryEngine:
    """What holds for each of them."""

    def test_evidence_holds(self, name):
        """Every bullet's evidence is the exact span of its article."""
        doc = _doc()
        for bullet in _bullets(name, doc):
            (receipt,) = bullet.evidence
            assert doc.article.text[receipt.start : receipt.end] == receipt.text == bullet.text
            assert receipt.article == doc.article.id
            assert bullet.engine == name

    def test_no_more_than_wanted(self, name):
        """An engine gives as many bullets as are wanted, and never more."""
        assert len(_bullets(name, _doc(), count=2)) == 2
        assert _bullets(name, _doc(), count=0) == ()

    def test_duplicate_sentence_yields_one_bullet(self, name):
        """A sentence that stands twice in a text is told once."""
        doc = _doc(
            "The pier burned down on Friday.\nThe pier burned down on Friday.\nRain put the fire out at dawn."
        )
        texts = [bullet.text for bullet in _bullets(name, doc, count=5)]
        assert len(texts) == len(set(texts))

    def test_nothing_to_tell(self, name):
        """A text without a sentence worth telling yields no bullet and no error."""
        for text in ("", "Read more.", "See https://example.com/x for all of the details today."):
            assert _bullets(name, _doc(text)) == ()

    def test_headline_and_points_are_not_repeated(self, name):
        """No bullet repeats the headline or a publisher's point."""
        text = f"Crane falls on two quays at Lindvik.\nThe port shut its gates at noon.\n{BODY}"
        doc = _doc(
            text, title="Crane falls on two quays at Lindvik", points=("The port shut its gates at noon",)
        )
        told = {bullet.text for bullet in _bullets(name, doc, count=9)}
        assert not told & {"Crane falls on two quays at Lindvik.", "The port shut its gates at noon."}

    def test_long_text_ends(self, name):
        """A text of more sentences than sumy is given is summarized all the same."""
        assert 1 <= len(_bullets(name, document(LONG))) <= 3

    def test_language_without_any_list(self, name):
        """A language without stop words or stems yields bullets, or an error that names it."""
        doc = _doc(
            "Mi estas ĉi tie hodiaŭ matene. La haveno estas fermita ekde lundo. Neniu estis vundita.",
            language="qq",
        )
        try:
            assert _bullets(name, doc)
        except EngineError as error:
            assert "'qq'" in str(error) and "news" in str(error)

    def test_unspaced_script(self, name):
        """Japanese, which puts no space between words, is summarized by whole sentences."""
        doc = _doc(
            "港は月曜日に閉鎖された。けが人はいなかった。船は十四隻が待っている。",
            title="港が閉鎖",
            language="ja",
        )
        assert all(bullet.text.endswith("。") for bullet in _bullets(name, doc))
        assert _bullets(name, doc)


def test_edmundson_needs_stop_words():
    """Edmundson's method refuses a language without stop words, and says which engine works."""
    with pytest.raises(EngineError, match=r"no stop words|none for"):
        _bullets("edmundson", _doc(language="qq"))


def test_lead_takes_documents_in_turn():
    """Of several articles, lead tells the first sentence of each before the second of any."""
    one = _doc("One begins with its harbour. One goes on about its crane.", id="1")
    two = _doc("Two begins with its mayor. Two goes on about its council.", id="2")
    assert [bullet.text for bullet in _bullets("lead", one, two)] == [
        "One begins with its harbour.",
        "Two begins with its mayor.",
        "One goes on about its crane.",
    ]


def test_news_prefers_what_the_headline_says():
    """News takes the sentence that the headline is about, though another stands before it."""
    text = (
        "Farmers brought apples, pears and plums to the square.\n"
        "A fallen crane closed the whole harbour of Lindvik."
    )
    (bullet,) = _bullets("news", _doc(text), count=1)
    assert bullet.text.startswith("A fallen crane")


def test_news_keeps_the_order_of_the_text():
    """Bullets of one article stand in the order in which it tells them."""
    starts = [bullet.evidence[0].start for bullet in _bullets("news", _doc(), count=3)]
    assert starts == sorted(starts)


def test_dateline_is_no_part_of_a_bullet():
    """A bullet begins after the dateline, and its evidence with it."""
    doc = _doc("LINDVIK: A crane fell on two quays of the harbour on Monday.")
    (bullet,) = _bullets("lead", doc)
    assert bullet.text.startswith("A crane fell")
    assert bullet.evidence[0].start == len("LINDVIK: ")


def test_line_without_an_end_is_no_bullet():
    """A heading between paragraphs never becomes a bullet."""
    doc = _doc("What the harbour means for the town\nThe harbour feeds nine hundred families in the town.")
    assert [bullet.text[:11] for bullet in _bullets("lead", doc)] == ["The harbour"]


def test_unknown_engine_lists_the_right_ones():
    """A wrong engine's name is answered with the right ones."""
    with pytest.raises(ConfigError, match="no engine is called 'newz'; there are: news, lead, lexrank"):
        engines.get("newz")


def test_ladder_says_which_step_failed():
    """Where an engine cannot work the next one does, and the failure is a problem."""
    ladder = Ladder([engines.get(name)(Options()) for name in ("edmundson", "news")])
    summary = ladder.summarize([_doc(language="qq", origin="harbour.txt")], 2)
    assert {bullet.engine for bullet in summary.bullets} == {"news"}
    (problem,) = summary.problems
    assert problem.source == "harbour.txt" and problem.message.startswith("edmundson could not")


def test_what_falls_too_far_behind_is_not_told():
    """From the third bullet on, a sentence far below the best is not told, though more are wanted."""
    scores = [10.0, 9.0, 3.5, 3.0, *[2.0] * 6]  # a standard deviation is 2.8
    words = [(str(i),) * 3 for i in range(len(scores))]
    assert choose(scores, words, Limits(3, fall=2.0)) == [0, 1]
    assert choose(scores, words, Limits(3)) == [0, 1, 2]
