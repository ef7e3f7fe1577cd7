"""The library as JSON lines, out and in."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Picture, Validators
from briefing.store import Library
from briefing.store.housekeeping import Holdings
from tests.factory import BODY, article, briefing
from tests.store.invented import articles, report, reworded


def lines(library):
    """Return all lines of an export."""
    told = []
    assert library.export(told.append) == len(told) - 1
    return told


def fill(library, clock):
    """Let a library live through a week."""
    made = articles([report(seed) for seed in range(21)])
    for day in range(7):
        today = made[3 * day : 3 * day + 3]
        library.give("https://a.org/feed", today)
        library.learn("https://a.org/feed", Validators(f"v{day}", "", None, clock.now))
        library.call("https://a.org/feed", "The “Á” Post")
        library.failed(f"https://{day}.org", "it hung\nfor ever")
        library.unseen([*today, article(reworded(today[0].text, 1), url=f"https://c.org/{day}")])
        name = library.record(briefing(*today), ["pdf"])
        if day % 2:
            library.deliver(name)
        shown = Picture(f"https://a.org/{day}.jpg", "Dawn\n", "Ann") if day % 2 else None
        library.add([article(f"Version {day}.", url="https://a.org/x", id="\ud800 é", picture=shown)])
        clock.pass_(days=1)


def test_round_trip_is_exact(library, clock, tmp_path):
    """An export, taken by an empty library and exported again, is the same to the byte."""
    fill(library, clock)
    told = lines(library)
    with Library(tmp_path / "other.sqlite") as other:
        assert other.take(told, "x") == (len(told), ())
        assert lines(other) == told
        assert other.holdings() == library.holdings()
        assert other.briefings(9) == library.briefings(9)
        assert other.given("https://a.org/feed") == library.given("https://a.org/feed")
        assert other.title("https://a.org/feed") == library.title("https://a.org/feed") == "The “Á” Post"
        assert [hit.article for hit in other.search(["harbour"])] == [
            hit.article for hit in library.search(["harbour"])
        ]
        assert other.problem is None


def test_taking_twice_changes_nothing(library, clock):
    """An export that is taken by its own library, or twice, changes nothing."""
    fill(library, clock)
    told = lines(library)
    for _ in range(2):
        assert library.take(told, "x") == (len(told), ())
        assert lines(library) == told


def test_seen_travels(library, clock, tmp_path):
    """What was delivered, and copies of it, are known to the library that takes the export."""
    told, copy = articles([report(1), reworded(report(1), 3)])
    library.deliver(library.record(briefing(told)))
    with Library(tmp_path / "other.sqlite", clock) as other:
        other.take(lines(library), "x")
        assert other.unseen([told, copy])[0] == ()


def test_each_line_is_plain_json(library, clock):
    """Each line is a JSON object of ASCII with its kind, the first one the library's."""
    fill(library, clock)
    told = lines(library)
    assert all(line.isascii() and line.endswith("\n") and line.count("\n") == 1 for line in told)
    kinds = [json.loads(line)["kind"] for line in told]
    assert kinds[0] == "library"
    assert set(kinds[1:]) == {"article", "given", "briefing", "seen", "fetch", "title"}


def test_plain_articles_are_taken(library):
    """A line of an article as other programs write it is an article; only its text must be there."""
    rows = [
        {"text": BODY},
        {"id": 7, "title": "Crane", "text": BODY, "url": "https://www.a.org/x", "published": "2026-11-22"},
        {"text": BODY, "published": "2026-11-22T06:30:00+01:00", "points": ["One"], "language": "en"},
    ]
    assert library.take([json.dumps(row) for row in rows], "x") == (3, ())
    hits = {hit.article.title: hit.article for hit in library.search(["breakwater"])}
    assert hits["Crane"].source == "a.org" and hits["Crane"].id == "7"
    assert hits["Crane"].published.isoformat() == "2026-11-22T00:00:00+00:00"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[1]", "is no JSON object"),
        ('{"kind": "recipe"}', "does not know"),
        ('{"kind": "library", "form": 99}', "newer"),
        ('{"kind": "article"}', '"key" is no text'),
        ('{"kind": "article", "key": "k", "last_seen": "x"}', '"last_seen" is no time'),
        ('{"kind": "given", "address": "a", "articles": [["k", "00"]]}', "not there"),
        ('{"kind": "given", "address": "a", "articles": [5]}', "no line of"),
        ('{"kind": "fetch", "address": "a", "failures": 1e99}', "no whole number"),
        (
            '{"kind": "seen", "key": "a", "content": "b", "title": "", "source": "", "sketch": "!"}',
            "no line of",
        ),
        ('{"kind": "briefing", "id": "a", "stories": [5]}', "no line of"),
        ('{"text": 5}', '"text" is no text'),
        ('{"text": " "}', "empty"),
        ('{"text": "a", "published": "yesterday"}', '"published" is no date'),
        ('{"text": "a", "points": "b"}', "no list of texts"),
        ("[" * 100_000, "no line of"),
        ('{"kind": ["article"]}', "no line of"),
    ],
)
def test_bad_line_costs_only_itself(library, line, reason):
    """A line that cannot be taken is named with its number and why, and the next one is taken."""
    taken, problems = library.take([line, json.dumps({"text": BODY})], "news.jsonl")
    assert taken == 1 and library.holdings().articles == 1
    ((source, message),) = [(problem.source, problem.message) for problem in problems]
    assert source == "news.jsonl:1" and reason in message


def test_many_bad_lines_are_counted(library):
    """Of very many bad lines fifty are told one by one."""
    _, problems = library.take(["{"] * 2_000, "x")
    assert len(problems) == 51 and "1,950 more" in problems[-1].message


def test_blank_lines_are_nothing(library):
    """However many blank lines there are, what stands behind them is taken."""
    assert library.take(["\n"] * 3_000 + [json.dumps({"text": BODY})], "x") == (1, ())


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.sampled_from(["drop", "change"]), st.data())
def test_mutated_lines_harm_nothing(tmp_path_factory, place, way, data):
    """A line in which any one field is missing or of another kind is taken or refused, and breaks nothing."""
    told = [json.loads(line) for line in SAMPLE]
    row = told[place % len(told)]
    key = sorted(row)[place % len(row)]
    if way == "drop":
        del row[key]
    else:
        row[key] = data.draw(VALUES)
    with Library(tmp_path_factory.mktemp("m") / "l.sqlite") as library:
        taken, problems = library.take([json.dumps(row) for row in told], "x")
        assert taken + len(problems) == len(told) and library.problem is None
        assert library.problem is None and library.holdings() != Holdings()
        lines(library)
        library.search(["harbour"])
        library.briefings(9, delivered=False)
        library.unseen([article()])
        assert library.problem is None


@pytest.fixture(autouse=True, scope="module")
def _sample(tmp_path_factory):
    from tests.store.conftest import Clock

    clock = Clock()
    with Library(tmp_path_factory.mktemp("sample") / "l.sqlite", clock) as library:
        made = articles([report(1, 3), report(2, 3)])
        library.give("https://a.org/feed", made)
        library.learn("https://a.org/feed", Validators("v", "", None, clock.now))
        library.deliver(library.record(briefing(*[article(id="1"), article(id="2")])))
        SAMPLE.extend(lines(library))


SAMPLE: list[str] = []
