"""Which articles are told together."""

from briefing.pipeline.events import events
from tests.factory import BODY, article

OTHER = (
    "The council of Brenmark voted on Tuesday to raise the fare of the island ferry to 9 crowns.\n"
    "Six members were against it. Commuters had collected 2,300 signatures for the old fare.\n"
    "The company that runs the ferry said that fuel has become dearer by a third in a year."
)
REWRITE = (
    "Lindvik's port authority closed the harbour on Monday: a crane had fallen across two of its quays.\n"
    "No one was hurt. Some 14 ships are waiting outside the breakwater, and repairs will take nine days.\n"
    "Grain prices could rise by 3 percent in the region this week, traders expect."
)


def found(*articles):
    """Return the ids of the articles of each event, and of the copies among them."""
    return [([a.id for a in event.articles], [a.id for a in event.copies]) for event in events(articles)]


def test_copy_belongs_to_its_originals_event():
    """Wire matter in a second paper makes no second story, and is no article to be told from."""
    copy = article(f"LINDVIK (Reuters) — {BODY}", id="copy", source="The Courier")
    ((articles, copies),) = found(article(id="own"), copy)
    assert sorted(articles + copies) == ["copy", "own"]
    assert len(articles) == 1


def test_rewrite_is_told_from_as_well():
    """A report of the same event in other words belongs to it, as an article of its own."""
    ((articles, copies),) = found(article(id="own"), article(REWRITE, id="other", title="Crane shuts port"))
    assert sorted(articles) == ["other", "own"]
    assert copies == []


def test_events_stand_as_their_first_articles_do():
    """Events keep the order in which they were read, whatever their size."""
    ferry = article(OTHER, id="ferry", title="Ferry fare rises in Brenmark")
    port = article(id="port"), article(REWRITE, id="rewrite", title="Crane shuts port")
    ((first, _), *_) = found(ferry, *port)
    assert first == ["ferry"]
    assert [sorted(articles) for articles, _ in found(port[0], ferry, port[1])] == [
        ["port", "rewrite"],
        ["ferry"],
    ]


def test_no_article_no_event():
    """Of nothing nothing is made."""
    assert events(()) == ()
