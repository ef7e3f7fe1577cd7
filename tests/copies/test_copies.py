"""How many copies are recognised, and what is taken for one."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.copies import copies_among, copies_of, pack, sketch, unpack
from briefing.copies.sketch import alike
from briefing.model import Article
from tests.store.invented import articles, followed, headed, report, reworded, shortened

REPORTS = 150


def sketches(texts):
    """Return the sketch of each text."""
    return [sketch(article) for article in articles(texts)]


def ways(text, seed):
    """Return what four papers make of a report."""
    return [
        headed(text, "The Herald"),
        reworded(text, seed),
        headed(reworded(text, seed, 0.03), "The Evening Post of the Northern Coast"),
        shortened(reworded(text, seed + 1, 0.02), 0.5),
    ]


def test_copies_are_recognised():
    """Of 600 copies with headers, edits and cuts 98 in 100 are recognised, each as of its own report."""
    known = [report(seed) for seed in range(REPORTS)]
    made = [(seed, text) for seed, original in enumerate(known) for text in ways(original, seed)]
    found = copies_of(sketches(known), sketches([text for _, text in made]))
    assert all(made[number][0] == original for number, original in found.items())
    assert len(found) >= 0.98 * len(made)


def test_reports_of_one_topic_are_not_copies():
    """Of 1,000 different reports of one topic and 150 follow-ups nothing is taken for a copy."""
    texts = [report(seed) for seed in range(1_000)]
    assert copies_among(sketches(texts)) == {}
    later = sketches([followed(text, seed) for seed, text in enumerate(texts[:REPORTS])])
    assert copies_of(sketches(texts[:REPORTS]), later) == {}


def test_candidates_are_those_of_a_full_comparison():
    """What is found by hashing is what comparing each with each finds."""
    made = sketches([each for seed in range(15) for each in (report(seed), *ways(report(seed), seed))])
    originals: list[int] = []
    for number in sorted(range(len(made)), key=lambda number: -len(made[number].shingles)):
        if not any(alike(made[number], made[original]) for original in originals):
            originals.append(number)
    found = copies_among(made)
    assert found.keys() == set(range(len(made))) - set(originals)
    assert all(copy // 5 == original // 5 for copy, original in found.items())


def test_copies_of_a_copy_have_one_original():
    """No original is itself a copy."""
    found = copies_among(sketches([text for seed in range(20) for text in ways(report(seed), seed)]))
    assert not set(found.values()) & set(found)


@given(st.text(max_size=300), st.text(max_size=20))
def test_sketch_comes_back(text, title):
    """Any text's sketch is the same after it was kept, and likens it to itself if it has three words."""
    made = sketch(Article("1", title, text, "S"))
    assert unpack(pack(made)) == made
    assert alike(made, made) == bool(made.shingles)
